/** The `d` of a path (SVG 2, 9.3) as lines and cubic curves. */
import type { Path } from '../document/path.ts';
import { numberAt } from './numbers.ts';
import { PathBuilder } from './path-builder.ts';
import { Pen } from './path-pen.ts';

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
    const found = numberAt(this.#text, this.at);
    this.at += found?.length ?? 0;
    return found?.value;
  }
}
