/** Places on pages: which stay, what lies beside what, and where a reader is after a change. */
import { describe, expect, test } from 'vitest';
import { blockMap } from '../../../src/preview/page/pane/block-map.ts';
import { blockAt } from '../../../src/preview/page/pane/blocks.ts';
import { matchPages } from '../../../src/preview/page/pane/match-pages.ts';
import { placeAt, scrollTo } from '../../../src/preview/page/pane/place.ts';
import { scaleOf, stepped } from '../../../src/preview/page/pane/zoom.ts';
import type { Anchor } from '../../../src/preview/protocol.ts';

const block = (key: string, y: number, more: Partial<Anchor> = {}): Anchor => ({
  key,
  role: 'P',
  page: 0,
  x: 50,
  y,
  width: 400,
  height: 40,
  file: 'content/a/en.md',
  line: 1,
  column: 1,
  editor: '',
  text: key,
  ...more,
});

describe('pages that stay', () => {
  test('are those on which the same is painted, where they were', () => {
    expect(matchPages(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual([0, undefined, 2]);
  });
  test('move when a page has come before them', () => {
    expect(matchPages(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])).toEqual([0, undefined, 1, 2]);
  });
  test('are each used once, although empty pages are the same', () => {
    expect(matchPages(['a', 'empty'], ['empty', 'empty', 'empty'])).toEqual([undefined, 1, undefined]);
  });
});

describe('beside a block', () => {
  const left = { height: 1000, blocks: [100, 200, 600].map((top, index) => ({ key: `${index}`, top })) };
  const right = { height: 1500, blocks: [100, 400, 900].map((top, index) => ({ key: `${index}`, top })) };

  test('is the same block of the other language', () => {
    const map = blockMap(left, right);
    expect([100, 200, 600].map(map)).toEqual([100, 400, 900]);
  });
  test('is the same part of the way between two of them, and the two ends', () => {
    const map = blockMap(left, right);
    expect([0, 400, 800, 1000].map(map)).toEqual([0, 650, 1200, 1500]);
  });
  test('never is something further up than before, although a block stands elsewhere', () => {
    const mixed = { height: 1500, blocks: [{ key: '0', top: 900 }, ...right.blocks.slice(1)] };
    const map = blockMap(left, mixed);
    const heights = Array.from({ length: 101 }, (_, index) => map(index * 10));
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
  });
  test('are proportions where no block is common', () => {
    const map = blockMap(left, { height: 500, blocks: [] });
    expect([0, 500, 1000].map(map)).toEqual([0, 250, 500]);
  });
});

describe('the place', () => {
  const pages = { tops: [16, 1032], heights: [1000, 1000], scale: 1 };
  const anchors = [block('first', 100), block('second', 300), block('third', 500)];

  test('is kept by the block that is read when text above it grows', () => {
    const place = placeAt(250, 600, pages, anchors);
    const longer = anchors.map((anchor) => ({ ...anchor, y: anchor.y + 45 }));
    expect(scrollTo(place, pages, longer)).toBe(295);
  });
  test('is kept by page and fraction when the block is gone', () => {
    const place = placeAt(250, 600, pages, anchors);
    expect(scrollTo(place, pages, [])).toBe(250);
    expect(scrollTo(place, { ...pages, heights: [2000, 2000], scale: 2 }, [])).toBe(484);
  });
  test('follows a block onto another page', () => {
    const place = placeAt(250, 600, pages, anchors);
    expect(scrollTo(place, pages, [block('second', 40, { page: 1 })])).toBe(1032 + 40 - 66);
  });
  test('is found again by what a block says when its number has changed', () => {
    const place = placeAt(250, 600, pages, anchors);
    expect(scrollTo(place, pages, [block('second', 100), { ...block('2b', 700), text: 'second' }])).toBe(50);
    expect(scrollTo(place, pages, [{ ...block('2b', 700), text: 'second' }])).toBe(650);
  });
  test('stays the top at the top, and the last page where there are fewer', () => {
    expect(scrollTo(placeAt(0, 600, pages, anchors), pages, [block('first', 900)])).toBe(0);
    const second = placeAt(1532, 600, pages, anchors);
    expect(scrollTo(second, { ...pages, tops: [16], heights: [1000] }, [])).toBe(516);
  });
});

test('a point chooses the smallest block there', () => {
  const list = block('list', 100, { height: 300 });
  const item = block('item', 150);
  expect(blockAt([list, item], 0, 60, 160)).toBe(item);
  expect(blockAt([list, item], 0, 60, 350)).toBe(list);
  expect(blockAt([list, item], 1, 60, 160)).toBeUndefined();
});

describe('zoom', () => {
  const a4 = { width: 600, height: 800 };
  test('to the width, to the page, in percent of the printed size', () => {
    expect(scaleOf('width', a4, { width: 900, height: 400 })).toBe(1.5);
    expect(scaleOf('page', a4, { width: 900, height: 400 })).toBe(0.5);
    expect(scaleOf(150, a4, { width: 1, height: 1 })).toBe(2);
  });
  test('goes in steps, and not beyond them', () => {
    expect(stepped(96 / 72, true)).toBe(110);
    expect(stepped(1, false)).toBe(67);
    expect(stepped(6, true)).toBe(450);
  });
});
