/** Pictures among words and beside each other, where they come to stand on the page. */
import { describe, expect, test } from 'vitest';
import type { PictureItem } from '../../src/typeset/page-item.ts';
import { type Laid, layOut } from '../support/layout.ts';

/** A page of 257.64 pt between margins of 20 pt; type of 10 pt on lines of 20 pt. */
const TEMPLATE = '<document page-size="A6" margin="20pt"><stack>{{{body}}}</stack></document>';
const COLUMN = 257.64;
const LEFT = 20;

function lay(body: string, lang = 'en', template = TEMPLATE): Laid {
  return layOut(lang, template, body, '', {
    'content/test/photo.jpg': [1500, 1000],
    'content/test/tall.jpg': [1000, 1500],
    'content/test/icon.png': [10, 10],
    'content/test/drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>',
  });
}

/** All pictures of the pages, those among words too. */
function picturesOf({ pages }: Laid): PictureItem[] {
  return pages.flatMap(({ items }) =>
    items.flatMap((item): PictureItem[] => {
      if (item.type === 'line') return [...(item.pictures?.values() ?? [])];
      return item.type === 'image' || item.type === 'drawing' ? [item] : [];
    }),
  );
}

const rounded = ({ x, y, width, height }: PictureItem) => [x, y, width, height].map(Math.round);

describe('a picture among words', () => {
  test('is a little higher than the letters, and the line is as high as the others', () => {
    const laid = lay('One ![A](photo.jpg) two\\\nthree');
    expect(laid.lines.map(({ top }) => top)).toEqual([20, 40]);
    const [picture] = picturesOf(laid);
    expect(picture).toMatchObject({ width: 18, height: 12 });
    // Between its words, and inside the line.
    expect(picture!.x).toBeGreaterThan(LEFT + 15);
    expect(picture!.y).toBeGreaterThan(20);
    expect(picture!.y + 12).toBeLessThan(40);
  });

  test('is no larger than its pixels and drawings no larger than they are drawn', () => {
    expect(picturesOf(lay('a ![A](icon.png) ![B](drawing.svg)')).map(rounded)).toMatchObject([
      [expect.anything(), expect.anything(), 5, 5],
      [expect.anything(), expect.anything(), 24, 12],
    ]);
  });

  test('with a width of its own makes its line as high as it needs, and breaks like a word', () => {
    const laid = lay('One ![A](photo.jpg){width=60pt} two\\\nthree\n\nfour');
    const [one, three, four] = laid.lines;
    const [picture] = picturesOf(laid);
    expect(picture).toMatchObject({ width: 60, height: 40 });
    expect(picture!.y).toBeCloseTo(20);
    expect(three!.top).toBeGreaterThan(one!.top + 40);
    expect(four!.top).toBe(three!.top + 20);
  });

  test('takes its share of the column it stands in, and never more than all of it', () => {
    const [share, whole, narrow] = picturesOf(
      lay('a ![A](photo.jpg){width=50%}\n\nb ![B](photo.jpg){width=90cm}\n\n> c ![C](photo.jpg){width=50%}'),
    );
    expect(share!.width).toBeCloseTo(COLUMN / 2);
    expect(whole!.width).toBeCloseTo(COLUMN);
    expect(narrow!.width).toBeCloseTo((COLUMN - 10) / 2);
  });

  test('alone on its line of the source has a line of its own, as large as one alone in its paragraph', () => {
    const laid = lay('![A](photo.jpg)\nPhoto: *somebody*\n\n![B](tall.jpg)[^1]\n\n[^1]: By hand.');
    const [photo, tall] = picturesOf(laid);
    expect(photo!.width).toBeCloseTo(COLUMN);
    const credit = laid.lines.find(({ text }) => text.startsWith('Photo:'))!;
    expect(credit.left).toBe(LEFT);
    expect(credit.top).toBeGreaterThan(20 + photo!.height);
    // No wider than the column, and no higher than a page.
    expect(tall!.height).toBeGreaterThan(300);
    expect(tall!.height).toBeLessThan(400);
  });

  test('keeps its place in the order of a right-to-left line', () => {
    const [picture] = picturesOf(lay('یک ![الف](photo.jpg) دو', 'fa-AF'));
    const [line] = lay('یک ![الف](photo.jpg) دو', 'fa-AF').lines;
    expect(line!.right).toBe(Math.round(LEFT + COLUMN));
    expect(picture!.x + picture!.width).toBeLessThan(line!.right - 5);
    expect(picture!.x).toBeGreaterThan(line!.left + 5);
  });

  test('moves to the next page with its line', () => {
    const laid = lay(`${'Line.\n\n'.repeat(18)}last ![A](photo.jpg){width=90pt} line`);
    expect(laid.pages).toHaveLength(2);
    expect(picturesOf(laid)[0]!.y).toBeCloseTo(20);
  });
});

describe('pictures that stand for themselves', () => {
  test('take the column, a share of it, or a length', () => {
    const body =
      '![A](photo.jpg)\n\n![B](photo.jpg){width=60%}\n\n![C](photo.jpg){width=2cm}\n\n![D](icon.png)';
    expect(picturesOf(lay(body)).map(({ width }) => Math.round(width * 100) / 100)).toEqual([
      COLUMN,
      Math.round(COLUMN * 60) / 100,
      56.69,
      4.8,
    ]);
  });

  test('side by side are equally high and fill the column', () => {
    const [wide, tall] = picturesOf(lay('![A](photo.jpg) ![B](tall.jpg)'));
    expect(wide!.y).toBeCloseTo(tall!.y);
    expect(wide!.height).toBeCloseTo(tall!.height);
    expect(wide!.x).toBeCloseTo(LEFT);
    expect(tall!.x + tall!.width).toBeCloseTo(LEFT + COLUMN);
    expect(tall!.x - (wide!.x + wide!.width)).toBeCloseTo(10);
  });

  test('side by side begin at the right in a right-to-left language', () => {
    const [first, second] = picturesOf(lay('![الف](photo.jpg){width=30%} ![ب](tall.jpg){width=30%}', 'ur'));
    expect(first!.x + first!.width).toBeCloseTo(LEFT + COLUMN);
    expect(second!.x).toBeLessThan(first!.x);
    expect(second!.width).toBeCloseTo((COLUMN - 10) * 0.3);
  });

  test.each([
    ['alone', '![A](photo.jpg){width=40%}', [80]],
    ['side by side', '![A](photo.jpg){width=40%} ![B](photo.jpg){width=20%}', [76, 38]],
  ])('%s in a column of a template have a share of that', (_, body, widths) => {
    const template = TEMPLATE.replace('<stack>', '<columns gap="0"><stack width="200pt">').replace(
      '</stack>',
      '</stack><text width="57.64pt">Beside</text></columns>',
    );
    expect(picturesOf(lay(body, 'en', template)).map(({ width }) => Math.round(width))).toEqual(widths);
  });

  test('are printed in cells, lists, headings and terms', () => {
    const body = `## ![A](photo.jpg) Heading

| ![B](photo.jpg) | b |
|---|---|
| ![C](photo.jpg) | c |

- ![D](photo.jpg)

![E](photo.jpg) Term
: ![F](photo.jpg)`;
    const pictures = picturesOf(lay(body));
    expect(pictures).toHaveLength(6);
    for (const { x, width } of pictures) {
      expect(x).toBeGreaterThanOrEqual(LEFT - 0.01);
      expect(x + width).toBeLessThanOrEqual(LEFT + COLUMN + 0.01);
    }
  });
});
