/** Where somebody reads: kept when pages change, when they are zoomed, and in another language of the same document. */
import type { Anchor } from '../../protocol.ts';
import { sameBlock } from './blocks.ts';

export interface Place {
  /** From 0, and how far down the page the top of the view is: 0 its top, 1 its foot. */
  readonly page: number;
  readonly fraction: number;
  /** Nobody has begun to read. */
  readonly isTop?: true;
  /** The first block in view, and how far below the top of the view it is, in pt. */
  readonly block?: { readonly anchor: Anchor; readonly below: number };
}

/** Pages as they are laid out: px from the top of all. */
export interface PageTops {
  readonly tops: readonly number[];
  readonly heights: readonly number[];
  /** px for each pt */
  readonly scale: number;
}

const TOP: Place = { page: 0, fraction: 0, isTop: true };

export function placeAt(scroll: number, view: number, pages: PageTops, anchors: readonly Anchor[]): Place {
  if (scroll <= 0) return TOP;
  const page = Math.max(
    0,
    pages.tops.findLastIndex((top) => top <= scroll),
  );
  const fraction = (scroll - (pages.tops[page] ?? 0)) / (pages.heights[page] || 1);
  const anchor = anchors.find((each) => {
    const top = topOf(each, pages);
    return top >= scroll && top < scroll + view / 2;
  });
  const block = anchor && { anchor, below: (topOf(anchor, pages) - scroll) / pages.scale };
  return { page, fraction, block };
}

/** How far to scroll so that the place is where it was, px. */
export function scrollTo(place: Place, pages: PageTops, anchors: readonly Anchor[]): number {
  const anchor = place.block && sameBlock(anchors, place.block.anchor);
  if (place.block && anchor) return topOf(anchor, pages) - place.block.below * pages.scale;
  if (place.isTop) return 0;
  const page = Math.min(place.page, pages.tops.length - 1);
  return (pages.tops[page] ?? 0) + place.fraction * (pages.heights[page] ?? 0);
}

/** px from the top of all pages */
export function topOf(anchor: Anchor, { tops, scale }: PageTops): number {
  return (tops[anchor.page] ?? 0) + anchor.y * scale;
}
