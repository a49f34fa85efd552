/** What the codes of ./codes.ts are made of: clusters, the combining marks on them, and marks that only a reader notices. */
import type { PlacedCluster } from '../text/break/fragments.ts';

export const MARK = /\p{Mn}/u;
const MARKS = /\p{Mn}{2,}/gu;
export const FORMAT = /^\p{Cf}+$/u;
/** Width of a mark apart, em: PDFium drops what is narrower than 0.01 pt, and pdf.js forgets the place of what has none. */
const HARDLY = 0.0001;

/** A cluster as it is written, or a part of it. */
export interface Code extends PlacedCluster {
  /**
   * A mark in a text object of its own: it has hardly a width, and PDFium takes no notice of such text objects. A `piece`
   * is in marked content of its own too, so that pdf.js begins a new piece of text behind it.
   */
  readonly apart?: 'object' | 'piece';
}

/** Letters with their marks as one character where there is one; anything else as it was typed, also the order of marks. */
export function composed(text: string): string {
  if (!MARK.test(text)) return text;
  const shortest = text.normalize('NFC');
  return shortest.length < text.length ? shortest : text;
}

/**
 * The text last character first. Two marks of one letter keep their order where Unicode holds either for the same: PDFium
 * does not turn them round.
 */
export function backwards(text: string): string {
  const turned = Array.from(text).reverse().join('');
  return turned.replace(MARKS, (marks) => {
    const kept = Array.from(marks).reverse().join('');
    return kept.normalize('NFD') === marks.normalize('NFD') ? kept : marks;
  });
}

/** A mark that all readers but PDFium take notice of. */
export function markApart(beside: PlacedCluster, text: string, x: number): Code {
  const code = silent(beside, text, x);
  const advance = HARDLY * beside.cluster.face.unitsPerEm;
  return {
    ...code,
    cluster: { ...code.cluster, advance, width: HARDLY * beside.cluster.size },
    apart: 'object',
  };
}

/** Each combining mark a code of its own; the glyph goes with what is not a mark. */
export function marksApart(placed: PlacedCluster, text: string): PlacedCluster[] {
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
export function silent({ cluster }: PlacedCluster, text: string, x: number): PlacedCluster {
  return { cluster: { ...cluster, glyphs: [], advance: 0, width: 0 }, x, text };
}
