/**
 * What a page looks like, as text that is the same for the same picture: its operators, with what the names in them stand for.
 * Numbers of codes and of marks, which depend on the rest of the file, are no part of it; nor is what stands in the margins.
 */
import { type CodeTexts, decode, fontsOf, ownerOf } from './marked-text.ts';
import {
  type Dictionary,
  isDictionary,
  Name,
  type PdfObjects,
  PdfString,
  type PdfValue,
  Reference,
  Stream,
} from './objects.ts';
import { Operator, Parser } from './syntax.ts';

/** Deeper than what a page refers to is nested. */
const DEPTH = 12;

/** The text; as long as the content of the page, and more. */
export function pageLook(pdf: PdfObjects, page: Dictionary): string {
  const fonts = fontsOf(pdf, page);
  const names = namesOf(pdf, pdf.dictionary(page.Resources));
  const parser = new Parser(pdf.data(page.Contents) ?? '');
  const seen: string[] = [String(pdf.array(page.MediaBox).map(Number))];
  const marks: boolean[] = [];
  let operands: PdfValue[] = [];
  let font: CodeTexts | undefined;
  for (let token = parser.next(); token !== 'end'; token = parser.next()) {
    if (!(token instanceof Operator)) {
      operands.push(token);
      continue;
    }
    const { word } = token;
    if (word === 'BDC' || word === 'BMC') marks.push(typeof ownerOf(operands[1]) === 'string');
    else if (word === 'EMC') marks.pop();
    else if (!marks.includes(true)) {
      if (word === 'Tf' && operands[0] instanceof Name) font = fonts.get(operands[0].value);
      const shown = word === 'TJ' || word === 'Tj' ? [shownOf(operands[0], font)] : operands;
      seen.push(`${shown.map((value) => look(pdf, value, names)).join(' ')} ${word}`);
    }
    operands = [];
  }
  return seen.join('\n');
}

/** What is shown: the text of codes, and the spaces between them. */
function shownOf(shown: PdfValue, font: CodeTexts | undefined): PdfValue {
  const parts = Array.isArray(shown) ? shown : [shown];
  return parts.flatMap((part) =>
    font && part instanceof PdfString ? decode(part, font).map((text) => new Name(text)) : [part],
  );
}

/** What each name in the content of a page stands for. */
function namesOf(pdf: PdfObjects, resources: Dictionary): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [kind, members] of Object.entries(resources))
    for (const [name, value] of Object.entries(pdf.dictionary(members)))
      names.set(name, kind === 'Font' ? familyOf(pdf.dictionary(value)) : look(pdf, value, new Map()));
  return names;
}

/** The name of a font without the letters that tell one part of it from another. */
const familyOf = ({ BaseFont }: Dictionary): string => String(BaseFont).replace(/^[A-Z]{6}\+/, '');

function look(pdf: PdfObjects, value: PdfValue, names: ReadonlyMap<string, string>, depth = 0): string {
  if (depth > DEPTH) return '…';
  const inside = (part: PdfValue): string => look(pdf, part, names, depth + 1);
  if (value instanceof Reference) return inside(pdf.get(value));
  if (value instanceof Name) return names.get(value.value) ?? `/${value}`;
  if (value instanceof PdfString) return `(${value.bytes})`;
  if (value instanceof Stream) return `${inside(value.dictionary)}${value.data.toString('latin1')}`;
  if (Array.isArray(value)) return `[${value.map(inside).join(' ')}]`;
  if (!isDictionary(value)) return String(value);
  const entries = Object.entries(value).filter(([key]) => key !== 'Parent' && key !== 'StructParents');
  return `<<${entries.map(([key, entry]) => `${key} ${inside(entry)}`).join(' ')}>>`;
}
