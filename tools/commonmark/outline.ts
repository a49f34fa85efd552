/**
 * The structure of a document as both sides of the comparison are brought to it: elements by their tag, and the text
 * between them. A person can read it, a line for each.
 */

export interface Outline {
  /** P, H2, L, LI, Lbl, LBody … as in the tag tree; Deleted for text that is struck out, which has no tag. */
  readonly tag: string;
  /** What else is said of it: where a Link leads, what a Figure shows, how a column is aligned. */
  readonly says?: string;
  readonly children: readonly Piece[];
}

export type Piece = Outline | string;

/** Stands in text for a line break of the author's. */
export const BREAK = '↵';

/** An element of a paragraph or a whole one, without what nobody sees: white space at the edges, and what is empty. */
export function outline(tag: string, children: readonly Piece[], says?: string): Outline {
  return { tag, ...(says !== undefined && { says }), children: trimmed(joined(children)) };
}

/** An element in a line of text. */
export function inline(tag: string, children: readonly Piece[], says?: string): Outline {
  return { tag, ...(says !== undefined && { says }), children: joined(children) };
}

/** Text that is one piece after another is one piece, and white space one space. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (isEmpty(piece)) continue;
    if (typeof piece === 'string' && typeof last === 'string')
      whole[whole.length - 1] = (last + piece).replace(/ {2,}/g, ' ');
    else if (isDeleted(piece) && isDeleted(last))
      whole[whole.length - 1] = inline('Deleted', [...last.children, ...piece.children]);
    else whole.push(piece);
  }
  return whole;
}

/** Elements in a line of text, which are nothing without their text. */
const PHRASES = new Set(['Em', 'Strong', 'Code', 'Link', 'Deleted']);

function isEmpty(piece: Piece): boolean {
  return piece === '' || (typeof piece === 'object' && PHRASES.has(piece.tag) && piece.children.length === 0);
}

function isDeleted(piece: Piece | undefined): piece is Outline {
  return typeof piece === 'object' && piece.tag === 'Deleted';
}

/** Without the white space at both edges, inside phrases too. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const start = trimmedAt(pieces, 0, (text) => text.replace(/^ +/, ''));
  return trimmedAt(start, -1, (text) => text.replace(/ +$/, ''));
}

function trimmedAt(pieces: readonly Piece[], edge: 0 | -1, trim: (text: string) => string): Piece[] {
  const piece = pieces.at(edge);
  if (piece === undefined || (typeof piece === 'object' && !PHRASES.has(piece.tag))) return [...pieces];
  const tidy =
    typeof piece === 'string' ? trim(piece) : { ...piece, children: trimmedAt(piece.children, edge, trim) };
  const others = edge === 0 ? pieces.slice(1) : pieces.slice(0, -1);
  if (isEmpty(tidy)) return trimmedAt(others, edge, trim);
  return edge === 0 ? [tidy, ...others] : [...others, tidy];
}

/** Each element and each text on a line of its own, those inside others indented. */
export function print(pieces: readonly Piece[]): string {
  return pieces.flatMap(linesOf).join('\n');
}

function linesOf(piece: Piece): string[] {
  if (typeof piece === 'string') return [JSON.stringify(piece)];
  const { tag, says, children } = piece;
  return [
    says === undefined ? tag : `${tag} ${says}`,
    ...children.flatMap(linesOf).map((line) => `  ${line}`),
  ];
}

/** Lines of code, their spaces to be seen; none at the end of a line, where there is nothing to see. */
export function codeLines(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/[ \u00a0]+$/, '').replaceAll(/[ \u00a0]/g, '·')).join(BREAK);
}
