/**
 * Footnote calls, `[^label]` and `^[text]`. They replace the rules of markdown-it-footnote: a call without a
 * definition becomes a token that can be reported (stock: it is printed as it stands), numbering is left to
 * the tree builder (which walks in reading order), footnotes written in footnotes are not parsed over and over,
 * and a long line without `]` is not searched again from every `[^`.
 */
import type { MarkdownIt, Token } from 'markdown-it';
import { lastIndex } from './last-index.ts';
import type { ParseEnv } from './notes.ts';

const CALL = /\[\^([^\s[\]]{1,100})\](?![([])/y;

export function installFootnoteCalls(md: MarkdownIt): void {
  md.inline.ruler.at('footnote_ref', (state, silent) => {
    CALL.lastIndex = state.pos;
    const match = CALL.exec(state.src);
    if (!match || CALL.lastIndex > state.posMax) return false;
    // At the start of a line a colon makes it a definition, here one that the paragraph above it took in.
    if (state.src[CALL.lastIndex] === ':' && beginsLine(state.src, state.pos)) return false;
    if (!silent) {
      const label = match[1]!;
      const known = (state.env as ParseEnv).footnotes?.refs?.[`:${label}`] !== undefined;
      const token = state.push(known ? 'footnote_ref' : 'footnote_unknown', '', 0);
      token.meta = { label };
    }
    state.pos += match[0].length;
    return true;
  });

  let inside = false;
  md.inline.ruler.at('footnote_inline', (state, silent) => {
    const { src, pos } = state;
    if (inside || !src.startsWith('^[', pos) || lastIndex(state, ']') < pos) return false;
    const end = md.helpers.parseLinkLabel(state, pos + 1);
    if (end < 0) return false;
    if (!silent) {
      const content = src.slice(pos + 2, end);
      const tokens: Token[] = [];
      inside = true;
      try {
        md.inline.parse(content, md, state.env, tokens);
      } finally {
        inside = false;
      }
      state.push('footnote_ref', '', 0).meta = { tokens, content };
    }
    state.pos = end + 1;
    return true;
  });
}

function beginsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === ' ' || text[before] === '\t') before--;
  return before < 0 || text[before] === '\n';
}
