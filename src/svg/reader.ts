/** What reading one SVG file shares: where faults are told, and how much may still be read. */
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';

/** Elements that are drawn, those that `use` draws again counted each time. */
const MOST_MARKS = 100_000;
/** Points of all outlines. */
const MOST_POINTS = 2_000_000;

/** Rules asked, over all elements. */
const MOST_RULES = 10_000_000;

export interface BitmapFacts {
  readonly id: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Finds a picture that a drawing holds: a path of the project, or bytes. A fault is told at `span`. */
export type FindBitmap = (source: string | Uint8Array, span: SourceSpan) => BitmapFacts | undefined;

/** Thrown when there is no sense in going on; it has been reported. */
export class StopReading extends Error {}

export class SvgReader {
  readonly findBitmap: FindBitmap;
  readonly #file: string;
  readonly #source: string;
  readonly #report: Report;
  readonly #lines: number[] = [0];
  readonly #told = new Set<string>();
  #marks = 0;
  #points = 0;
  #rules = 0;

  constructor(file: string, source: string, report: Report, findBitmap: FindBitmap) {
    this.#file = file;
    this.#source = source;
    this.#report = report;
    this.findBitmap = findBitmap;
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) this.#lines.push(at + 1);
  }

  /** Path of the file, as diagnostics print it. */
  get file(): string {
    return this.#file;
  }

  /** The place of `length` characters at an offset. */
  span(at: number, length = 1): SourceSpan {
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lines[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    const end = this.#source.indexOf('\n', at);
    const rest = (end < 0 ? this.#source.length : end) - at;
    const column = at - this.#lines[low]! + 1;
    return { file: this.#file, line: low + 1, column, length: Math.max(1, Math.min(length, rest)) };
  }

  /** A fault that leaves something out which must not be missing. */
  error(code: DiagnosticCode, at: number, length: number, message: string, hint?: string): void {
    this.#report.error(code, this.span(at, length), message, hint === undefined ? {} : { hint });
  }

  /** A fault that leaves out an effect; told at its first place only. */
  warn(code: DiagnosticCode, at: number, length: number, message: string, hint?: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    this.#report.warning(code, this.span(at, length), message, hint === undefined ? {} : { hint });
  }

  /** An attribute or property whose value is none that it can have. */
  badValue(name: string, value: string, at: number, expected: string): void {
    const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
    this.error('svg-value', at, name.length, `\`${name}\` cannot be "${shown}"`, expected);
  }

  /** There is more than is read of one file. */
  stopTooLarge(at: number, length: number, problem: string): never {
    this.error('svg-too-large', at, length, problem, 'simplify it, or save it as PNG');
    throw new StopReading();
  }

  /** Counts an element that is drawn. */
  countMark(at: number): void {
    if (++this.#marks > MOST_MARKS) this.stopTooLarge(at, 1, `the drawing has more than ${MOST_MARKS} parts`);
  }

  countPoints(count: number, at: number): void {
    this.#points += count;
    if (this.#points > MOST_POINTS)
      this.stopTooLarge(at, 1, `the drawing has more than ${MOST_POINTS} points`);
  }

  /** Counts rules of style sheets that are asked whether they are meant. */
  countRules(count: number, at: number): void {
    this.#rules += count;
    if (this.#rules > MOST_RULES)
      this.stopTooLarge(at, 1, 'its style sheet has more rules than can be asked for so many elements');
  }

  /** The one of `names` that was probably meant, as a hint. */
  nearest(name: string, names: Iterable<string>): string | undefined {
    const near = nearest(name, names);
    return near === undefined ? undefined : `did you mean "${near}"?`;
  }
}
