/**
 * What is printed of an edition, from its PDF: the words of the tag tree, as a screen reader has them. Bayan's own PDFs are
 * read; others have no tags that say as much.
 */
import { sha256 } from '../files/source-file.ts';
import { type MarkedText, readMarkedText } from '../pdf/inspect/marked-text.ts';
import { type Dictionary, type PdfObjects, Reference } from '../pdf/inspect/objects.ts';
import { pageLook } from '../pdf/inspect/page-look.ts';
import { readPdf } from '../pdf/inspect/read.ts';
import type { Piece, PrintedEdition, PrintedElement } from './printed.ts';
import { printedBlocks } from './printed-blocks.ts';

/** What a PDF prints. Throws when it is none that Bayan wrote. */
export function printedPdf(file: Uint8Array): PrintedEdition {
  const pdf = readPdf(file);
  const [root] = pdf.array(pdf.dictionary(pdf.root.StructTreeRoot).K);
  if (root === undefined) throw new Error('no tag tree');
  const lang = pdf.text(pdf.root.Lang) ?? 'und';
  const words = readMarkedText(pdf);
  const pages = pdf.pageIds();
  const numbers = new Map(pages.map((id, index) => [id, index + 1]));
  const marginals = words.margins.flatMap(({ page, ...margin }) => {
    const number = numbers.get(page);
    return number === undefined ? [] : [{ ...margin, page: number }];
  });
  const element = new TreeReader(pdf, words, numbers).read(pdf.dictionary(root), undefined);
  return {
    lang,
    pages: pages.map((id) => sha256(pageLook(pdf, pdf.dictionary(new Reference(id))))),
    blocks: printedBlocks(element, lang, marginals, pages.length),
  };
}

class TreeReader {
  readonly #pdf: PdfObjects;
  readonly #words: MarkedText;
  /** Pages, by the number of their object. */
  readonly #numbers: ReadonlyMap<number, number>;

  constructor(pdf: PdfObjects, words: MarkedText, numbers: ReadonlyMap<number, number>) {
    this.#pdf = pdf;
    this.#words = words;
    this.#numbers = numbers;
  }

  /** @param outer the object of the page that the element around is on */
  read(element: Dictionary, outer: number | undefined): PrintedElement {
    const pdf = this.#pdf;
    const own = pageOf(element) ?? outer;
    const content: (Piece | PrintedElement)[] = [];
    const put = (page: number | undefined, mcid: number): void => {
      const number = this.#numbers.get(page ?? -1);
      if (number !== undefined) content.push({ page: number, text: this.#words.get(page, mcid) ?? '' });
    };
    let href: string | undefined;
    for (const kid of pdf.array(element.K)) {
      const target = pdf.dictionary(kid);
      if (typeof kid === 'number') put(own, kid);
      else if (typeof target.MCID === 'number') put(pageOf(target) ?? own, target.MCID);
      else if (target.Obj === undefined) content.push(this.read(target, own));
      else href ??= pdf.text(pdf.dictionary(pdf.dictionary(target.Obj).A).URI);
    }
    const page = this.#numbers.get(own ?? -1);
    const role = pdf.name(element.S) ?? '';
    return {
      role,
      lang: pdf.text(element.Lang),
      alt: pdf.text(element.Alt),
      href,
      ...(role === 'Figure' && page !== undefined && { picture: { page } }),
      // A picture that is a drawing has its own words, which its alternative text stands for.
      content: role === 'Figure' ? content.filter((part) => 'role' in part) : content,
    };
  }
}

const pageOf = ({ Pg }: Dictionary): number | undefined => (Pg instanceof Reference ? Pg.id : undefined);
