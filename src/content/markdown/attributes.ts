/**
 * Attributes in braces, `{#id .style lang=ur dir=ltr}`, and bracketed spans, `[text]{lang=en}`: the syntax of
 * markdown-it-attrs and markdown-it-bracketed-spans. Rules of our own, because those two drop what they do not
 * allow without a word, lose columns, take quadratic time and (the spans) push tokens in silent mode.
 */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { lastIndex } from './last-index.ts';

/** One attribute, as written. */
export interface RawAttribute {
  /** `id`, `class`, or the name before `=`. */
  readonly name: string;
  readonly value: string;
  /** Offset of the attribute from the opening brace, and its length. */
  readonly offset: number;
  readonly length: number;
}

const ATTRIBUTE = /#([^\s{}#.="]+)|\.([^\s{}#.="]+)|([A-Za-z][\w:-]*)=(?:"([^"\n{}]*)"|([^\s{}"]+))/y;

/** Longer than any sensible list; keeps an unclosed brace from being searched for its end for long. */
const MAX_LENGTH = 400;

/**
 * Reads `{…}` at `position`. Braces around anything else than attributes are not ours.
 *
 * @returns undefined when there are none; `length` includes the braces
 */
export function readAttributes(
  text: string,
  position: number,
): { attributes: RawAttribute[]; length: number } | undefined {
  if (text[position] !== '{') return undefined;
  const attributes: RawAttribute[] = [];
  const limit = Math.min(text.length, position + MAX_LENGTH);
  let at = position + 1;
  for (;;) {
    while (text[at] === ' ') at++;
    if (at >= limit) return undefined;
    if (text[at] === '}') break;
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (!match || !/[ }]/.test(text[ATTRIBUTE.lastIndex] ?? '')) return undefined;
    const [written, id, style, name, quoted, bare] = match;
    attributes.push({
      name: id !== undefined ? 'id' : style !== undefined ? 'class' : name!,
      value: id ?? style ?? quoted ?? bare ?? '',
      offset: at - position,
      length: written.length,
    });
    at += written.length;
  }
  return attributes.length > 0 ? { attributes, length: at + 1 - position } : undefined;
}

export function installAttributes(md: MarkdownIt): void {
  md.inline.ruler.push('attributes', (state, silent) => {
    const found = readAttributes(state.src, state.pos);
    if (!found || state.pos + found.length > state.posMax) return false;
    if (!silent) state.push('attributes', '', 0).meta = { attributes: found.attributes };
    state.pos += found.length;
    return true;
  });

  const { parseLinkLabel } = md.helpers;
  /** Where spans begin that have no link in them. */
  const withoutLinks = new WeakMap<StateInline, Set<number>>();
  md.helpers.parseLinkLabel = (state, start, withoutLink) => {
    const end = parseLinkLabel(state, start, withoutLink);
    const spans = withoutLinks.get(state);
    // A link that holds brackets of another kind than its own is not taken for one: those of spans are none of a link.
    return end >= 0 || !withoutLink || !spans ? end : labelEnd(state, start, spans);
  };

  md.inline.ruler.after('link', 'span', (state, silent) => {
    if (state.src[state.pos] !== '[' || lastIndex(state, ']{') < state.pos) return false;
    const end = parseLinkLabel(state, state.pos);
    if (end < 0 || !readAttributes(state.src, end + 1)) return false;
    if (silent && md.helpers.parseLinkLabel(state, state.pos, true) >= 0) {
      const spans = withoutLinks.get(state) ?? new Set();
      withoutLinks.set(state, spans.add(state.pos));
    }
    if (!silent) {
      const max = state.posMax;
      state.pos += 1;
      state.push('span_open', 'span', 1);
      state.posMax = end;
      md.inline.tokenize(state);
      state.push('span_close', 'span', -1);
      state.posMax = max;
    }
    // The rule above reads the braces.
    state.pos = end + 1;
    return true;
  });
}

/** The end of a link's text in which these spans may be, and no link; -1 where there is none. */
function labelEnd(state: StateInline, start: number, spans: ReadonlySet<number>): number {
  const before = state.pos;
  let level = 1;
  let end = -1;
  for (state.pos = start + 1; state.pos < state.posMax; ) {
    const { pos } = state;
    const character = state.src[pos];
    if (character === ']' && --level === 0) {
      end = pos;
      break;
    }
    state.md.inline.skipToken(state);
    if (character !== '[' || spans.has(pos)) continue;
    if (state.pos > pos + 1) break;
    level++;
  }
  state.pos = before;
  return end;
}
