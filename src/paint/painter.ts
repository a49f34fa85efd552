/**
 * Painting: draws finished pages into a PDF file, and notes for every piece of content which element of the tag tree it
 * belongs to. What belongs to none is an artifact: a header, a footer, a repeated table header, or mere decoration.
 */
import type { QrNode } from '../document/nodes.ts';
import type { StructureElement } from '../document/tags.ts';
import type { FontBook } from '../fonts/book.ts';
import type { PdfFile } from '../pdf/file.ts';
import { number, rgb } from '../pdf/operators.ts';
import { Outline } from '../pdf/outline.ts';
import type { ContentReference, PaintedStructure } from '../pdf/structure-tree.ts';
import type { Fragment } from '../text/break/line.ts';
import { ARTIFACTS, type ArtifactKind, artifactOf } from '../typeset/artifact.ts';
import type { PageLine } from '../typeset/page-line.ts';
import type { Page, PageItem, Vector } from '../typeset/pdfmake.ts';
import type { QrCode } from '../typeset/qr-code.ts';
import { paintLinks } from './links.ts';
import { paintQr } from './qr.ts';
import { paintDecoration, paintFragment } from './text-painter.ts';

export class Painter {
  readonly file: PdfFile;
  readonly fonts: FontBook;
  readonly #content = new Map<StructureElement, ContentReference[]>();
  readonly #inlineAt = new Map<StructureElement, number>();
  readonly #pages: StructureElement[][] = [];
  readonly #annotations: {
    element: StructureElement;
    reference: { data: Record<string, unknown>; end(): void };
  }[] = [];
  readonly #boxes = new Map<StructureElement, [number, number, number, number]>();
  /** The element or the kind of artifact whose marked content is open; undefined for none. */
  #open: StructureElement | ArtifactKind | undefined;
  readonly #outline = new Outline();

  constructor(file: PdfFile, fonts: FontBook) {
    this.file = file;
    this.fonts = fonts;
  }

  paintPages(pages: readonly Page[]): void {
    for (const page of pages) {
      this.file.addPage({ size: [page.pageSize.width, page.pageSize.height], margin: 0 });
      this.#pages.push([]);
      const { data } = this.file.page.dictionary;
      data.StructParents = this.#pages.length - 1;
      data.Tabs = 'S';
      for (const item of page.items) this.#paintItem(item);
      this.#close();
    }
  }

  /** What the structure tree needs to know; annotations are ended here, when the keys of all pages are known. */
  finish(): PaintedStructure {
    this.#outline.write(this.file);
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

  /** Opens marked content for an element or an artifact unless it is already open. `block` is the paragraph it is in. */
  mark(wanted: StructureElement | ArtifactKind, block?: StructureElement): void {
    if (this.#open === wanted) return;
    this.#close();
    this.#open = wanted;
    if (typeof wanted === 'string') {
      this.file.addContent(ARTIFACTS[wanted]);
      return;
    }
    const elements = this.#pages[this.#pages.length - 1]!;
    const mcid = elements.length;
    elements.push(wanted);
    for (let inline = wanted; inline !== block && inline.parent && block; inline = inline.parent)
      if (!this.#inlineAt.has(inline)) this.#inlineAt.set(inline, this.#contentOf(inline.parent).length);
    this.#contentOf(wanted).push({ kind: 'content', page: this.file.page.dictionary, mcid });
    this.file.addContent(`/${wanted.role} <</MCID ${mcid}>> BDC`);
  }

  /** A link annotation over a box (page coordinates, y downwards) that belongs to an element. */
  annotate(element: StructureElement, annotation: Record<string, unknown>): void {
    const reference = this.file.ref(annotation);
    this.file.page.annotations.push(reference);
    this.#annotations.push({ element, reference });
    this.#contentOf(element).push({
      kind: 'annotation',
      page: this.file.page.dictionary,
      annotation: reference,
    });
  }

  #contentOf(element: StructureElement): ContentReference[] {
    let list = this.#content.get(element);
    if (!list) {
      list = [];
      this.#content.set(element, list);
    }
    return list;
  }

  #close(): void {
    if (this.#open) this.file.addContent('EMC');
    this.#open = undefined;
  }

  #paintItem({ type, item }: PageItem): void {
    switch (type) {
      case 'line':
        this.#paintLine(item as unknown as PageLine);
        return;
      case 'vector':
        this.mark(artifactOf(item));
        this.file.addContent(vectorOperators(item as unknown as Vector));
        return;
      case 'image':
      case 'svg':
        this.#paintPicture(type, item);
        return;
      case 'beginClip':
      case 'endClip':
      case 'beginVerticalAlignment':
      case 'endVerticalAlignment':
        this.#close();
        this.#paintState(type, item);
        return;
      case 'attachment':
        return;
    }
  }

  #paintState(type: PageItem['type'], item: PageItem['item']): void {
    if (type === 'beginClip')
      this.file.addContent(
        `q ${number(item.x)} ${number(item.y)} ${number(item.width ?? 0)} ${number(item.height as number)} re W n`,
      );
    else if (type === 'endClip') this.file.addContent('Q');
    else {
      const aligned = item as unknown as {
        verticalAlignment: string;
        isCellContentMultiPage?: boolean;
        getNodeHeight?(): number;
        getViewHeight?(): number;
      };
      if (aligned.isCellContentMultiPage || aligned.verticalAlignment === 'top') return;
      if (type === 'endVerticalAlignment') this.file.addContent('Q');
      else {
        const room = aligned.getViewHeight!() - aligned.getNodeHeight!();
        this.file.addContent(
          `q 1 0 0 1 0 ${number(aligned.verticalAlignment === 'middle' ? room / 2 : room)} cm`,
        );
      }
    }
  }

  #paintLine(line: PageLine): void {
    if (line.destination) this.file.addDestination(line.destination, line.y);
    if (line.outline) this.#outline.add(line.outline, this.file.page, line.y);
    const baseline = line.y + line.baseline;
    const fragments = [...line.line.fragments].sort((a, b) => a.start - b.start);
    for (const fragment of fragments) {
      this.mark(this.#elementOf(line, fragment) ?? artifactOf(line), line.owner);
      const end =
        fragment === fragments[fragments.length - 1]
          ? { space: endsAtSpace(line), leftwards: line.line.paragraph.style.dir === 'rtl' }
          : undefined;
      const { style } = line.line.paragraph.spans[fragment.span]!;
      paintFragment(this.file, fragment, style, line.x, baseline, end);
    }
    for (const fragment of fragments) {
      const operators = paintDecoration(
        fragment,
        line.line.paragraph.spans[fragment.span]!.style,
        line.x,
        baseline,
      );
      if (!operators) continue;
      this.mark(artifactOf(line));
      this.file.addContent(operators);
    }
    paintLinks(this, line);
  }

  #elementOf(line: PageLine, fragment: Fragment): StructureElement | undefined {
    if (!line.owner) return undefined;
    const { element, group } = line.line.paragraph.spans[fragment.span]!;
    const key = element ?? group;
    return (key !== undefined && line.groups?.get(key)) || line.owner;
  }

  #paintPicture(type: 'image' | 'svg', item: PageItem['item']): void {
    const owner = item.owner as StructureElement | undefined;
    this.mark(owner ?? artifactOf(item));
    const width = item._width ?? 0;
    const height = (item._height as number | undefined) ?? 0;
    if (owner) {
      const top = this.file.page.height - item.y;
      const round = (value: number) => Math.round(value * 100) / 100;
      this.#boxes.set(owner, [round(item.x), round(top - height), round(item.x + width), round(top)]);
    }
    if ('modules' in item)
      this.file.addContent(paintQr(item as unknown as QrNode & { modules: QrCode; x: number; y: number }));
    else if (type === 'svg') this.file.drawSvg(item.svg as string, item.x, item.y, width, height);
    else this.file.drawImage(item.image as string, item.x, item.y, width, height);
  }
}

