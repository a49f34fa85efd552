/**
 * A line of text as pdfmake's page writer handles it: something with a place, a height and a width. What is on the
 * line is the text engine's; pdfmake never looks inside.
 */
import type { StructureElement } from '../document/tags.ts';
import type { TextLine } from '../text/break/line.ts';
import type { ArtifactKind } from './artifact.ts';

export interface PageLineOptions {
  readonly line: TextLine;
  readonly alignment: 'left' | 'center' | 'right';
  readonly height: number;
  /** Distance of the baseline from the top of the line, pt. */
  readonly baseline: number;
  readonly owner?: StructureElement;
  readonly groups?: ReadonlyMap<number, StructureElement>;
}

export class PageLine {
  x = 0;
  y = 0;
  readonly line: TextLine;
  readonly height: number;
  readonly baseline: number;
  /** Undefined: an artifact. */
  owner: StructureElement | undefined;
  groups: ReadonlyMap<number, StructureElement> | undefined;
  artifact?: ArtifactKind;
  /** Named destination of the first line of a node with an id. */
  destination?: string;
  outline?: { level: number; title: string };
  /** pdfmake's ElementWriter reads the alignment of a line from its first inline. */
  readonly inlines: readonly { readonly alignment: string }[];

  constructor(options: PageLineOptions) {
    this.line = options.line;
    this.height = options.height;
    this.baseline = options.baseline;
    this.owner = options.owner;
    this.groups = options.groups;
    this.inlines = [{ alignment: options.alignment }];
  }

  getHeight(): number {
    return this.height;
  }

  getWidth(): number {
    return this.line.width;
  }

  getAscenderHeight(): number {
    return this.baseline;
  }

  clone(): PageLine {
    return Object.assign(Object.create(PageLine.prototype) as PageLine, this);
  }
}
