/**
 * Marks in rendered markup that lead back to the template. Handlebars keeps no source map, so every piece of a
 * template's own text, and every `{{…}}` that prints, is preceded by a mark that names a place.
 * A mark is made of control characters that values are cleaned of, so no content can forge one.
 */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';

export const MARK_START = '\u0001';
export const MARK_END = '\u0002';

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** True when the text that follows stands in the template as it is, so that columns count on through it. */
  readonly literal: boolean;
}

/** A mark for a place. Files are named by number, or by what stands for one: see ./precompiled.ts. */
export function placeMark(file: number | string, line: number, column: number, literal: boolean): string {
  return `${MARK_START}m${file},${line},${column},${literal ? 1 : 0}${MARK_END}`;
}

/** The files of all templates of one set, by the numbers that marks name them by. */
export class FileNumbers {
  readonly #files: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(file: string): number {
    const before = this.#numbers.get(file);
    if (before !== undefined) return before;
    this.#numbers.set(file, this.#files.length);
    return this.#files.push(file) - 1;
  }

  /** What a mark says. */
  place(mark: string): Place {
    const [file, line, column, literal] = mark.split(',').map(Number);
    return { file: this.#files[file!]!, line: line!, column: column!, literal: literal === 1 };
  }
}

/** The mark that stands in markup for the inline or block nodes with this number. */
export function nodeMark(index: number): string {
  return `${MARK_START}n${index}${MARK_END}`;
}

/** The mark before text that was printed from the content file, where it stands there. */
export function writtenMark({ line = 0, column = 0 }: SourceSpan): string {
  return `${MARK_START}w${line},${column}${MARK_END}`;
}

/** The mark that begins a phrase in another language, or that ends one. */
export function phraseMark(tag?: string): string {
  return tag === undefined ? `${MARK_START}q${MARK_END}` : `${MARK_START}p${tag}${MARK_END}`;
}

/** What stands where a mark is: nodes of the content, or an end of a phrase in another language. */
export type Mark =
  | { readonly type: 'nodes'; readonly index: number }
  | { readonly type: 'phrase'; readonly lang: string }
  | { readonly type: 'phrase-end' };

/** Reads rendered markup one character at a time, taking in marks and counting lines and columns. */
export class MarkupReader {
  readonly #text: string;
  readonly #files: FileNumbers;
  #at = 0;
  #file: string;
  #line = 1;
  #column = 1;
  #literal = true;
  readonly #content: string;
  #written: SourceSpan | undefined;

  /**
   * @param file the template's, for what no mark precedes
   * @param content the content file
   */
  constructor(text: string, files: FileNumbers, file: string, content: string) {
    this.#text = text;
    this.#files = files;
    this.#file = file;
    this.#content = content;
  }

  /** The next character without taking it; `MARK_START` before nodes and phrases; empty at the end. */
  peek(): string {
    while (this.#text[this.#at] === MARK_START) {
      const kind = this.#text[this.#at + 1];
      if (kind === 'w') {
        const [line, column] = this.#mark().split(',').map(Number);
        this.#written ??= { file: this.#content, line: line!, column: column! };
        continue;
      }
      if (kind !== 'm') break;
      const place = this.#files.place(this.#mark());
      this.#file = place.file;
      this.#line = place.line;
      this.#column = place.column;
      this.#literal = place.literal;
    }
    return this.#text[this.#at] ?? '';
  }

  take(): string {
    const character = this.peek();
    this.#at += character.length;
    this.#advance(character);
    return character;
  }

  /** Takes all characters that `pattern` (sticky) matches from here, up to the next mark. */
  takeRun(pattern: RegExp): string {
    let taken = '';
    for (;;) {
      this.peek();
      pattern.lastIndex = this.#at;
      const run = pattern.exec(this.#text)?.[0] ?? '';
      if (run === '') return taken;
      taken += run;
      this.#at += run.length;
      this.#advance(run);
    }
  }

  /** Takes `expected` if it comes next. */
  skip(expected: string): boolean {
    this.peek();
    if (!this.#text.startsWith(expected, this.#at)) return false;
    this.#at += expected.length;
    this.#advance(expected);
    return true;
  }

  /** Takes the mark that stands here. */
  takeMark(): Mark {
    const kind = this.#text[this.#at + 1];
    const body = this.#mark();
    if (kind === 'p') return { type: 'phrase', lang: body };
    return kind === 'q' ? { type: 'phrase-end' } : { type: 'nodes', index: Number(body) };
  }

  /** Where the first text since the last call stands in the content file, if any was printed from there. */
  takeWritten(): SourceSpan | undefined {
    const written = this.#written;
    this.#written = undefined;
    return written;
  }

  span(length?: number): SourceSpan {
    return { file: this.#file, line: this.#line, column: this.#column, ...(length && { length }) };
  }

  /** Counts lines and columns through text that was taken; what a value printed has the place of its `{{…}}`. */
  #advance(text: string): void {
    if (!this.#literal) return;
    let lineStart = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', lineStart)) {
      this.#line += 1;
      this.#column = 1;
      lineStart = end + 1;
    }
    this.#column += text.length - lineStart;
  }

  /** What the mark says after its kind. */
  #mark(): string {
    const end = this.#text.indexOf(MARK_END, this.#at);
    const body = this.#text.slice(this.#at + 2, end);
    this.#at = end + 1;
    return body;
  }
}
