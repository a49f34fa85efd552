/** The text of a drawing, set by the text engine: shaped, in visual order, in faces that have its letters. */
import { type Drawing, marksIn, type TextMark, type TextPiece, type TextRun } from '../document/drawing.ts';
import type { ParagraphStyle, TextSpan } from '../document/style.ts';
import { findLanguage, type Language } from '../language/language.ts';
import { buildLine, type TextLine } from '../text/break/line.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { ParagraphMemory } from '../text/paragraph-cache.ts';
import { type DrawingItem, type Page, picturesOn } from './page-item.ts';

/** Type is shaped in this size, whatever size it is drawn in: places come out as fine for small letters as for large. */
const SIZE = 12;

export interface SetLine {
  readonly line: TextLine;
  /** Left end and baseline, from the point that the text is placed by. */
  readonly x: number;
  readonly y: number;
  /** The runs that the spans of the line were made of. */
  readonly runs: readonly TextRun[];
}

export interface SetText {
  /** The units in which the lines are set, of which the mark's are `size` times as large. */
  readonly size: number;
  readonly lines: readonly SetLine[];
}

/** A drawing with its text. */
export interface SetDrawing {
  readonly drawing: Drawing;
  readonly texts: ReadonlyMap<TextMark, SetText>;
}

export interface DrawingContext {
  readonly paragraphs: ParagraphMemory;
  readonly onParagraph: (paragraph: Paragraph) => void;
}

/** The drawings of a document, each set once for a language. */
export class SetDrawings {
  readonly #set = new Map<Drawing, Map<string, SetDrawing>>();

  constructor(pages: readonly Page[], context: DrawingContext) {
    for (const item of picturesOn(pages)) if (item.type === 'drawing') this.#add(item, context);
  }

  of({ drawing, language }: DrawingItem): SetDrawing {
    return this.#set.get(drawing)!.get(language.tag)!;
  }

  #add({ drawing, language }: DrawingItem, context: DrawingContext): void {
    const byLanguage = this.#set.get(drawing) ?? new Map<string, SetDrawing>();
    this.#set.set(drawing, byLanguage);
    if (byLanguage.has(language.tag)) return;
    const texts = new Map<TextMark, SetText>();
    for (const mark of marksIn(drawing.marks))
      if (mark.type === 'text') texts.set(mark, setText(mark, language, context));
    byLanguage.set(language.tag, { drawing, texts });
  }
}

function setText(mark: TextMark, language: Language, context: DrawingContext): SetText {
  const pieces = mark.pieces.map((piece) => ({ piece, line: pieceLine(piece, mark, language, context) }));
  const total = pieces.reduce((sum, { piece, line }) => sum + piece.dx * SIZE + line.width, 0);
  const isLeftwards = mark.dir === 'rtl';
  // What comes before the point, where text runs to the right; behind it, where it runs to the left.
  const before = mark.anchor === 'middle' ? total / 2 : mark.anchor === 'end' ? total : 0;
  let pen = isLeftwards ? before : -before;
  let y = 0;
  const lines = pieces.map(({ piece, line }): SetLine => {
    y += piece.dy * SIZE;
    const step = piece.dx * SIZE;
    const x = isLeftwards ? pen - line.width + step : pen + step;
    pen = isLeftwards ? x : x + line.width;
    return { line, x, y, runs: piece.runs };
  });
  return { size: SIZE, lines };
}

function pieceLine(
  { runs }: TextPiece,
  { dir }: TextMark,
  language: Language,
  context: DrawingContext,
): TextLine {
  const spans = runs.map((run): TextSpan => {
    const own = run.lang === undefined ? undefined : findLanguage(run.lang);
    return { text: run.text, style: styleOf(run), source: run.source, ...(own && { language: own }) };
  });
  const style: ParagraphStyle = { align: 'start', language, dir, lineHeight: SIZE, style: spans[0]!.style };
  const paragraph = context.paragraphs.prepare(spans, style);
  context.onParagraph(paragraph);
  return buildLine(paragraph, { from: 0, to: paragraph.clusters.length, hyphen: false, last: true });
}

function styleOf({
  role,
  bold,
  italic,
  size,
  color,
  underline,
  strike,
  tracking,
}: TextRun): TextSpan['style'] {
  return {
    role,
    weight: bold ? 700 : 400,
    italic,
    size: size * SIZE,
    color,
    ...(underline && { underline }),
    ...(strike && { strike }),
    ...(tracking !== 0 && { tracking }),
  };
}
