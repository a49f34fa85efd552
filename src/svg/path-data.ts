/** The `d` of a path (SVG 2, 9.3) as lines and cubic curves. */
import type { Path } from '../document/path.ts';
import { PathBuilder } from './path-builder.ts';

/** How many numbers each command takes. */
const COUNTS: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};
const LARGEST = 1e9;

/**
 * Reads path data.
 *
 * @returns the path as far as it could be read, and where in `text` it could not
 */
export function readPathData(text: string): { readonly path: Path; readonly faultAt?: number } {
  const builder = new PathBuilder();
  const pen = new Pen(builder);
  const scanner = new Scanner(text);
  let command = '';
  for (;;) {
    scanner.skipSpace();
    if (scanner.isAtEnd) return { path: builder.path };
    const start = scanner.at;
    const letter = scanner.letter();
    if (letter !== undefined) command = letter;
    // Numbers after a move are lines, after a close nothing may follow (9.3.3, 9.3.4).
    else if (command === 'm') command = 'l';
    else if (command === 'M') command = 'L';
    else if (command === '' || command === 'z' || command === 'Z')
      return { path: builder.path, faultAt: start };
    const values = scanner.values(command.toLowerCase());
    if (!values || (!pen.hasBegun && command.toLowerCase() !== 'm'))
      return { path: builder.path, faultAt: scanner.at };
    pen.draw(command, values);
  }
}

class Scanner {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#text.length;
  }

  skipSpace(): void {
    while (' \t\n\r\f,'.includes(this.#text[this.at] ?? 'x')) this.at++;
  }

  letter(): string | undefined {
    const letter = this.#text[this.at]!;
    if (!/[mlhvcsqtaz]/i.test(letter)) return undefined;
    this.at++;
    return letter;
  }

  /** The numbers of a command; undefined when one is missing. */
  values(command: string): number[] | undefined {
    const values: number[] = [];
    for (let i = 0; i < COUNTS[command]!; i++) {
      this.skipSpace();
      const value = command === 'a' && (i === 3 || i === 4) ? this.#flag() : this.#number();
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  }

  /** A flag needs no space after it: `a1 1 0 0110 10`. */
  #flag(): number | undefined {
    const digit = this.#text[this.at];
    if (digit !== '0' && digit !== '1') return undefined;
    this.at++;
    return Number(digit);
  }

  #number(): number | undefined {
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.#text)?.[0];
    const value = Number(found);
    if (found === undefined || Math.abs(value) > LARGEST) return undefined;
    this.at += found.length;
    return value;
  }
}

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;

type Control = readonly [x: number, y: number, kind: 'c' | 'q'];

/** Where drawing has come to, and what the next command may go on from. */
class Pen {
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
