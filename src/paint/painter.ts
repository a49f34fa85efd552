/**
 * Painting: draws finished pages into a PDF file. Each piece of content is marked with the element of the tag tree that it
 * belongs to; what belongs to none is an artifact: a header, a footer, a repeated table header, or mere decoration.
 */
import { transformPoint } from '../document/matrix.ts';
import type { StructureElement } from '../document/tags.ts';
import type { PdfReference } from '../pdf/embedded-font.ts';
import type { PdfFile } from '../pdf/file.ts';
import { number, rgb } from '../pdf/operators.ts';
import { Outline } from '../pdf/outline.ts';
import type { PaintedStructure } from '../pdf/structure-tree.ts';
import type { SetDrawing, SetDrawings } from '../typeset/drawing-text.ts';
import type { DrawingItem, LineItem, Page, PageItem, PictureItem } from '../typeset/page-item.ts';
import { drawingForm } from './drawing/drawing-painter.ts';
import { drawingMatrix } from './drawing/placement.ts';
import { type Area, PageLinks, rounded } from './links.ts';
import { paintingOrder } from './painting-order.ts';
import { paintQr } from './qr.ts';
import { TaggedContent } from './tagged-content.ts';
import { paintDecoration, paintFragment } from './text-painter.ts';

/** Pages with their drawings. */
export interface PaintedPages {
  readonly pages: readonly Page[];
  readonly drawings: SetDrawings;
}

export class Painter {
  readonly #file: PdfFile;
  readonly #tagged: TaggedContent;
  readonly #outline = new Outline();
  readonly #forms = new Map<SetDrawing, PdfReference>();
  /** Of the part that is painted: its drawings, and what stands before the names of its places. */
  #drawings: SetDrawings | undefined;
  #prefix = '';
  /** Those of the page that is painted. */
  #links = new PageLinks(0);

  constructor(file: PdfFile) {
    this.#file = file;
    this.#tagged = new TaggedContent(file);
  }

  /**
   * Paints the pages of a part behind those that are there.
   *
   * @param prefix before the names of its places, which are its own
   * @param bookmark of its first page, with those of its headings under it
   */
  paintPages({ pages, drawings }: PaintedPages, prefix: string, bookmark?: string): void {
    this.#drawings = drawings;
    this.#prefix = prefix;
    for (const [i, { width, height, items }] of pages.entries()) {
      this.#file.addPage({ size: [width, height], margin: 0 });
      if (i === 0 && bookmark !== undefined)
        this.#outline.add({ level: 0, title: bookmark }, this.#file.page, 0);
      this.#tagged.openPage();
      this.#links = new PageLinks(height, prefix);
      const ordered = paintingOrder(items);
      for (const [i, item] of ordered.entries()) this.#paintItem(item, ordered[i + 1]);
      this.#tagged.close();
      this.#links.annotate(this.#tagged);
    }
  }

  /** What the structure tree needs to know. */
  finish(): PaintedStructure {
    this.#outline.write(this.#file);
    return this.#tagged.finish();
  }

  #paintItem(item: PageItem, next: PageItem | undefined): void {
    switch (item.type) {
      case 'line':
        this.#paintLine(item, next);
        return;
      case 'rectangle': {
        const box = [item.x, item.y, item.width, item.height].map(number).join(' ');
        this.#tagged.mark(item.tag);
        this.#file.addContent(`q ${rgb(item.color, 'fill')}  ${box} re f Q`);
        return;
      }
      case 'stroke': {
        const { x1, y1, x2, y2, color, thickness } = item;
        const path = `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l`;
        this.#tagged.mark(item.tag);
        this.#file.addContent(`q  ${rgb(color, 'stroke')} ${number(thickness)} w ${path} S Q`);
        return;
      }
      default:
        this.#paintPicture(item);
    }
  }

  #paintLine(item: LineItem, next: PageItem | undefined): void {
    const { line, x, baseline, tag } = item;
    this.#name(item);
    if (item.outline) this.#outline.add(item.outline, this.#file.page, item.y);
    const block = typeof tag === 'string' ? undefined : tag;
    const fragments = [...line.fragments].sort((a, b) => a.start - b.start);
    // Marks inside a text object take less room, but nothing after it can be part of them.
    const isAlone = fragments.length === 1 && !(next?.type === 'line' && next.tag === tag);
    for (const fragment of fragments) {
      const picture = item.pictures?.get(fragment.span);
      if (picture) {
        this.#paintPicture(picture, block);
        continue;
      }
      const span = line.paragraph.spans[fragment.span]!;
      const key = span.element ?? span.group;
      const wanted = (key !== undefined && item.groups?.get(key)) || tag;
      const mark = isAlone && !this.#tagged.isOpen(wanted) ? this.#tagged.around(wanted, block) : undefined;
      if (!mark) this.#tagged.mark(wanted, block);
      const end =
        fragment === fragments[fragments.length - 1]
          ? { space: endsAtSpace(item), leftwards: line.paragraph.style.dir === 'rtl' }
          : undefined;
      paintFragment(this.#file, fragment, span.style, { x, y: baseline }, { end, mark });
    }
    for (const fragment of fragments) {
      if (item.pictures?.has(fragment.span)) continue;
      const operators = paintDecoration(fragment, line.paragraph.spans[fragment.span]!.style, x, baseline);
      if (!operators) continue;
      this.#tagged.mark(block ? 'layout' : tag);
      this.#file.addContent(operators);
    }
    this.#links.addLine(item);
  }

  /** Makes the place of an item one that links may lead to. */
  #name({ destinations = [], y }: LineItem | PictureItem): void {
    for (const name of destinations) this.#file.addDestination(this.#prefix + name, y);
  }

  /** @param block the paragraph that it stands in */
  #paintPicture(item: PictureItem, block?: StructureElement): void {
    const { x, y, width, height, tag } = item;
    this.#name(item);
    this.#tagged.mark(tag, block);
    const box = this.#boxOf(item);
    if (typeof tag !== 'string') this.#tagged.addBox(tag, box);
    if (item.type === 'qr') this.#file.addContent(paintQr(item));
    else if (item.type === 'drawing') this.#paintDrawing(item);
    else this.#file.drawImage(item.image, x, y, width, height);
    if (!block) this.#links.addPicture(tag, box);
  }

  /** A drawing is written once for all pages; its links are where it is on this one. */
  #paintDrawing(item: DrawingItem): void {
    const { drawing, links = [] } = item;
    const matrix = drawingMatrix(drawing, item);
    this.#file.drawForm(this.#formOf(this.#drawings!.of(item)), matrix);
    links.forEach((element, i) => {
      const [x, y, width, height] = drawing.links[i]!.box;
      const [left, top] = transformPoint(matrix, x, y);
      const [right, bottom] = transformPoint(matrix, x + width, y + height);
      const page = this.#file.page.height;
      this.#links.addArea(element, [left, page - bottom, right, page - top]);
    });
  }

  #formOf(set: SetDrawing): PdfReference {
    const form = this.#forms.get(set) ?? drawingForm(this.#file, set);
    this.#forms.set(set, form);
    return form;
  }

  #boxOf({ x, y, width, height }: PictureItem): Area {
    const top = this.#file.page.height - y;
    return rounded([x, top - height, x + width, top]);
  }
}

/** Whether a line of a paragraph was broken at a space, or by its author, and words on either side must not run together. */
function endsAtSpace({ line, tag }: LineItem): boolean {
  return typeof tag !== 'string' && /[ \u2028]/.test(line.paragraph.text[line.end] ?? '');
}
