/** What stands around the cells of a spreadsheet: which sheet is the first, its shared texts, which styles show a date. */
import { ArchiveProblem } from './archive.ts';
import { unescapeText, walkXml } from './xml.ts';

export interface Workbook {
  /** The XML of the first sheet. */
  readonly sheet: string;
  /** How the sheet is called, and its part. */
  readonly name: string;
  readonly part: string;
  readonly texts: readonly string[];
  /** Whether a style of cells shows numbers as dates. */
  isDate(style: number): boolean;
  /** Days are counted from 1904, as Excel on a Macintosh once did. */
  readonly from1904: boolean;
}

/** Formats of numbers that are dates without being declared (ECMA-376, 18.8.30). */
const DATE_FORMATS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** @throws ArchiveProblem */
export function readWorkbook(parts: ReadonlyMap<string, string>): Workbook {
  const targets = new Map<string, string>();
  walkXml(parts.get('xl/_rels/workbook.xml.rels') ?? '<none/>', 'workbook.xml.rels', {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  let first: { readonly name: string; readonly part: string } | undefined;
  let from1904 = false;
  walkXml(parts.get('xl/workbook.xml') ?? '<none/>', 'workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || first || /hidden/i.test(attributes.state ?? '')) return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      first = { name: attributes.name ?? '', part: targets.get(id ?? '') ?? 'xl/worksheets/sheet1.xml' };
    },
  });
  const sheet = first && parts.get(first.part);
  if (!first || sheet === undefined)
    throw new ArchiveProblem('has no sheet in it', 'save it from your spreadsheet as .xlsx, or as CSV UTF-8');
  const isDate = readDateStyles(parts.get('xl/styles.xml') ?? '<none/>');
  return {
    sheet,
    ...first,
    texts: readTexts(parts.get('xl/sharedStrings.xml') ?? '<none/>'),
    isDate,
    from1904,
  };
}

/** Shared texts; how the pronunciation of a text is spelt (`rPh`) is not part of it. */
function readTexts(source: string): string[] {
  const texts: string[] = [];
  let text = '';
  let [inText, inPhonetic] = [false, false];
  walkXml(source, 'sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text(more) {
      if (inText) text += more;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') texts.push(unescapeText(text));
    },
  });
  return texts;
}

function readDateStyles(source: string): (style: number) => boolean {
  const dates = new Set(DATE_FORMATS);
  const styles: boolean[] = [];
  let inCells = false;
  walkXml(source, 'styles.xml', {
    open(name, { numFmtId, formatCode }) {
      const id = Number(numFmtId);
      // Letters of days and years outside of quotation marks, brackets and what follows a backslash.
      if (name === 'numFmt' && /[dy]/i.test((formatCode ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')))
        dates.add(id);
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) styles.push(dates.has(id));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return (style) => styles[style] === true;
}
