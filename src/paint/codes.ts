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
 * - Right-to-left marks stand where readers lose a place: at a space between right-to-left text and another fragment
 *   (pdf.js drops it, poppler puts it and brackets on the wrong side of the number), and between a combining mark and a
 *   comma (PDFium changes them round).
 */
import type { PlacedCluster } from '../text/break/fragments.ts';

const MARK = /\p{Mn}/u;
const ENDS_WITH_MARK = /\p{Mn}$/u;
const MARKS = /\p{Mn}{2,}/gu;
const FORMAT = /^\p{Cf}+$/u;
const PUNCTUATION = /^\p{P}/u;
/** Scripts in which the search of PDFium asks for each space. */
const ARABIC = /\p{sc=Arab}/u;
/** What PDFium leaves where it stands beside a number or a mark when it turns the rest round (bidi classes CS, ES, ET). */
const GOES_WITH_NUMBER = /^[،٪.,:/%+-]/;
const RLM = '\u200f';
/** A space that pdf.js takes for a character and not for a distance. */
const MARKED_SPACE = `${RLM} `;
/** Width of a mark apart, em: PDFium drops what is narrower than 0.01 pt, and pdf.js forgets the place of what has none. */
const HARDLY = 0.0001;
/** How far from the right edge of a comma its closing mark stands, of its width: readers sort by place. */
const SECOND = 0.1;

/** A cluster as it is written, or a part of it. */
export interface Code extends PlacedCluster {
  /**
   * A mark in a text object of its own: it has hardly a width, and PDFium takes no notice of such text objects. A `piece`
   * is in marked content of its own too, so that pdf.js begins a new piece of text behind it.
   */
  readonly apart?: 'object' | 'piece';
}

/** Codes for the clusters of a fragment, which come from left to right. */
export function codesOf(fragment: readonly PlacedCluster[], rightToLeft: boolean): Code[] {
  const clusters = fragment.map((placed) => ({ ...placed, text: composed(placed.text) }));
  if (!rightToLeft) return clusters.flatMap((placed) => (placed.text ? marksApart(placed, placed.text) : []));
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
      if (index === 0) codes.push(...(before ? markedSpace(placed) : closed(markedSpace(placed), placed)));
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

/** Letters with their marks as one character where there is one; anything else as it was typed, also the order of marks. */
function composed(text: string): string {
  if (!MARK.test(text)) return text;
  const shortest = text.normalize('NFC');
  return shortest.length < text.length ? shortest : text;
}

/**
 * The text last character first. Two marks of one letter keep their order where Unicode holds either for the same: PDFium
 * does not turn them round.
 */
function backwards(text: string): string {
  const turned = Array.from(text).reverse().join('');
  return turned.replace(MARKS, (marks) => {
    const kept = Array.from(marks).reverse().join('');
    return kept.normalize('NFD') === marks.normalize('NFD') ? kept : marks;
  });
}

/** A space beside text of the other direction: pdf.js would drop it when the pen jumps back. */
function markedSpace(space: PlacedCluster): Code[] {
  return [{ ...space, text: ' ' }, markApart(space, MARKED_SPACE, space.x + space.cluster.width)];
}

/** Puts a right-to-left mark behind codes that end with `space`. */
function closed(codes: readonly Code[], space: PlacedCluster): Code[] {
  return [...codes, markApart(space, RLM, space.x + space.cluster.width)];
}

/** A mark that all readers but PDFium take notice of. */
function markApart(beside: PlacedCluster, text: string, x: number): Code {
  const code = silent(beside, text, x);
  const advance = HARDLY * beside.cluster.face.unitsPerEm;
  return {
    ...code,
    cluster: { ...code.cluster, advance, width: HARDLY * beside.cluster.size },
    apart: 'object',
  };
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

/** Each combining mark a code of its own; the glyph goes with what is not a mark. */
function marksApart(placed: PlacedCluster, text: string): PlacedCluster[] {
  if (!MARK.test(text)) return [{ ...placed, text }];
  const characters = Array.from(text);
  const marks = characters.filter((character) => MARK.test(character));
  if (new Set(marks).size < marks.length) return [{ ...placed, text }];
  const texts: string[] = [];
  for (const character of characters)
    if (MARK.test(character) || texts.length === 0 || MARK.test(texts.at(-1)!)) texts.push(character);
    else texts[texts.length - 1] += character;
  const base = Math.max(
    0,
    texts.findIndex((part) => !MARK.test(part) && !FORMAT.test(part)),
  );
  const end = placed.x + placed.cluster.width;
  return texts.map((part, index) =>
    index === base ? { ...placed, text: part } : silent(placed, part, index < base ? placed.x : end),
  );
}

/** A code that draws nothing and takes no room. */
function silent({ cluster }: PlacedCluster, text: string, x: number): PlacedCluster {
  return { cluster: { ...cluster, glyphs: [], advance: 0, width: 0 }, x, text };
}
