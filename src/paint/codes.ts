/**
 * What the codes of a fragment say to a reader of the PDF, from left to right. docs/text-extraction.md tells what was
 * measured; the rules are what PDFium, pdf.js, poppler and MuPDF agree on:
 *
 * - Readers take right-to-left text for a picture of it and turn it round character by character. A code of several
 *   characters (a ligature) therefore says them from left to right, the last one first.
 * - pdf.js gives no width to a code with a combining mark in its text: each mark is a code of its own, without a glyph.
 *   PDFium and poppler take a mark that comes twice at one place for a shadow: such a cluster stays one code.
 * - Nobody finds a letter and its mark who looks for the one character that Unicode has for both: they are written as that,
 *   however they were typed. PDFium takes some of them apart again (ۀ, ۂ, ۓ).
 * - pdf.js drops a code whose text ends with a format character: ZWNJ joins the letter before it.
 * - A space after a word that ends with a mark is one code with the letter before which it stands: pdf.js takes a space for a
 *   distance and would see it on the other side of the mark. No right-to-left mark there, or the two words are not
 *   found together.
 * - PDFium and pdf.js turn no script round that lies beyond the Basic Multilingual Plane (Adlam): its letters are painted in
 *   reading order, from the right end.
 * - Right-to-left marks stand where readers lose a place: at a space between right-to-left text and another fragment
 *   (pdf.js drops it, poppler puts it and brackets on the wrong side of the number), and between a combining mark and a
 *   comma (PDFium changes them round).
 */
import type { PlacedCluster } from '../text/break/fragments.ts';
import { backwards, type Code, composed, FORMAT, MARK, markApart, marksApart, silent } from './marks.ts';

const ENDS_WITH_MARK = /\p{Mn}$/u;
const PUNCTUATION = /^\p{P}/u;
/** Scripts in which the search of PDFium asks for each space. */
const ARABIC = /\p{sc=Arab}/u;
/** What PDFium leaves where it stands beside a number or a mark when it turns the rest round (bidi classes CS, ES, ET). */
const GOES_WITH_NUMBER = /^[،٪.,:/%+-]/;
const RLM = '\u200f';
/** A space that pdf.js takes for a character and not for a distance. */
const MARKED_SPACE = `${RLM} `;
/** How far from the right edge of a comma its closing mark stands, of its width: readers sort by place. */
const SECOND = 0.1;

/** Codes for the clusters of a fragment, which come from left to right. */
export function codesOf(fragment: readonly PlacedCluster[], rightToLeft: boolean): Code[] {
  const clusters = fragment.map((placed) => ({ ...placed, text: composed(placed.text) }));
  if (!rightToLeft) return clusters.flatMap((placed) => (placed.text ? marksApart(placed, placed.text) : []));
  if (isPaintedInOrder(clusters)) return inReadingOrder(clusters);
  const codes: Code[] = [];
  let format = '';
  clusters.forEach((placed, index) => {
    const { cluster, text, x } = placed;
    if (text === '') return;
    const before = clusters[index + 1];
    const afterMark = before !== undefined && ENDS_WITH_MARK.test(before.text);
    const afterNumber = before !== undefined && isNumber(before) && !isNumber(placed);
    if (FORMAT.test(text)) format = backwards(text) + format;
    else if (text === ' ') {
      // Format characters may stand to the left of the first that is seen.
      if (codes.length === 0)
        codes.push(...(before ? markedSpace(placed) : closed(markedSpace(placed), placed)));
      else if (!before) codes.push(...closed(withSpaceAfter(codes.pop()!, placed), placed));
      else if (afterMark) codes.push(...withSpaceAfter(codes.pop()!, placed));
      else codes.push(...(afterNumber ? closed([placed], placed) : [placed]));
    } else {
      codes.push(...marksApart(placed, format + backwards(text)));
      if ((afterMark || afterNumber) && GOES_WITH_NUMBER.test(text))
        codes.push(
          silent(
            placed,
            afterMark && !ARABIC.test(before.text) ? ' ' : RLM,
            x + cluster.width * (1 - SECOND),
          ),
        );
      else if ((afterMark || afterNumber || !before) && PUNCTUATION.test(text))
        codes.push(markApart(placed, RLM, x + cluster.width));
      format = '';
    }
  });
  return codes;
}

/** Whether a cluster in right-to-left text runs from left to right: a digit or a sign between digits. */
export function isNumber({ cluster }: PlacedCluster): boolean {
  return (cluster.level & 1) === 0;
}

/** The space that ends a line before these codes: pdf.js would give a mark at the left edge to the line above. */
export function lineEndSpace(space: PlacedCluster, first: PlacedCluster): Code[] {
  if (!MARK.test(first.text)) return [space];
  return markedSpace(space).map((code) => (code.apart ? { ...code, apart: 'piece' } : code));
}

/** What stands before codes that begin with a mark and end no line at a space, for the same reason. */
export function openingMark(first: PlacedCluster): Code[] {
  return MARK.test(first.text) ? [markApart(first, MARKED_SPACE, first.x)] : [];
}

/** A mark for the end of a line in right-to-left text, where the last word is a number or in another script. */
export function closingMark(first: PlacedCluster): Code {
  return markApart(first, RLM, first.x);
}

/** A space beside text of the other direction: pdf.js would drop it when the pen jumps back. */
function markedSpace(space: PlacedCluster): Code[] {
  return [{ ...space, text: ' ' }, markApart(space, MARKED_SPACE, space.x + space.cluster.width)];
}

/** Puts a right-to-left mark behind codes that end with `space`. */
function closed(codes: readonly Code[], space: PlacedCluster): Code[] {
  return [...codes, markApart(space, RLM, space.x + space.cluster.width)];
}

/**
 * The first letter of a word and the space before it as one code: pdf.js takes a space by itself for a distance, and would
 * put it on the wrong side of the mark that comes next.
 */
function withSpaceAfter(letter: PlacedCluster, space: PlacedCluster): PlacedCluster[] {
  if (MARK.test(letter.text)) return [letter, { ...space, text: MARKED_SPACE }];
  const { cluster } = letter;
  const perUnit = cluster.size / cluster.face.unitsPerEm;
  const width = space.x + space.cluster.width - letter.x;
  const advance = Math.round(width / perUnit);
  // As a part of right-to-left text, so that a digit has this width and not its own.
  const level = cluster.level | 1;
  return [{ cluster: { ...cluster, advance, width, level }, x: letter.x, text: `${letter.text} ` }];
}

/** Scripts from right to left beyond the Basic Multilingual Plane, which PDFium and pdf.js do not turn round. */
const BEYOND = /[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a right-to-left fragment is painted in reading order, letter by letter from its right end: Adlam, Rohingya. */
export function isPaintedInOrder(clusters: readonly PlacedCluster[]): boolean {
  return clusters.some(({ text }) => BEYOND.test(text));
}

/** A space that pdf.js takes for a character, and PDFium for no sign of a direction. */
const KEPT_SPACE = '\u200b ';
/** How far to the left of its letter the mark stands, pt: poppler sorts by place. */
const MARK_BEFORE = 0.01;

function inReadingOrder(clusters: readonly PlacedCluster[]): Code[] {
  return [...clusters].reverse().flatMap((placed) => {
    if (placed.text === '') return [];
    if (placed.text === ' ') return [{ ...placed, text: KEPT_SPACE }];
    return marksApart(placed, placed.text).map((code) =>
      MARK.test(code.text) ? { ...code, x: placed.x - MARK_BEFORE } : code,
    );
  });
}
