// Prints the tag tree of a PDF that Bayan wrote, with the words each element owns: what a screen reader walks.
//   node scripts/tags.mjs FILE
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Name, Parser, PdfString, readPdf, Stream } from './conformance-pdf.mjs';

/** The tag tree as indented lines: role, what it says about itself, and its words in quotes. */
export function tagTree(file) {
  const pdf = readPdf(file);
  const words = readWords(pdf);
  const lines = [];
  const visit = (element, depth, page) => {
    const own = element.Pg?.id ?? page;
    const kids = [element.K].flat().filter((kid) => kid !== undefined && kid !== null);
    const line = `${'  '.repeat(depth)}${element.S}${describe(pdf, element)}`;
    const content = [];
    const flush = () => {
      const text = content.splice(0).join('').replace(/\s+/g, ' ').trim();
      if (text !== '') lines.push(`${'  '.repeat(depth + 1)}“${text}”`);
    };
    lines.push(line);
    for (const kid of kids) {
      const target = pdf.get(kid);
      if (typeof kid === 'number') content.push(words.get(`${own} ${kid}`) ?? '');
      else if (target?.MCID !== undefined)
        content.push(words.get(`${target.Pg?.id ?? own} ${target.MCID}`) ?? '');
      else if (target?.Obj) {
        flush();
        lines.push(`${'  '.repeat(depth + 1)}→ ${destination(pdf, pdf.get(target.Obj))}`);
      } else {
        flush();
        visit(target, depth + 1, own);
      }
    }
    flush();
  };
  for (const kid of [pdf.get(pdf.root.StructTreeRoot).K].flat()) visit(pdf.get(kid), 0, undefined);
  return `${lines.join('\n')}\n`;
}

function describe(pdf, element) {
  const parts = [];
  if (element.Lang) parts.push(element.Lang.text);
  for (const attributes of [pdf.get(element.A)].flat().map((item) => pdf.get(item)))
    for (const [key, value] of Object.entries(attributes ?? {}))
      if (!['O', 'BBox', 'Placement'].includes(key)) parts.push(`${key}=${value}`);
  if (element.ID) parts.push(`#${element.ID.text}`);
  if (element.Alt) parts.push(`Alt=“${element.Alt.text}”`);
  return parts.length > 0 ? ` [${parts.join(' ')}]` : '';
}

function destination(pdf, annotation) {
  const { Dest, A } = annotation;
  const target = Dest instanceof PdfString ? `#${Dest.text}` : (pdf.get(A)?.URI?.text ?? '?');
  const said = annotation.Contents?.text ?? 'no description';
  return said === target ? target : `${target} (${said})`;
}

/** The words of each piece of marked content, by page object and MCID, in the order of painting. */
export function readWords(pdf) {
  const words = new Map();
  const backwards = String(pdf.get(pdf.root.ViewerPreferences)?.Direction) === 'R2L';
  for (const [id, page] of pdf.objects) {
    if (!(page?.Type instanceof Name) || page.Type.value !== 'Page') continue;
    const fonts = new Map();
    for (const [name, font] of Object.entries(pdf.get(pdf.get(page.Resources).Font) ?? {}))
      fonts.set(name, readToUnicode(pdf.get(pdf.get(font).ToUnicode)));
    const content = pdf.get(page.Contents);
    if (content instanceof Stream) readPage(content.data.toString('latin1'), id, fonts, words, backwards);
  }
  return words;
}

function readPage(text, page, fonts, words, backwards) {
  const parser = new Parser(text);
  let operands = [];
  let font;
  const marks = [];
  for (let token = parser.next(); token !== undefined; token = parser.next()) {
    if (typeof token !== 'string') {
      operands.push(token);
      continue;
    }
    if (token === 'BDC') marks.push(operands[1]?.MCID);
    else if (token === 'BMC') marks.push(undefined);
    else if (token === 'EMC') marks.pop();
    else if (token === 'Tf') font = fonts.get(operands[0].value);
    else if (token === 'TJ' || token === 'Tj') {
      const mcid = marks.at(-1);
      if (mcid !== undefined && font) {
        const key = `${page} ${mcid}`;
        const shown = operands[0] instanceof PdfString ? [operands[0]] : operands[0];
        const drawn = shown
          .filter((part) => part instanceof PdfString)
          .flatMap((part) => decode(part.bytes, font));
        const run = drawn.join('');
        const read = inReadingOrder(run, backwards);
        // Marks that keep other readers on the right way are not text.
        words.set(key, `${words.get(key) ?? ''}${read.replaceAll('\u200f', '')}`);
      }
    }
    operands = [];
  }
}

/** Letters of the scripts that are written from right to left. */
const RIGHT_TO_LEFT =
  /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;

/**
 * A run of right-to-left text is painted from its left end, as readers of PDF expect it. Marks and spaces alone go the
 * way of the document, and so does the space after a foreign word that ends a line.
 */
function inReadingOrder(run, backwards) {
  if (RIGHT_TO_LEFT.test(run) || (backwards && !/[\p{L}\p{N}]/u.test(run)))
    return Array.from(run).reverse().join('');
  return backwards ? run.replace(/^([\u200f ]+)(.*)$/u, '$2$1') : run;
}

/** The text of each code. */
function decode(bytes, font) {
  const texts = [];
  for (let i = 0; i + 1 < bytes.length; i += 2)
    texts.push(font.get((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1)) ?? '\ufffd');
  return texts;
}

function readToUnicode(stream) {
  const map = new Map();
  if (!stream) return map;
  for (const [, code, text] of stream.data.toString('latin1').matchAll(/^<([0-9a-f]{4})> <([0-9a-f]*)>$/gm)) {
    const units = Buffer.from(text, 'hex');
    map.set(Number.parseInt(code, 16), units.swap16().toString('utf16le'));
  }
  return map;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = process.argv[2];
  if (!file) {
    console.error('usage: node scripts/tags.mjs FILE');
    process.exitCode = 2;
  } else process.stdout.write(tagTree(readFileSync(file)));
}
