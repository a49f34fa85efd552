/** Commands of path data as steps of a path (SVG 2, 9.3): relative places, mirrored control points, quadratic curves. */
import type { PathBuilder } from './path-builder.ts';

type Control = readonly [x: number, y: number, kind: 'c' | 'q'];

/** Where drawing has come to, and what the next command may go on from. */
export class Pen {
  readonly #to: PathBuilder;
  #x = 0;
  #y = 0;
  #startX = 0;
  #startY = 0;
  /** The last control point of a curve, and of which kind. */
  #control: Control | undefined;
  hasBegun = false;
  #isOpen = false;

  constructor(to: PathBuilder) {
    this.#to = to;
  }

  draw(command: string, values: readonly number[]): void {
    const kind = command.toLowerCase();
    const isRelative = command === kind;
    const [ox, oy] = isRelative ? [this.#x, this.#y] : [0, 0];
    const p =
      kind === 'a' || kind === 'h' || kind === 'v'
        ? values
        : values.map((value, i) => value + (i % 2 === 0 ? ox : oy));
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = p;
    if (kind !== 'm' && kind !== 'z' && !this.#isOpen) {
      this.#to.move(this.#x, this.#y);
      this.#isOpen = true;
    }
    let control: Control | undefined;
    switch (kind) {
      case 'm':
        this.#to.move(a, b);
        this.hasBegun = true;
        this.#isOpen = true;
        [this.#startX, this.#startY] = [a, b];
        this.#go(a, b);
        break;
      case 'z':
        this.#to.close();
        this.#isOpen = false;
        this.#go(this.#startX, this.#startY);
        break;
      case 'l':
        this.#lineTo(a, b);
        break;
      case 'h':
        this.#lineTo(ox + a, this.#y);
        break;
      case 'v':
        this.#lineTo(this.#x, oy + a);
        break;
      case 'c':
        this.#curveTo(a, b, c, d, e, f);
        control = [c, d, 'c'];
        break;
      case 's':
        this.#curveTo(...this.#mirrored('c'), a, b, c, d);
        control = [a, b, 'c'];
        break;
      case 'q':
        this.#quadraticTo(a, b, c, d);
        control = [a, b, 'q'];
        break;
      case 't': {
        const [x, y] = this.#mirrored('q');
        this.#quadraticTo(x, y, a, b);
        control = [x, y, 'q'];
        break;
      }
      case 'a': {
        const [x, y] = [f + ox, g + oy];
        this.#to.arc([this.#x, this.#y], [a, b], c, d === 1, e === 1, x, y);
        this.#go(x, y);
      }
    }
    this.#control = control;
  }

  #go(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
  }

  #lineTo(x: number, y: number): void {
    this.#to.line(x, y);
    this.#go(x, y);
  }

  #curveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#to.curve(x1, y1, x2, y2, x, y);
    this.#go(x, y);
  }

  #quadraticTo(cx: number, cy: number, x: number, y: number): void {
    const third = (from: number, to: number) => from + ((to - from) * 2) / 3;
    this.#curveTo(third(this.#x, cx), third(this.#y, cy), third(x, cx), third(y, cy), x, y);
  }

  /** The control point of the curve before, on the other side of the pen; the pen itself after anything else. */
  #mirrored(kind: 'c' | 'q'): readonly [number, number] {
    if (this.#control?.[2] !== kind) return [this.#x, this.#y];
    return [2 * this.#x - this.#control[0], 2 * this.#y - this.#control[1]];
  }
}
