/**
 * A line of text as pdfmake's page writer handles it: something with a place, a height and a width. What is on the
 * line is the text engine's; pdfmake never looks inside.
 */
import type { TextNode } from '../document/nodes.ts';
import type { TextLine } from '../text/break/line.ts';
import type { ArtifactKind } from './artifact.ts';

export interface PageLineOptions {
  readonly line: TextLine;
  /** The paragraph it is a line of. */
  readonly node: TextNode;
  readonly alignment: 'left' | 'center' | 'right';
  /** Distance of the baseline from the top of the line, pt. */
  readonly baseline: number;
  /** By how much it is higher than the other lines of its paragraph, pt. */
  readonly rise?: number;
  readonly first: boolean;
}

export class PageLine {
  x = 0;
  y = 0;
  readonly line: TextLine;
  readonly node: TextNode;
  readonly baseline: number;
  readonly rise: number;
  /** The first line of its paragraph is where links and bookmarks lead. */
  readonly first: boolean;
  artifact?: ArtifactKind;
  /** pdfmake's ElementWriter reads the alignment of a line from its first inline. */
  readonly inlines: readonly { readonly alignment: string }[];

  constructor({ line, node, alignment, baseline, rise = 0, first }: PageLineOptions) {
    this.line = line;
    this.node = node;
    this.baseline = baseline;
    this.rise = rise;
    this.first = first;
    this.inlines = [{ alignment }];
  }

  getHeight(): number {
    return this.node.paragraph.lineHeight + this.rise;
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
