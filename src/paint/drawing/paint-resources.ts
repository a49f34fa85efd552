/** Colours, gradients, patterns and opacities of a drawing as resources of what it is painted on. */
import type { BlendMode, Gradient, Paint, Pattern } from '../../document/drawing.ts';
import type { Box } from '../../document/path.ts';
import { FormCanvas } from '../../pdf/canvas.ts';
import type { PdfReference } from '../../pdf/embedded-font.ts';
import type { PdfFile } from '../../pdf/file.ts';
import { rgb, scalar } from '../../pdf/operators.ts';
import { shadingOf } from './shading.ts';

export class PaintResources {
  readonly #file: PdfFile;
  readonly #canvas: FormCanvas;
  readonly #box: Box;
  readonly #tile: (pattern: Pattern) => PdfReference;
  #count = 0;

  /**
   * @param box - of the canvas
   * @param tile - writes a tile with the marks of a pattern
   */
  constructor(file: PdfFile, canvas: FormCanvas, box: Box, tile: (pattern: Pattern) => PdfReference) {
    this.#file = file;
    this.#canvas = canvas;
    this.#box = box;
    this.#tile = tile;
  }

  /** The operator for an opacity, and for that of a gradient's stops; empty when everything is opaque. */
  stateOf(paint: Paint, opacity: number, box: Box): string {
    const fades =
      paint.type !== 'color' && paint.type !== 'pattern' && paint.stops.some((stop) => stop.opacity < 1);
    if (!fades) return opacity < 1 ? `${this.opacity(opacity)} ` : '';
    const grays = new FormCanvas(this.#file);
    const shading = grays.resource('Shading', 'opacity', () => shadingOf(paint, 'opacity', box));
    grays.addContent(`q ${paint.matrix.map(scalar).join(' ')} cm /${shading} sh Q`);
    const mask = grays.endForm(this.#box, 'DeviceGray');
    return `${this.state({ SMask: { Type: 'Mask', S: 'Luminosity', G: mask }, ca: opacity, CA: opacity })} `;
  }

  opacity(opacity: number): string {
    const value = Number(opacity.toFixed(4));
    return this.state({ ca: value, CA: value }, `${value}`);
  }

  /** The operator for how colours mix with those below; PDF names the modes as CSS does, in capitals. */
  blend(mode: BlendMode): string {
    const BM = mode.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
    return this.state({ BM }, mode);
  }

  /** The operator for a graphics state; one that is asked for again by its `key` is written once. */
  state(entries: Record<string, unknown>, key = `state ${++this.#count}`): string {
    const name = this.#canvas.resource('ExtGState', key, () => ({ Type: 'ExtGState', ...entries }));
    return `/${name} gs`;
  }

  color(paint: Paint, use: 'fill' | 'stroke', box: Box): string {
    if (paint.type === 'color') return rgb(paint.color, use);
    const name = this.#canvas.resource('Pattern', `${++this.#count}`, () =>
      paint.type === 'pattern' ? this.#tile(paint) : this.#gradient(paint, box),
    );
    return use === 'fill' ? `/Pattern cs /${name} scn` : `/Pattern CS /${name} SCN`;
  }

  #gradient(gradient: Gradient, box: Box): PdfReference {
    const reference = this.#file.ref({
      Type: 'Pattern',
      PatternType: 2,
      Matrix: [...gradient.matrix],
      Shading: shadingOf(gradient, 'color', box),
    });
    reference.end();
    return reference;
  }
}
