/** The blocks of a print, off its tag tree: each with its name, its words, where they stand and where its links lead. */
import { oneLine } from '../translation/block-text.ts';
import type { BlockKind } from '../translation/blocks.ts';
import { blockHash } from '../translation/record/record.ts';
import type { Marginal, PagePart, Piece, PrintedBlock, PrintedElement } from './printed.ts';
import { visible, withoutPageNumbers } from './printed-text.ts';

/** Parts of a paragraph. The call of a note is one whose number is no news: what is said there is. */
const INLINE: ReadonlySet<string> = new Set(['Link', 'Span', 'Strong', 'Em', 'Code', 'Reference']);

/** Kinds by the innermost of these roles. */
const KINDS: Readonly<Record<string, BlockKind>> = {
  ...{ H1: 'heading', H2: 'heading', H3: 'heading', H4: 'heading', H5: 'heading', H6: 'heading' },
  ...{ LBody: 'item', BlockQuote: 'quotation', TH: 'cell', TD: 'cell', Caption: 'caption', TOCI: 'item' },
};

interface Around {
  readonly kind: BlockKind;
  readonly lang: string;
  readonly group: string;
  readonly prefix: string;
}

/** The blocks under the root of a tag tree, with what stands in the margins of the pages. */
export function printedBlocks(
  root: PrintedElement,
  lang: string,
  marginals: readonly Marginal[],
  pages: number,
): readonly PrintedBlock[] {
  const gatherer = new Gatherer();
  gatherer.visit(root, { kind: 'paragraph', lang, group: 'text', prefix: '' });
  for (const place of ['header', 'footer'] as const)
    gatherer.addMarginals(
      place,
      marginals.filter((marginal) => marginal.place === place),
      { lang, pages },
    );
  return gatherer.blocks;
}

class Gatherer {
  readonly blocks: PrintedBlock[] = [];
  readonly #counts = new Map<string, number>();
  #notes = 0;

  visit(element: PrintedElement, outer: Around): void {
    const { role } = element;
    // The number of an item is not its text.
    if (role === 'Lbl') return;
    const around: Around = {
      ...outer,
      kind: KINDS[role] ?? outer.kind,
      lang: element.lang ?? outer.lang,
      ...(role === 'Note' && { group: 'notes', prefix: `note ${++this.#notes} `, kind: 'paragraph' }),
    };
    if (role === 'Figure') this.#addPicture(element, around);
    const pieces: Piece[] = [];
    const links: string[] = [];
    const inner: PrintedElement[] = [];
    const gather = ({ content }: PrintedElement, parent: string): void => {
      for (const part of content) {
        if ('text' in part) pieces.push(part);
        else if (!INLINE.has(part.role)) inner.push(part);
        else if (part.role !== 'Reference' || parent === 'TOCI') {
          if (part.href !== undefined && !part.href.startsWith('#')) links.push(part.href);
          gather(part, part.role);
        } else pieces.push(...spaceAfter(part));
      }
    };
    gather(element, role);
    this.#add(pieces, links, around);
    for (const child of inner) this.visit(child, around);
  }

  /** What is the same on several pages is one block; the numbers of page and pages in it are signs. */
  addMarginals(
    place: 'header' | 'footer',
    marginals: readonly Marginal[],
    { lang, pages }: { readonly lang: string; readonly pages: number },
  ): void {
    const texts = new Map<number, string>();
    for (const { page, text } of marginals) texts.set(page, `${texts.get(page) ?? ''} ${text}`);
    const shared = new Map<string, number[]>();
    for (const [page, text] of texts) {
      const said = visible(withoutPageNumbers(text, [page, pages]));
      if (said !== '') shared.set(said, [...(shared.get(said) ?? []), page]);
    }
    for (const [text, on] of shared)
      this.#put(text, 'field', {
        ...{ group: place, prefix: '', lang, name: place, links: [] },
        parts: on.map((page) => ({ page, start: 0 })),
      });
  }

  #addPicture({ alt = '', picture }: PrintedElement, { lang, group, prefix }: Around): void {
    if (!picture) return;
    const parts = [{ page: picture.page, start: 0 }];
    const { look } = picture;
    const more = { group, prefix, lang, name: 'picture', links: [], parts, ...(look && { look }) };
    this.#put(oneLine(alt), 'picture', more);
  }

  #add(pieces: readonly Piece[], links: readonly string[], { kind, lang, group, prefix }: Around): void {
    const parts: PagePart[] = [];
    let before = '';
    for (const { page, text } of pieces) {
      if (visible(text) !== '' && parts.at(-1)?.page !== page)
        parts.push({ page, start: visible(before).length });
      before += text;
    }
    const text = visible(before);
    if (text !== '') this.#put(text, kind, { group, prefix, lang, name: kind, links, parts });
  }

  #put(
    text: string,
    kind: BlockKind,
    {
      prefix,
      name,
      ...more
    }: Omit<PrintedBlock, 'at' | 'kind' | 'hash' | 'text'> & { prefix: string; name: string },
  ): void {
    const count = (this.#counts.get(prefix + name) ?? 0) + 1;
    this.#counts.set(prefix + name, count);
    this.blocks.push({
      ...more,
      at: `${prefix}${name} ${count}`,
      kind,
      text,
      hash: blockHash({ kind, text }),
    });
  }
}

/** The space behind the call of a note, which is painted with the call where a line ends. */
function spaceAfter({ content }: PrintedElement): readonly Piece[] {
  const last = content.at(-1);
  if (last === undefined) return [];
  if (!('text' in last)) return spaceAfter(last);
  return /\s$/u.test(last.text) ? [{ page: last.page, text: ' ' }] : [];
}
