/** Paints a drawing as a form: its marks as operators of PDF, with the resources that they need. */
import type {
  BitmapMark,
  Fill,
  GroupMark,
  Mark,
  Pattern,
  ShapeMark,
  Stroke,
  TextMark,
} from '../../document/drawing.ts';
import { type Matrix, multiply, scaling } from '../../document/matrix.ts';
import { type Box, pathBox } from '../../document/path.ts';
import { FormCanvas } from '../../pdf/canvas.ts';
import type { PdfReference } from '../../pdf/embedded-font.ts';
import type { PdfFile } from '../../pdf/file.ts';
import { imageOperators } from '../../pdf/images/embed.ts';
import { scalar } from '../../pdf/operators.ts';
import type { SetDrawing } from '../../typeset/drawing-text.ts';
import { paintDecoration, paintFragment } from '../text-painter.ts';
import { PaintResources } from './paint-resources.ts';
import { formatBefore, pathOperators, penOperators } from './path-operators.ts';

/** The drawing as a form in its own space. */
export function drawingForm(file: PdfFile, { drawing, texts }: SetDrawing): PdfReference {
  const box: Box = [0, 0, ...drawing.space];
  const painter = new MarkPainter(file, texts, box);
  painter.paint(drawing.marks);
  // Transparent parts are mixed in the colours of the form, and once for all.
  return painter.canvas.endForm(box, 'DeviceRGB');
}

class MarkPainter {
  readonly canvas: FormCanvas;
  readonly #file: PdfFile;
  readonly #texts: SetDrawing['texts'];
  readonly #box: Box;
  readonly #resources: PaintResources;
  #forms = 0;

  constructor(file: PdfFile, texts: SetDrawing['texts'], box: Box) {
    this.#file = file;
    this.#texts = texts;
    this.#box = box;
    this.canvas = new FormCanvas(file);
    this.#resources = new PaintResources(file, this.canvas, box, (pattern) => this.#tile(pattern));
  }

  paint(marks: readonly Mark[]): void {
    for (const mark of marks) this.#paintMark(mark);
  }

  #paintMark(mark: Mark): void {
    switch (mark.type) {
      case 'shape':
        this.#paintShape(mark);
        return;
      case 'group':
        this.#paintGroup(mark);
        return;
      case 'bitmap':
        this.#paintBitmap(mark);
        return;
      case 'text':
        this.#paintText(mark);
    }
  }

  /** Another canvas in the same space, for what is painted apart. */
  #apart(marks: readonly Mark[]): FormCanvas {
    const painter = new MarkPainter(this.#file, this.#texts, this.#box);
    painter.paint(marks);
    return painter.canvas;
  }

  #paintShape(mark: ShapeMark): void {
    const { fill, stroke } = mark;
    if (mark.strokeFirst && stroke) this.#stroke(mark, stroke);
    if (fill) this.#fill(mark, fill);
    if (!mark.strokeFirst && stroke) this.#stroke(mark, stroke);
  }

  #fill({ path }: ShapeMark, { paint, opacity, evenOdd }: Fill): void {
    const box = pathBox(path) ?? this.#box;
    this.#inState(this.#resources.stateOf(paint, opacity, box), () => {
      const color = this.#resources.color(paint, 'fill', box);
      this.canvas.addContent(`${color} ${pathOperators(path)} ${evenOdd ? 'f*' : 'f'}`);
    });
  }

  #stroke({ path }: ShapeMark, stroke: Stroke): void {
    const box = pathBox(path) ?? this.#box;
    const around: Box = [
      box[0] - stroke.width,
      box[1] - stroke.width,
      box[2] + 2 * stroke.width,
      box[3] + 2 * stroke.width,
    ];
    const color = this.#resources.color(stroke.paint, 'stroke', around);
    const { before } = stroke;
    const format = before && formatBefore(before.matrix);
    const place = before ? `${before.matrix.map(scalar).join(' ')} cm ` : '';
    const outline = pathOperators(before?.path ?? path, format);
    const state = this.#resources.stateOf(stroke.paint, stroke.opacity, around);
    this.canvas.addContent(`q ${state}${color} ${place}${penOperators(stroke, format)} ${outline} S Q`);
  }

  #inState(state: string, paint: () => void): void {
    if (state) this.canvas.addContent(`q ${state}`);
    paint();
    if (state) this.canvas.addContent('Q');
  }

  #tile({ marks, tile, matrix }: Pattern): PdfReference {
    const painter = new MarkPainter(this.#file, this.#texts, tile);
    painter.paint(marks);
    return painter.canvas.endTile(tile, matrix);
  }

  #paintGroup({ opacity, blend, isolated, clips, mask, marks }: GroupMark): void {
    this.canvas.addContent('q');
    for (const { path, evenOdd } of clips)
      this.canvas.addContent(`${pathOperators(path)} ${evenOdd ? 'W*' : 'W'} n`);
    if (opacity === 1 && !mask && !blend && !isolated) this.paint(marks);
    else {
      const states = opacity < 1 ? [this.#resources.opacity(opacity)] : [];
      if (blend) states.push(this.#resources.blend(blend));
      if (mask) {
        const shown = this.#apart([
          { type: 'group', opacity: 1, clips: [{ path: mask.clip, evenOdd: false }], marks: mask.marks },
        ]);
        const S = mask.by === 'alpha' ? 'Alpha' : 'Luminosity';
        const G = shown.endForm(this.#box, 'DeviceRGB');
        states.push(this.#resources.state({ SMask: { Type: 'Mask', S, G } }));
      }
      const form = this.#apart(marks).endForm(this.#box, 'DeviceRGB');
      const name = this.canvas.resource('XObject', `form ${++this.#forms}`, () => form);
      this.canvas.addContent(`${states.join(' ')} /${name} Do`);
    }
    this.canvas.addContent('Q');
  }

  #paintBitmap({ id, matrix, opacity }: BitmapMark): void {
    const image = this.#file.image(id);
    if (!image) return;
    const name = this.canvas.resource('XObject', `image ${id}`, () => image.reference);
    const state = opacity < 1 ? `${this.#resources.opacity(opacity)} ` : '';
    const unit = { x: 0, y: 0, width: 1, height: 1 };
    this.canvas.addContent(
      `q ${state}${matrix.map(scalar).join(' ')} cm ${imageOperators(name, image.prepared, unit)} Q`,
    );
  }

  #paintText(mark: TextMark): void {
    const set = this.#texts.get(mark);
    if (!set) return;
    const matrix: Matrix = multiply(mark.matrix, scaling(1 / set.size));
    this.canvas.addContent(`q ${matrix.map(scalar).join(' ')} cm`);
    for (const { line, x, y, runs } of set.lines) {
      const fragments = [...line.fragments].sort((a, b) => a.start - b.start);
      for (const fragment of fragments) {
        const opacity = runs[fragment.span]!.opacity;
        if (opacity === 0) continue;
        const { style } = line.paragraph.spans[fragment.span]!;
        this.#inState(opacity < 1 ? this.#resources.opacity(opacity) : '', () => {
          paintFragment(this.canvas, fragment, style, { x, y });
          const decoration = paintDecoration(fragment, style, x, y);
          if (decoration) this.canvas.addContent(decoration);
        });
      }
    }
    this.canvas.addContent('Q');
  }
}
