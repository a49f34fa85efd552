/**
 * Deleted text between one or two tildes, as GitHub has it: `~~so~~` or `~so~`, never between three. Replaces the rules of
 * markdown-it of the same name, which know two tildes only and take two out of three.
 */
import type { MarkdownIt } from 'markdown-it';

const TILDE = 0x7e;
/** The rule that pairs delimiters pairs those of one marker: two tildes are another than one. */
const MARKERS: Readonly<Record<number, number>> = { 1: TILDE, 2: TILDE * 2 };

export function installStrikethrough(md: MarkdownIt): void {
  md.inline.ruler.at('strikethrough', (state, silent) => {
    if (silent || state.src.charCodeAt(state.pos) !== TILDE) return false;
    // Within a word one tilde is no mark: 5~10 is a range, and so is 7~9 behind it.
    const single = state.src.charCodeAt(state.pos + 1) !== TILDE;
    const { length, can_open: open, can_close: close } = state.scanDelims(state.pos, !single);
    const marker = MARKERS[length];
    const run = '~'.repeat(length);
    if (marker === undefined) state.pending += run;
    else {
      state.push('text', '', 0).content = run;
      state.delimiters.push({ marker, length: 0, token: state.tokens.length - 1, end: -1, open, close });
    }
    state.pos += length;
    return true;
  });

  md.inline.ruler2.at('strikethrough', ({ tokens, delimiters, tokens_meta }) => {
    for (const list of [delimiters, ...tokens_meta.map((meta) => meta?.delimiters ?? [])]) {
      for (const { marker, token, end } of list) {
        if (end < 0 || !Object.values(MARKERS).includes(marker)) continue;
        for (const [index, type, nesting] of [
          [token, 's_open', 1],
          [list[end]!.token, 's_close', -1],
        ] as const)
          Object.assign(tokens[index]!, {
            type,
            tag: 's',
            nesting,
            markup: tokens[index]!.content,
            content: '',
          });
      }
    }
  });
}
