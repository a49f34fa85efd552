/** Reads a list of people that a spreadsheet wrote as text: values between commas, semicolons or tabs. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../files/source-file.ts';
import { decodeTable } from '../../files/text-file.ts';
import { isBlank, type ListSubject, type Table, type TableRow } from './table.ts';

type Separator = ',' | ';' | '\t';
const SEPARATORS: readonly Separator[] = [',', ';', '\t'];
/** The line in which Excel says what separates values, where it writes one. */
const SEPARATOR_LINE = /^"?sep=([,;\t])"?\n/i;
const [QUOTE, LINE_FEED] = [0x22, 0x0a];

interface CsvRow extends TableRow {
  /** Offset in bytes at which it begins. */
  readonly start: number;
}

/** The table in a file; undefined after reporting why there is none. */
export function readCsv(file: SourceFile, subject: ListSubject, report: Report): Table | undefined {
  const text = decodeTable(file.bytes, file.path, report);
  if (text === undefined) return undefined;
  const said = SEPARATOR_LINE.exec(text);
  const skipped = said?.[0].length ?? 0;
  const separator = said ? (said[1] as Separator) : separatorOf(text);
  const places = new Places(text, separator, file.path);
  const rows = parseRows(text, skipped, separator, (at) => {
    report.error(subject.invalid, places.openQuote(at), 'a quotation mark " is opened here and not closed', {
      hint: 'close it, or delete it; the rows below it are not read until then',
    });
  });
  const [header, ...below] = rows.filter(({ cells }) => !isBlank(cells));
  return {
    file: file.path,
    columns: header?.cells ?? [],
    rows: below,
    span(row, column = 0) {
      const { start, cells } = (row as CsvRow | undefined) ?? header ?? { start: 0, cells: [] };
      return places.cell(start, Math.min(column, cells.length - 1), cells[column]);
    },
    place: (row) => `row ${row.number}`,
  };
}

/** The separator that the first line with text has most often outside of quotation marks. */
function separatorOf(text: string): Separator {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]));
  let quoted = false;
  let filled = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (char === '\n' && !quoted && filled) break;
    else if (!quoted && counts.has(char)) counts.set(char, counts.get(char)! + 1);
    filled ||= char.trim() !== '';
  }
  return SEPARATORS.reduce((best, next) => (counts.get(next)! > counts.get(best)! ? next : best));
}

/** @param failed told of the byte at which the row begins that a quotation mark keeps open */
function parseRows(
  text: string,
  skipped: number,
  separator: Separator,
  failed: (at: number) => void,
): CsvRow[] {
  const rows: CsvRow[] = [];
  let start = skipped;
  try {
    // Excel's own line would be taken for the header.
    parse(Buffer.from(text.slice(skipped)), {
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 0,
      on_record: (cells: string[], { bytes }) => {
        rows.push({ number: rows.length + 1, cells, start });
        start = skipped + bytes;
        // The parser keeps none: what is above a fault is wanted too.
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    failed(start);
  }
  return rows;
}

/** Lines and columns, for rows that are known by the byte at which they begin. Most lists never need any. */
class Places {
  readonly #text: string;
  readonly #separator: string;
  readonly #file: string;
  #bytes: Buffer | undefined;
  readonly #lines: number[] = [0];

  constructor(text: string, separator: string, file: string) {
    this.#text = text;
    this.#separator = separator;
    this.#file = file;
  }

  /** @param value what stands in the cell, to be underlined */
  cell(start: number, column: number, value = ''): SourceSpan {
    return this.#at(
      this.#cellStart(start, (cell) => cell === column),
      value,
    );
  }

  /** The last quotation mark that is opened in a row and not closed. */
  openQuote(start: number): SourceSpan {
    return this.#at(
      this.#cellStart(start, () => false),
      '"',
    );
  }

  /** Where the first cell begins that `isWanted`, or the last that there is. */
  #cellStart(start: number, isWanted: (cell: number) => boolean): number {
    const bytes = this.#open();
    const separator = this.#separator.charCodeAt(0);
    let quoted = false;
    let cellStart = start;
    for (let [at, cell] = [start, 0]; at < bytes.length && !isWanted(cell); at++) {
      if (bytes[at] === QUOTE && (quoted || at === cellStart)) quoted = !quoted;
      // Two quotation marks are one that is part of the text.
      else if (bytes[at] === QUOTE && bytes[at - 1] === QUOTE) quoted = true;
      else if (bytes[at] === LINE_FEED && !quoted) break;
      else if (bytes[at] === separator && !quoted) {
        cellStart = at + 1;
        cell++;
      }
    }
    return cellStart;
  }

  #open(): Buffer {
    if (this.#bytes) return this.#bytes;
    const bytes = Buffer.from(this.#text);
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1))
      this.#lines.push(at + 1);
    this.#bytes = bytes;
    return bytes;
  }

  #at(offset: number, value: string): SourceSpan {
    const bytes = this.#open();
    let [low, high] = [0, this.#lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lines[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const column = bytes.subarray(this.#lines[low]!, offset).toString('utf8').length + 1;
    const length = Math.max(1, value.split('\n', 1)[0]!.length);
    return { file: this.#file, line: low + 1, column, length };
  }
}
