/**
 * Footnote calls, `[^label]`. Replaces the rule of markdown-it-footnote: a call without a definition becomes a
 * token that can be reported (stock: it is printed as it stands), numbering is left to the tree builder (which
 * walks in reading order), and a long line without `]` is not searched again from every `[^`.
 */
import type { MarkdownIt } from 'markdown-it';
import type { ParseEnv } from './parser.ts';

const CALL = /\[\^([^\s[\]]{1,100})\](?![([:])/y;

export function installFootnoteCalls(md: MarkdownIt): void {
  md.inline.ruler.at('footnote_ref', (state, silent) => {
    CALL.lastIndex = state.pos;
    const match = CALL.exec(state.src);
    if (!match || CALL.lastIndex > state.posMax) return false;
    if (!silent) {
      const label = match[1]!;
      const known = (state.env as ParseEnv).footnotes?.refs?.[`:${label}`] !== undefined;
      const token = state.push(known ? 'footnote_ref' : 'footnote_unknown', '', 0);
      token.meta = { label };
    }
    state.pos += match[0].length;
    return true;
  });
}
