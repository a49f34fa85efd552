/** What is done to a good file: a few edits, of which each is small, repeated, or a piece that its format means something by. */
import type { Random } from './random.ts';

/** Text that is hard for whoever reads text, in any format. */
const HARD = [
  '\u202e',
  '\u2066',
  '\u200d',
  '\u0000',
  '\u001b[31m',
  '\ufeff',
  '\u2028',
  '\r',
  '\r\n',
  '\t',
  '\ud800',
  'ﷺ',
  '👩‍👩‍👧',
  'e\u0301\u0302\u0303',
  '٣٤',
  'שלום',
  'سلام',
  '𞤀𞤣',
  '𝔘',
  '0',
  '-1',
  '1e309',
  '99999999999999999999',
  'NaN',
  'null',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '/dev/zero',
  'javascript:alert(1)',
  'file:///etc/passwd',
];
/** Edits of one case. */
const MOST_EDITS = 4;
/** How often a piece is repeated at most: enough that a square would be seen, and not a minute of honest work. */
const MOST_REPEATS = 3000;
/** Longer files are cut: they would be slow for no fault. */
const MOST_CHARACTERS = 200_000;

/** @param words pieces that the format gives a meaning to */
export function mutateText(text: string, words: readonly string[], random: Random): string {
  let result = text;
  for (let edits = 1 + random.below(MOST_EDITS); edits > 0; edits--) result = edit(result, words, random);
  return result.slice(0, MOST_CHARACTERS);
}

function edit(text: string, words: readonly string[], random: Random): string {
  const at = random.below(text.length + 1);
  const piece = text.slice(at, at + 1 + random.below(40));
  const insert = (what: string): string => text.slice(0, at) + what + text.slice(at);
  switch (random.below(10)) {
    case 0:
      return text.slice(0, at) + text.slice(at + piece.length);
    case 1:
      return insert(piece);
    case 2:
      return insert(random.pick(HARD));
    case 3:
    case 4:
      return insert(random.pick(words));
    case 5:
      return insert(random.pick([...words, ...HARD, piece]).repeat(2 + random.below(6)));
    case 6:
      return random.once(6)
        ? insert(random.pick([...words, piece]).repeat(random.below(MOST_REPEATS)))
        : text;
    case 7:
      return swapLines(text, random);
    case 8:
      return random.once(4) ? text.slice(0, at) : text.slice(0, at) + random.pick(HARD) + text.slice(at + 1);
    default:
      return text.slice(0, at) + random.pick(words) + text.slice(at + piece.length);
  }
}

function swapLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const [a, b] = [random.below(lines.length), random.below(lines.length)];
  [lines[a], lines[b]] = [lines[b]!, lines[a]!];
  return lines.join('\n');
}

const EXTREMES = [0, 1, 0x7f, 0x80, 0xff];

/** Bits turned, fields set to their extremes, parts taken out, put in twice, or cut off. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let result = Buffer.from(bytes);
  for (let edits = 1 + random.below(MOST_EDITS * 2); edits > 0; edits--) {
    if (result.length < 8) return result;
    // Heads of files and of their parts are where most is decided.
    const at = random.below(random.once(2) ? Math.min(400, result.length) : result.length);
    const length = 1 + random.below(64);
    switch (random.below(7)) {
      case 0:
        result[at] = result[at]! ^ (1 << random.below(8));
        break;
      case 1:
        result
          .subarray(at, at + (random.once(3) ? length : random.pick([1, 2, 4])))
          .fill(random.pick(EXTREMES));
        break;
      case 2:
        result[at] = random.below(256);
        break;
      case 3:
        result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
        break;
      case 4:
        result = Buffer.concat([result.subarray(0, at + length), result.subarray(at)]);
        break;
      case 5:
        if (random.once(8)) result = result.subarray(0, at);
        break;
      default:
        if (at + 4 <= result.length) result.writeUInt32BE(random.below(2 ** 31), at);
    }
  }
  return result;
}
