/**
 * What the codes of a fragment say to a reader of the PDF, from left to right. docs/text-extraction.md tells what was
 * measured; the rules are what PDFium, pdf.js, poppler and MuPDF agree on:
 *
 * - Readers take right-to-left text for a picture of it and turn it round character by character. A code of several
 *   characters (a ligature) therefore says them from left to right, the last one first.
 * - pdf.js gives no width to a code with a combining mark in its text: each mark is a code of its own, without a glyph.
 *   PDFium and poppler take a mark that comes twice at one place for a shadow: such a cluster stays one code.
 * - pdf.js drops a code whose text ends with a format character: ZWNJ joins the letter before it.
 * - Right-to-left marks stand where readers lose a place: at a space between right-to-left text and another fragment
 *   (pdf.js drops it, poppler puts it and brackets on the wrong side of the number) or after a word that ends with a mark, and
 *   between such a mark and a comma (PDFium changes them round).
 */
import type { PlacedCluster } from '../text/break/line.ts';

const MARK = /\p{Mn}/u;
const ENDS_WITH_MARK = /\p{Mn}$/u;
const FORMAT = /^\p{Cf}+$/u;
const PUNCTUATION = /^\p{P}/u;
const RLM = '\u200f';
/** How far from the right edge of a space or comma its closing mark stands, of its width: readers sort by place. */
const SECOND = 0.1;

/** Codes for the clusters of a fragment, which come from left to right. */
export function codesOf(clusters: readonly PlacedCluster[], rightToLeft: boolean): PlacedCluster[] {
  if (!rightToLeft) return clusters.flatMap((placed) => (placed.text ? marksApart(placed, placed.text) : []));
  const codes: PlacedCluster[] = [];
  let format = '';
  clusters.forEach((placed, index) => {
    const { cluster, text, x } = placed;
    if (text === '') return;
    const before = clusters[index + 1];
    const afterMark = before !== undefined && ENDS_WITH_MARK.test(before.text);
    if (FORMAT.test(text)) format = backwards(text) + format;
    else if (text === ' ') {
      if (!before) codes.push(...closedSpace(placed));
      else codes.push(index === 0 || afterMark ? { ...placed, text: `${RLM} ` } : placed);
    } else {
      codes.push(...marksApart(placed, format + backwards(text)));
      if ((afterMark || !before) && PUNCTUATION.test(text))
        codes.push(silent(placed, RLM, x + cluster.width * (1 - SECOND)));
      format = '';
    }
  });
  return codes;
}

/** What the space says that ends a line after these codes: pdf.js would give a mark at the left edge to the line above. */
export function lineEndSpace(first: PlacedCluster): string {
  return MARK.test(first.text) ? `${RLM} ` : ' ';
}

/** A mark for the end of a line in right-to-left text, where the last word is a number or in another script. */
export function closingMark(first: PlacedCluster): PlacedCluster {
  return silent(first, RLM, first.x);
}

function backwards(text: string): string {
  return Array.from(text).reverse().join('');
}

/** A space with a right-to-left mark at each side, in two codes: pdf.js would drop one that ended with a mark. */
function closedSpace(placed: PlacedCluster): PlacedCluster[] {
  const { cluster, x } = placed;
  const second = Math.round(cluster.advance * SECOND);
  const left = { ...cluster, advance: cluster.advance - second };
  const right = { ...cluster, glyphs: [], advance: second };
  return [
    { cluster: left, x, text: `${RLM} ` },
    { cluster: right, x: x + cluster.width * (1 - SECOND), text: RLM },
  ];
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
