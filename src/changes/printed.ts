/**
 * What is printed of an edition, as it is compared: blocks of text in reading order, each with the pages it stands on, and
 * what each page looks like. Made from pages (./printed-pages.ts) or from a PDF (./printed-pdf.ts), to the same result.
 */
import type { NamedBlock } from '../translation/record/match-blocks.ts';
import type { RecordedBlock } from '../translation/record/record.ts';

/** A block of printed text; its groups are those of `TextBlock`, and `header` and `footer`. */
export interface PrintedBlock extends NamedBlock, RecordedBlock {
  /** Canonical tag, or as the PDF has it. */
  readonly lang: string;
  /** Where it stands, from its first page on. */
  readonly parts: readonly PagePart[];
  /** Addresses that its links lead to. */
  readonly links: readonly string[];
  /** What a picture looks like; absent where that is not known. */
  readonly look?: string;
}

/** Part of a block on one page. */
export interface PagePart {
  /** Counted from 1. */
  readonly page: number;
  /** Index in the text of the block at which the part begins. */
  readonly start: number;
}

export interface PrintedEdition {
  readonly lang: string;
  /** Of each page, what it looks like: the same for the same picture. Numbers of pages in header and footer are no part of it. */
  readonly pages: readonly string[];
  readonly blocks: readonly PrintedBlock[];
}

/** Text on a page. */
export interface Piece {
  readonly page: number;
  readonly text: string;
}

/** An element of a tag tree as both sources give it. */
export interface PrintedElement {
  readonly role: string;
  readonly lang?: string | undefined;
  readonly alt?: string | undefined;
  readonly href?: string | undefined;
  /** Page of a picture, and what it looks like. */
  readonly picture?: { readonly page: number; readonly look?: string } | undefined;
  readonly content: readonly (Piece | PrintedElement)[];
}

/** Text at the top or the foot of pages. */
export interface Marginal extends Piece {
  readonly place: 'header' | 'footer';
}
