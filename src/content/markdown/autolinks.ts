/**
 * Bare addresses become links, as on GitHub, when they start with http://, https:// or www.; words such as `apnor.org` stay
 * text. Replaces markdown-it's rule of the same name, which knows neither www. nor the marks that end a sentence in Arabic,
 * Urdu or Hindi.
 */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { addressEnd } from './bare-address.ts';

const SCHEME = /(?<![a-z0-9.+-])https?$/i;
const WWW = /(?<=^|[\s*_~(]|(?![\0-\x7f])[\p{P}\p{Cf}])www\.(?=[\p{L}\p{N}])/giu;

export function installAutolinks(md: MarkdownIt): void {
  md.inline.ruler.at('linkify', (state, silent) => {
    if (state.linkLevel > 0) return false;
    const found = wwwAt(state) ?? schemeAt(state);
    if (!found) return false;
    const { start, end, href } = found;
    const address = state.src.slice(start, end);
    if (!silent) {
      state.pending = state.pending.slice(0, state.pending.length - (state.pos - start));
      const open = state.push('link_open', 'a', 1);
      open.attrs = [['href', md.normalizeLink(href + address)]];
      const text = state.push('text', '', 0);
      text.content = address;
      const close = state.push('link_close', 'a', -1);
      for (const token of [open, close]) {
        token.markup = 'linkify';
        token.info = 'auto';
      }
      open.map = [start, start];
      text.map = [start, end];
    }
    state.pos = end;
    return true;
  });
  stopTextBeforeWww(md);
}

interface BareAddress {
  readonly start: number;
  readonly end: number;
  /** What its link has before it. */
  readonly href: string;
}

/** An address whose `://` is here; its scheme has been taken for text before. */
function schemeAt({ src, pos, pending, posMax }: StateInline): BareAddress | undefined {
  if (!src.startsWith('://', pos)) return undefined;
  const scheme = SCHEME.exec(src.slice(Math.max(0, pos - 6), pos))?.[0];
  // Nothing of the scheme may have been escaped, come from an entity or belong to the construct before.
  if (scheme === undefined || pending.length < scheme.length) return undefined;
  const end = addressEnd(src, pos + 3, posMax);
  return end === undefined ? undefined : { start: pos - scheme.length, end, href: '' };
}

function wwwAt({ src, pos, posMax }: StateInline): BareAddress | undefined {
  if (wwwIn(src, pos, pos + 5) !== pos) return undefined;
  const end = addressEnd(src, pos, posMax, true);
  return end === undefined ? undefined : { start: pos, end, href: 'http://' };
}

/** Where in a stretch of the source `www.` stands as the beginning of an address. */
function wwwIn(src: string, start: number, end: number): number | undefined {
  const before = Math.max(0, start - 1);
  const stretch = src.slice(before, end);
  // Most texts have none in them, and the classes of Unicode need not be made for those.
  if (!/www\./i.test(stretch)) return undefined;
  WWW.lastIndex = start - before;
  const found = WWW.exec(stretch);
  return found ? before + found.index : undefined;
}

/** Text runs to the next sign that may be markup: it stops before `www.` too, which is one letter among others. */
function stopTextBeforeWww(md: MarkdownIt): void {
  const text = md.inline.ruler.__rules__.find(({ name }) => name === 'text');
  // The version of markdown-it is locked, and a test fails loudly if the rule moves.
  if (!text) return;
  const { fn: stock } = text;
  md.inline.ruler.at('text', (state, silent) => {
    const start = state.pos;
    if (!stock(state, silent)) return false;
    const www = wwwIn(state.src, start, Math.min(state.pos + 1, state.posMax));
    if (www === undefined) return true;
    if (!silent) state.pending = state.pending.slice(0, state.pending.length - (state.pos - www));
    state.pos = www;
    return www > start;
  });
}
