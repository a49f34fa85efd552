/**
 * The two streams a command prints to: results on the one, diagnostics and progress on the other. Colours and
 * the rewritten progress line are for terminals only.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Color, paintText, renderHuman, summary } from '../diagnostics/render.ts';
import { ProjectFiles } from '../files/project-files.ts';

export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export class Terminal {
  readonly #out: Stream;
  readonly #err: Stream;
  readonly #color: boolean;
  #progress = '';

  constructor(out: Stream, err: Stream, env: Readonly<Record<string, string | undefined>>) {
    this.#out = out;
    this.#err = err;
    // https://no-color.org: any value that is not empty.
    this.#color = !env.NO_COLOR && env.TERM !== 'dumb';
  }

  /** A line of the result. */
  print(line: string): void {
    this.#clear();
    this.#out.write(`${line}\n`);
    this.#draw();
  }

  /** Text that is ready as it is: help, JSON. */
  write(text: string): void {
    this.#clear();
    this.#out.write(text);
  }

  /** A line that is no result: warnings, the way out of an error. */
  note(line: string): void {
    this.#clear();
    this.#err.write(`${line}\n`);
    this.#draw();
  }

  paint(text: string, color: Color): string {
    return paintText(text, color, this.#color && this.#out.isTTY === true);
  }

  /** Shows what is going on in one line that is rewritten; nothing in a pipe. An empty text ends it. */
  progress(text: string): void {
    if (this.#err.isTTY !== true) return;
    this.#clear();
    this.#progress = text;
    this.#draw();
  }

  /** Prints diagnostics with their source lines, and how many there are. */
  diagnostics(diagnostics: readonly Diagnostic[], root: string | undefined): void {
    if (diagnostics.length === 0) return;
    const terminal = this.#err.isTTY === true;
    const columns = terminal ? this.#err.columns : undefined;
    const options = {
      color: this.#color && terminal,
      terminal,
      source: sourceReader(root),
      ...(columns && { columns }),
    };
    this.note(`${renderHuman(diagnostics, options)}\n\n${summary(diagnostics)}`);
  }

  #clear(): void {
    if (this.#progress) this.#err.write('\r\u001B[2K');
  }

  #draw(): void {
    if (this.#progress) this.#err.write(this.#progress.slice(0, (this.#err.columns ?? 80) - 1));
  }
}

/** Reads files of the project and Bayan's own for quoting. */
function sourceReader(root: string | undefined): (file: string) => string | undefined {
  if (root === undefined) return () => undefined;
  const files = new ProjectFiles(root);
  return (file) => {
    // A spreadsheet is an archive: it has rows, and no lines to quote.
    if (file.endsWith('.xlsx')) return undefined;
    // Bayan's own files are shown as `bayan/…`, whatever a project has of that name.
    const own = files.read(file.replace(/^bayan\//, 'bayan:'));
    const found = own.fault === undefined ? own : files.read(file);
    return found.fault === undefined ? Buffer.from(found.bytes).toString('utf8') : undefined;
  };
}