/** Whether a line of a paragraph was broken at a space, which is not among its fragments. */
function endsAtSpace({ line, owner }: PageLine): boolean {
  return owner !== undefined && line.paragraph.text[line.end] === ' ';
}

function vectorOperators(vector: Vector): string {
  const { color, lineColor } = vector;
  const paint = color && lineColor ? 'B' : color ? 'f' : 'S';
  const state = `${color ? rgb(color, 'fill') : ''} ${lineColor || !color ? `${rgb(lineColor ?? '#000000', 'stroke')} ${number(vector.lineWidth ?? 1)} w` : ''}`;
  return `q ${state} ${path(vector)} ${paint} Q`;
}

function path(vector: Vector): string {
  switch (vector.type) {
    case 'rect':
      return `${number(vector.x)} ${number(vector.y)} ${number(vector.w)} ${number(vector.h)} re`;
    case 'line':
      return `${number(vector.x1)} ${number(vector.y1)} m ${number(vector.x2)} ${number(vector.y2)} l`;
    case 'polyline':
      return vector.points
        .map((point, i) => `${number(point.x)} ${number(point.y)} ${i === 0 ? 'm' : 'l'}`)
        .join(' ');
    case 'ellipse': {
      const { x, y, r1, r2 } = vector;
      const k = 0.5522848;
      return `${number(x - r1)} ${number(y)} m ${number(x - r1)} ${number(y - r2 * k)} ${number(x - r1 * k)} ${number(y - r2)} ${number(x)} ${number(y - r2)} c ${number(x + r1 * k)} ${number(y - r2)} ${number(x + r1)} ${number(y - r2 * k)} ${number(x + r1)} ${number(y)} c ${number(x + r1)} ${number(y + r2 * k)} ${number(x + r1 * k)} ${number(y + r2)} ${number(x)} ${number(y + r2)} c ${number(x - r1 * k)} ${number(y + r2)} ${number(x - r1)} ${number(y + r2 * k)} ${number(x - r1)} ${number(y)} c`;
    }
    case 'path':
      return '';
  }
}
