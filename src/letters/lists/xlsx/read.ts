/**
 * Reads a list of people out of the first sheet of a spreadsheet (.xlsx, ECMA-376): the values as they were last worked
 * out, and what each cell was taken for, so that a date in a column of names, or `#REF!`, is noticed.
 */
import type { Report, SourceSpan } from '../../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../../files/source-file.ts';
import { type CellKind, isBlank, type ListSubject, type Table, type TableRow } from '../table.ts';
import { ArchiveProblem, unpack } from './archive.ts';
import { readWorkbook, type Workbook } from './workbook.ts';
import { unescapeText, walkXml } from './xml.ts';

/** A sheet may have 1,048,576 rows and 16,384 columns; what stands beyond these is reported, and not read. */
const MOST_ROWS = 200_000;
const MOST_COLUMNS = 256;
const KINDS: Readonly<Partial<Record<string, CellKind>>> = {
  b: 'boolean',
  e: 'error',
  d: 'date',
  n: 'number',
};
const DAY_MS = 24 * 60 * 60 * 1000;

/** The table in a file; undefined after reporting why there is none. */
export function readXlsx(file: SourceFile, subject: ListSubject, report: Report): Table | undefined {
  try {
    const book = readWorkbook(unpack(file.bytes));
    const { rows, beyond } = readRows(book);
    if (beyond !== undefined)
      report.error(
        subject.invalid,
        { file: file.path },
        `cell ${beyond} of the sheet “${book.name}” lies beyond what is read`,
        {
          hint: `keep the list within ${MOST_ROWS.toLocaleString('en')} rows and ${MOST_COLUMNS} columns`,
        },
      );
    const [header, ...below] = rows.filter(({ cells }) => !isBlank(cells));
    const span = (row: TableRow | undefined, column = 0): SourceSpan => ({
      file: file.path,
      line: (row ?? header)?.number ?? 1,
      column: column + 1,
    });
    return {
      file: file.path,
      columns: header?.cells ?? [],
      rows: below,
      span,
      place: (row, column) =>
        column === undefined ? `row ${row.number}` : `cell ${letters(column)}${row.number}`,
    };
  } catch (error) {
    if (!(error instanceof ArchiveProblem)) throw error;
    const { message, hint } = error;
    report.error(
      subject.invalid,
      { file: file.path },
      `the file ${message}`,
      hint === undefined ? {} : { hint },
    );
    return undefined;
  }
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: boolean;
}

function readRows(book: Workbook): {
  readonly rows: readonly TableRow[];
  readonly beyond: string | undefined;
} {
  const rows: TableRow[] = [];
  let beyond: string | undefined;
  let number = 0;
  let cells: string[] = [];
  let kinds = new Map<number, CellKind>();
  let cell: OpenCell | undefined;
  let [inText, inPhonetic] = [false, false];
  walkXml(book.sheet, book.part, {
    open(name, attributes) {
      if (name === 'row') {
        number = Number(attributes.r ?? number + 1);
        cells = [];
        kinds = new Map();
      } else if (name === 'c') {
        const column = attributes.r === undefined ? cells.length : columnOf(attributes.r);
        cell = {
          column,
          type: attributes.t ?? 'n',
          style: Number(attributes.s ?? -1),
          value: '',
          formula: false,
        };
      } else if (name === 'f' && cell) cell.formula = true;
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 'v' || name === 't') inText = cell !== undefined && !inPhonetic;
    },
    text(text) {
      if (inText && cell) cell.value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c' && cell) {
        const [text, kind] = contentOf(cell, book);
        if (text !== '' && !(cell.column < MOST_COLUMNS && number <= MOST_ROWS))
          beyond ??= `${letters(cell.column)}${number}`;
        else if (text !== '') {
          while (cells.length < cell.column) cells.push('');
          cells[cell.column] = text;
          if (kind !== 'text') kinds.set(cell.column, kind);
        }
        cell = undefined;
      } else if (name === 'row' && cells.length > 0) rows.push({ number, cells, kinds });
    },
  });
  return { rows, beyond };
}

function contentOf(
  { type, value, style, formula }: OpenCell,
  book: Workbook,
): readonly [text: string, kind: CellKind] {
  // A formula that gives an empty text says that it is a text.
  if (formula && value === '' && type !== 'str') return ['=', 'formula'];
  if (type === 's') return [book.texts[Number(value)] ?? '', 'text'];
  if (type === 'str' || type === 'inlineStr') return [unescapeText(value), 'text'];
  if (type === 'b' && value !== '') return [value === '1' ? 'TRUE' : 'FALSE', 'boolean'];
  if (type === 'n' && book.isDate(style) && value !== '')
    return [dateOf(Number(value), book.from1904), 'date'];
  // Fractions are kept with more digits than a person typed: 0.10000000000000001.
  if (type === 'n' && /^-?\d+\.\d+$/.test(value)) return [String(Number(value)), 'number'];
  return [value, KINDS[type] ?? 'text'];
}

/** The day that a serial number stands for; Excel believes that 1900 was a leap year. */
function dateOf(serial: number, from1904: boolean): string {
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(epoch + Math.floor(serial) * DAY_MS);
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10);
}

/** The index of the column in `BC12`. */
function columnOf(reference: string): number {
  const name = /^[A-Z]{1,3}(?=\d)/i.exec(reference)?.[0].toUpperCase() ?? 'ZZZ';
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The letters of a column: A, B … Z, AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
