/** The tag tree of a PDF as text, with the words each element owns: what a screen reader walks. */
import { readMarkedText } from './marked-text.ts';
import { type Dictionary, Name, type PdfObjects, PdfString, type PdfValue, Reference } from './objects.ts';
import { readPdf } from './read.ts';

/** Attributes that say nothing to a listener. */
const UNSPOKEN = new Set(['O', 'BBox', 'Placement']);

/** Indented lines: role, what the element says about itself, and its words in quotes. Throws as `readPdf` does. */
export function tagTree(file: Uint8Array): string {
  const pdf = readPdf(file);
  const words = readMarkedText(pdf);
  const lines: string[] = [];

  /** `page` is the object of the page that the parent is on. */
  function visit(element: Dictionary, depth: number, page: number | undefined): void {
    const own = pageOf(element) ?? page;
    const content: string[] = [];
    const flush = (): void => {
      const text = content.splice(0).join('').replace(/\s+/g, ' ').trim();
      if (text !== '') lines.push(`${'  '.repeat(depth + 1)}“${text}”`);
    };
    lines.push(`${'  '.repeat(depth)}${pdf.name(element.S)}${describe(pdf, element)}`);
    for (const kid of pdf.array(element.K)) {
      if (typeof kid === 'number') {
        content.push(words.get(own, kid) ?? '');
        continue;
      }
      const target = pdf.dictionary(kid);
      if (typeof target.MCID === 'number') content.push(words.get(pageOf(target) ?? own, target.MCID) ?? '');
      else {
        flush();
        if (target.Obj === undefined) visit(target, depth + 1, own);
        else lines.push(`${'  '.repeat(depth + 1)}→ ${destination(pdf, pdf.dictionary(target.Obj))}`);
      }
    }
    flush();
  }
  for (const kid of pdf.array(pdf.dictionary(pdf.root.StructTreeRoot).K))
    visit(pdf.dictionary(kid), 0, undefined);
  return `${lines.join('\n')}\n`;
}

const pageOf = ({ Pg }: Dictionary): number | undefined => (Pg instanceof Reference ? Pg.id : undefined);

function describe(pdf: PdfObjects, element: Dictionary): string {
  const parts: string[] = [];
  const language = pdf.text(element.Lang);
  if (language !== undefined) parts.push(language);
  for (const attributes of pdf.array(element.A))
    for (const [key, value] of Object.entries(pdf.dictionary(attributes)))
      if (!UNSPOKEN.has(key)) parts.push(`${key}=${shown(value)}`);
  if (element.ID !== undefined) parts.push(`#${pdf.text(element.ID)}`);
  if (element.Alt !== undefined) parts.push(`Alt=“${pdf.text(element.Alt)}”`);
  return parts.length > 0 ? ` [${parts.join(' ')}]` : '';
}

function shown(value: PdfValue): string {
  if (Array.isArray(value)) return value.map(shown).join(',');
  if (value instanceof PdfString) return value.text;
  return value instanceof Name || typeof value !== 'object' ? String(value) : '…';
}

function destination(pdf: PdfObjects, annotation: Dictionary): string {
  const { Dest, A, Contents } = annotation;
  const target = Dest instanceof PdfString ? `#${Dest.text}` : (pdf.text(pdf.dictionary(A).URI) ?? '?');
  const said = pdf.text(Contents) ?? 'no description';
  return said === target ? target : `${target} (${said})`;
}
