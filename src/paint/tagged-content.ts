/**
 * Marked content (ISO 32000-1 14.7.4): notes for every piece of a page which element of the tag tree it belongs to, as
 * the pages are painted. The elements themselves are never touched.
 */
import type { StructureElement } from '../document/tags.ts';
import type { PdfFile } from '../pdf/file.ts';
import type { ContentReference, PaintedStructure } from '../pdf/structure-tree.ts';
import type { ArtifactKind } from '../typeset/artifact.ts';

/** The operator that opens an artifact of each kind. Header rows that are drawn again on a page belong to paging. */
const ARTIFACTS: Readonly<Record<ArtifactKind, string>> = {
  header: '/Artifact<</Type/Pagination/Subtype/Header>>BDC',
  footer: '/Artifact<</Type/Pagination/Subtype/Footer>>BDC',
  repeated: '/Artifact<</Type/Pagination>>BDC',
  layout: '/Artifact<</Type/Layout>>BDC',
};

/** Operators around marked content. */
export interface Mark {
  readonly open: string;
  readonly close: string;
}

export class TaggedContent {
  readonly #file: PdfFile;
  readonly #content = new Map<StructureElement, ContentReference[]>();
  readonly #inlineAt = new Map<StructureElement, number>();
  readonly #pages: StructureElement[][] = [];
  readonly #annotations: { element: StructureElement; reference: ReturnType<PdfFile['ref']> }[] = [];
  readonly #boxes = new Map<StructureElement, readonly [number, number, number, number]>();
  /** The element or the kind of artifact whose marked content is open; undefined for none. */
  #open: StructureElement | ArtifactKind | undefined;

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /** Begins the page that was added to the file. */
  openPage(): void {
    this.#pages.push([]);
    const { data } = this.#file.page.dictionary;
    data.StructParents = this.#pages.length - 1;
    data.Tabs = 'S';
  }

  /** Opens marked content for an element or an artifact unless it is already open. `block` is the paragraph it is in. */
  mark(wanted: StructureElement | ArtifactKind, block?: StructureElement): void {
    if (this.#open === wanted) return;
    this.close();
    this.#open = wanted;
    this.#file.addContent(this.#opening(wanted, block));
  }

  isOpen(wanted: StructureElement | ArtifactKind): boolean {
    return this.#open === wanted;
  }

  /** Operators that open and close marked content for what is painted at once; nothing else is open then. */
  around(wanted: StructureElement | ArtifactKind, block?: StructureElement): Mark {
    this.close();
    return { open: this.#opening(wanted, block), close: 'EMC' };
  }

  #opening(wanted: StructureElement | ArtifactKind, block?: StructureElement): string {
    if (typeof wanted === 'string') return ARTIFACTS[wanted];
    const elements = this.#pages[this.#pages.length - 1]!;
    const mcid = elements.length;
    elements.push(wanted);
    for (let inline = wanted; inline !== block && inline.parent && block; inline = inline.parent)
      if (!this.#inlineAt.has(inline)) this.#inlineAt.set(inline, this.#contentOf(inline.parent).length);
    this.#contentOf(wanted).push({ kind: 'content', page: this.#file.page.dictionary, mcid });
    return `/${wanted.role}<</MCID ${mcid}>>BDC`;
  }

  /** The box of a figure on the current page, in PDF coordinates. */
  addBox(element: StructureElement, box: readonly [number, number, number, number]): void {
    this.#boxes.set(element, box);
  }

  /** An annotation on the current page that belongs to an element. */
  annotate(element: StructureElement, annotation: Record<string, unknown>): void {
    const { page } = this.#file;
    const reference = this.#file.ref(annotation);
    page.annotations.push(reference);
    this.#annotations.push({ element, reference });
    this.#contentOf(element).push({ kind: 'annotation', page: page.dictionary, annotation: reference });
  }

  /** What the structure tree needs to know; annotations are ended here, when the keys of all pages are known. */
  finish(): PaintedStructure {
    this.#annotations.forEach(({ reference }, index) => {
      reference.data.StructParent = this.#pages.length + index;
      reference.end();
    });
    return {
      content: this.#content,
      inlineAt: this.#inlineAt,
      pages: this.#pages,
      annotations: this.#annotations.map(({ element }) => element),
      boxes: this.#boxes,
    };
  }

  #contentOf(element: StructureElement): ContentReference[] {
    let list = this.#content.get(element);
    if (!list) {
      list = [];
      this.#content.set(element, list);
    }
    return list;
  }

  /** Ends what is open. */
  close(): void {
    if (this.#open) this.#file.addContent('EMC');
    this.#open = undefined;
  }
}
