/**
 * Link annotations, from fixtures/links.txt: of each its page, where it leads, what it says, and the words under each of its
 * quadrilaterals, between bars. The language is in brackets where it is not English.
 * `UPDATE=1 npx vitest run test/paint/links.test.ts` writes the fixtures anew.
 */
import { describe, expect, it } from 'vitest';
import { type Dictionary, type PdfObjects, Reference } from '../../src/pdf/inspect/objects.ts';
import type { Page } from '../../src/typeset/page-item.ts';
import { type Fixture, readFixtures, writeFixtures } from '../content/fixture-file.ts';
import { type Printed, printed } from '../support/printed.ts';

/** A6 with so much margin that a column is 140 pt wide, and a page has seven lines of 20 pt. */
const TEMPLATE =
  '<document page-size="A6" margin="139.765pt 78.82pt 139.765pt 78.82pt">{{{body}}}</document>';
const DRAWINGS = {
  'content/test/logo.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><a href="https://example.org/logo"><title>Our logo</title><rect width="20" height="20"/></a></svg>',
};

const url = new URL('fixtures/links.txt', import.meta.url);

const made = new Map<string, Promise<Printed>>();

/** The document of a fixture, made once. */
function document({ title, input }: Fixture): Promise<Printed> {
  const lang = /\((\S+)\)$/.exec(title)?.[1] ?? 'en';
  const before = made.get(title) ?? printed(lang, TEMPLATE, input, DRAWINGS);
  made.set(title, before);
  return before;
}

if (process.env.UPDATE) {
  const now: Fixture[] = [];
  for (const fixture of readFixtures(url))
    now.push({ ...fixture, expected: linksOf(await document(fixture)) });
  writeFixtures(url, now);
}
const fixtures = readFixtures(url);

describe('links', () => {
  it.each(fixtures)('$title', async (fixture) => {
    expect(linksOf(await document(fixture))).toBe(fixture.expected);
  });

  it.each(fixtures)('belong to one Link element: $title', async (fixture) => {
    const { pdf } = await document(fixture);
    const keys = parentsByKey(pdf);
    const references = [...pdf.elements()].flatMap((element) =>
      pdf.array(element.K).flatMap((kid) => {
        const { Obj } = pdf.dictionary(kid);
        return Obj instanceof Reference ? [{ element, id: Obj.id }] : [];
      }),
    );
    const annotations = annotationsOf(pdf).map(({ reference }) => reference.id);
    expect(references.map(({ id }) => id).sort()).toEqual(annotations.sort());
    for (const { element, id } of references) {
      expect(pdf.name(element.S)).toBe('Link');
      const { StructParent } = pdf.dictionary(new Reference(id));
      expect(pdf.dictionary(keys.get(Number(StructParent)))).toBe(element);
    }
  });
});

interface Annotation {
  readonly page: number;
  readonly reference: Reference;
  readonly data: Dictionary;
}

function annotationsOf(pdf: PdfObjects): Annotation[] {
  return pdf.pages().flatMap((page, index) =>
    pdf.array(page.Annots).flatMap((reference) => {
      if (!(reference instanceof Reference)) throw new Error('an annotation is no object of its own');
      return [{ page: index, reference, data: pdf.dictionary(reference) }];
    }),
  );
}

/** What the parent tree says of each key. */
function parentsByKey(pdf: PdfObjects): Map<number, Reference> {
  const { Nums } = pdf.dictionary(pdf.dictionary(pdf.root.StructTreeRoot).ParentTree);
  const found = new Map<number, Reference>();
  const pairs = pdf.array(Nums);
  for (let i = 0; i < pairs.length; i += 2) {
    const value = pairs[i + 1];
    if (value instanceof Reference) found.set(Number(pairs[i]), value);
  }
  return found;
}

/** A line for each annotation: its page, where it leads, and the words under each of its areas; then what was told. */
function linksOf({ pdf, pages, diagnostics }: Printed): string {
  const told = diagnostics.map(
    ({ span, code, message }) => `${span?.line}:${span?.column} ${code}: ${message}`,
  );
  const links = annotationsOf(pdf).map(({ page, data }) => {
    const { Dest, A, Rect, QuadPoints, Contents } = data;
    const target = Dest ? `#${pdf.text(Dest)}` : pdf.text(pdf.dictionary(A).URI);
    const numbers = pdf.array(QuadPoints ?? Rect).map(Number);
    const areas = QuadPoints === undefined ? [numbers as Area] : areasOf(numbers);
    const box = [0, 1, 2, 3].map((side) => {
      const sides = areas.map((area) => area[side]!);
      return side < 2 ? Math.min(...sides) : Math.max(...sides);
    });
    expect(pdf.array(Rect).map(Number)).toEqual(box);
    const words = areas.map((area) => wordsUnder(pages[page]!, area)).join(' | ');
    return `page ${page + 1}: ${target} “${pdf.text(Contents)}”: ${words}`;
  });
  return [...links, ...told].join('\n');
}

type Area = [left: number, bottom: number, right: number, top: number];

/** Corners of a quadrilateral come as viewers read them: upper left and right, then lower left and right. */
function areasOf(numbers: readonly number[]): Area[] {
  return Array.from({ length: numbers.length / 8 }, (_, index): Area => {
    const [x1, y1, x2, y2, x3, y3, x4, y4] = numbers.slice(index * 8, index * 8 + 8) as [...Area, ...Area];
    expect([x3, x4, y2, y4]).toEqual([x1, x2, y1, y3]);
    return [x3, y3, x2, y2];
  });
}

/** The words that stand in an area of a page, in reading order; `▣` for a picture. */
function wordsUnder({ items, height }: Page, [left, bottom, right, top]: Area): string {
  const found: string[] = [];
  for (const item of items) {
    const pictures = item.type === 'line' ? [...(item.pictures?.values() ?? [])] : [item];
    for (const picture of pictures) {
      if (picture.type !== 'drawing' && picture.type !== 'image') continue;
      const middle = [picture.x + picture.width / 4, height - picture.y - picture.height / 2] as const;
      if (middle[0] > left && middle[0] < right && middle[1] > bottom && middle[1] < top) found.push('▣');
    }
    if (item.type !== 'line') continue;
    const y = height - item.baseline;
    if (y < bottom || y > top) continue;
    const clusters = item.line.fragments.flatMap((fragment) =>
      fragment.clusters.map(({ cluster, x, text }) => ({
        at: cluster.start,
        middle: item.x + x + cluster.width / 2,
        text,
      })),
    );
    clusters.sort((a, b) => a.at - b.at);
    found.push(
      clusters
        .filter(({ middle }) => middle > left && middle < right)
        .map(({ text }) => text.replace('\ufffc', ''))
        .join(''),
    );
  }
  return found.filter((words) => words !== '').join(' ');
}
