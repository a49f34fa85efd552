/** Makes spreadsheets (.xlsx) for tests, as small as Excel opens them. */
import { zipSync } from 'fflate';

/** Text; or a number, a date (its serial number) or an error as Excel keeps it. */
export type SheetCell =
  | string
  | { readonly n: number | string }
  | { readonly date: number }
  | { readonly error: string };

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function spreadsheet(rows: readonly (readonly SheetCell[])[]): Uint8Array {
  const texts: string[] = [];
  const cell = (value: SheetCell, row: number, column: number): string => {
    const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
    if (typeof value === 'string')
      return value === '' ? '' : `<c ${at} t="s"><v>${texts.push(value) - 1}</v></c>`;
    if ('n' in value) return `<c ${at}><v>${value.n}</v></c>`;
    if ('date' in value) return `<c ${at} s="1"><v>${value.date}</v></c>`;
    return `<c ${at} t="e"><v>${value.error}</v></c>`;
  };
  const data = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join('')}</row>`,
  );
  return pack({
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${NAMESPACE}"><sheetData>${data.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${NAMESPACE}">${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
  });
}

/** An archive of these parts, beside those that every spreadsheet has. */
export function pack(parts: Readonly<Record<string, string>>): Uint8Array {
  const all: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': `<styleSheet xmlns="${NAMESPACE}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...parts,
  };
  const encoder = new TextEncoder();
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, encoder.encode(text)])));
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
