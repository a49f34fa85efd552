/** The words of each piece of marked content: what stands behind a leaf of the tag tree, and in headers and footers. */
import { type Dictionary, isDictionary, Name, type PdfObjects, PdfString, type PdfValue } from './objects.ts';
import { Operator, Parser } from './syntax.ts';

/** Words in the margin of a page, outside of the tag tree. */
export interface MarginText {
  /** Number of the page object. */
  readonly page: number;
  readonly place: 'header' | 'footer';
  readonly text: string;
}

/** Words by the number of the page object and the MCID on it. */
export class MarkedText {
  /** In the order of painting. */
  readonly margins: MarginText[] = [];
  readonly #words = new Map<string, string>();

  /** Undefined where nothing was painted under this mark. */
  get(page: number | undefined, mcid: number): string | undefined {
    return this.#words.get(`${page} ${mcid}`);
  }

  append(page: number, mcid: number, text: string): void {
    this.#words.set(`${page} ${mcid}`, (this.get(page, mcid) ?? '') + text);
  }
}

/** Code → text, as a ToUnicode stream tells it. */
export type CodeTexts = ReadonlyMap<number, string>;

/** Whether a document, or the first of several in the file, runs from right to left, by the top of its tag tree. */
function runsBackwards(pdf: PdfObjects): boolean {
  const [top] = pdf.array(pdf.dictionary(pdf.root.StructTreeRoot).K).map((kid) => pdf.dictionary(kid));
  if (!top) return false;
  const [first] = pdf.array(top.K).map((kid) => pdf.dictionary(kid));
  const modes = [top, ...(first ? [first] : [])]
    .flatMap(({ A }) => pdf.array(A))
    .map((attributes) => pdf.name(pdf.dictionary(attributes).WritingMode));
  return modes.find((mode) => mode !== undefined) === 'RlTb';
}

/** The words of all pages, each run put into reading order. */
export function readMarkedText(pdf: PdfObjects): MarkedText {
  const words = new MarkedText();
  const backwards = runsBackwards(pdf);
  for (const [id, object] of pdf.objects) {
    const page = pdf.dictionary(object);
    if (pdf.name(page.Type) !== 'Page') continue;
    // Marks that keep other readers on the right way are not text.
    let before: Shown | undefined;
    for (const shown of shownText(pdf.data(page.Contents) ?? '', fontsOf(pdf, page))) {
      const { owner } = shown;
      const text = inReadingOrder(
        shown.drawn.join(''),
        backwards,
        before && isRightOf(shown, before) ? before : undefined,
      ).replaceAll(/[\u200b\u200f]/g, '');
      before = shown;
      if (typeof owner === 'number') words.append(id, owner, text);
      else words.margins.push({ page: id, place: owner, text });
    }
  }
  return words;
}

/** What the codes of a page say, by the names that its content has for its fonts. */
export function fontsOf(pdf: PdfObjects, page: Dictionary): Map<string, CodeTexts> {
  const fonts = Object.entries(pdf.dictionary(pdf.dictionary(page.Resources).Font));
  return new Map(
    fonts.map(([name, font]) => [name, readToUnicode(pdf.data(pdf.dictionary(font).ToUnicode) ?? '')]),
  );
}

/** The MCID that content has, or the margin that it is in. */
type Owner = number | 'header' | 'footer';

