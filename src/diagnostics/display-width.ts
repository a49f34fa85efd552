/**
 * How text looks on a terminal: how many cells it takes, which characters would disturb the terminal, and
 * whether it runs from right to left.
 */
import { graphemeStarts } from './graphemes.ts';

/** East Asian Width W and F (UAX #11), as ranges that cover whole blocks. */
const WIDE =
  /[\u1100-\u115F\u231A\u231B\u2329\u232A\u23E9-\u23EC\u25FD\u25FE\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}\u{1FA70}-\u{1FAFF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}|\uFE0F/u;
const ZERO = /^[\p{M}\p{Cf}]+$/u;
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** The grapheme clusters of a text, with the UTF-16 offset of each. */
export function graphemes(text: string): readonly { readonly segment: string; readonly index: number }[] {
  const starts = graphemeStarts(text);
  return starts.map((index, number) => ({ segment: text.slice(index, starts[number + 1]), index }));
}

/** Terminal cells a text takes: two for wide characters and emoji, none for marks and controls. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  return graphemes(text).reduce((sum, { segment }) => sum + clusterWidth(segment), 0);
}

/** Whether a character of a right-to-left script is in the text, so that its cells may not be in reading order. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * The text without what could disturb a terminal: control characters (which could move the cursor or colour
 * the rest) become U+FFFD, and bidi controls (which could reorder the rest) are dropped.
 */
export function printable(text: string): string {
  return text.replace(CONTROLS, '\uFFFD').replace(BIDI_CONTROLS, '');
}

function clusterWidth(cluster: string): number {
  if (ZERO.test(cluster)) return 0;
  return WIDE.test(cluster) ? 2 : 1;
}