interface Shown {
  readonly owner: Owner;
  /** The text of each code, in the order of painting. */
  readonly drawn: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Each text object under a mark with what it shows, in the order of painting. */
function* shownText(content: string, fonts: ReadonlyMap<string, CodeTexts>): Generator<Shown> {
  const parser = new Parser(content);
  const marks: (Owner | undefined)[] = [];
  let operands: PdfValue[] = [];
  let font: CodeTexts | undefined;
  let drawn: string[] = [];
  let owner: Owner | undefined;
  let size = 0;
  let x = 0;
  let y = 0;
  for (let token = parser.next(); token !== 'end'; token = parser.next()) {
    if (!(token instanceof Operator)) {
      operands.push(token);
      continue;
    }
    if (token.word === 'BDC') marks.push(ownerOf(operands[1]));
    else if (token.word === 'BMC') marks.push(undefined);
    else if (token.word === 'EMC') marks.pop();
    else if (token.word === 'Tf' && operands[0] instanceof Name) {
      font = fonts.get(operands[0].value);
      size = Number(operands[1]);
    } else if (token.word === 'Tm') [x, y] = [Number(operands[4]), Number(operands[5])];
    else if ((token.word === 'TJ' || token.word === 'Tj') && font) {
      owner = marks.findLast((mark) => mark !== undefined);
      drawn.push(...decode(operands[0], font));
    } else if (token.word === 'ET') {
      if (owner !== undefined) yield { owner, drawn, x, y, size };
      drawn = [];
    }
    operands = [];
  }
}

/** Whether a text stands right of another in the same line, be one of them raised. */
function isRightOf({ x, y, size }: Shown, other: Shown): boolean {
  return x > other.x && Math.abs(y - other.y) < size / 2;
}

const MARGINS: Readonly<Record<string, Owner>> = { Header: 'header', Footer: 'footer' };

/** Whose content begins with these properties. */
export function ownerOf(properties: PdfValue): Owner | undefined {
  if (!isDictionary(properties)) return undefined;
  const { MCID, Subtype } = properties;
  return typeof MCID === 'number' ? MCID : MARGINS[String(Subtype)];
}

/** The text of each code of two bytes. */
export function decode(shown: PdfValue, font: CodeTexts): string[] {
  const texts: string[] = [];
  for (const part of Array.isArray(shown) ? shown : [shown]) {
    if (!(part instanceof PdfString)) continue;
    for (let i = 0; i + 1 < part.bytes.length; i += 2)
      texts.push(font.get((part.bytes.charCodeAt(i) << 8) | part.bytes.charCodeAt(i + 1)) ?? '\ufffd');
  }
  return texts;
}

/** Letters of the scripts that are painted from left to right and read from right to left. */
const RIGHT_TO_LEFT =
  /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** After this, no phrase that runs from left to right has a space. */
const NO_SPACE_AFTER = /[\s\p{Ps}\p{Pi}]$/u;

/**
 * A run of right-to-left text is painted from its left end, as readers of PDF expect it. Marks and spaces alone go the
 * way of the document, and so does the space after a foreign word that ends a line: it is painted before the word.
 *
 * @param left what stands left of it in the same line and was painted before: a foreign phrase that goes on
 */
function inReadingOrder(run: string, backwards: boolean, left: Shown | undefined): string {
  if (RIGHT_TO_LEFT.test(run) || (backwards && !/[\p{L}\p{N}]/u.test(run)))
    return turned(run).replace(NUMBER, turned);
  const [, spaces = '', words = ''] = /^([\u200f ]*)(.*)$/su.exec(run)!;
  if (!backwards || spaces === '') return run;
  const isInside = left !== undefined && !NO_SPACE_AFTER.test(left.drawn.join(''));
  return isInside ? ` ${words}${spaces.replace(' ', '')}` : words + spaces;
}

/** Runs from left to right in text of either direction; the digits of N’Ko are letters to UAX #9. */
const NUMBER = /(?!\p{Script=Nko})\p{Nd}(?:[.,:/\u066b\u066c]?\p{Nd})+/gu;

function turned(text: string): string {
  return Array.from(text).reverse().join('');
}

/** Reads it as `../to-unicode.ts` writes it: one line for each code. */
export function readToUnicode(stream: string): CodeTexts {
  const map = new Map<number, string>();
  for (const [, code, text] of stream.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]*)>$/gm))
    map.set(Number.parseInt(code!, 16), Buffer.from(text!, 'hex').swap16().toString('utf16le'));
  return map;
}
