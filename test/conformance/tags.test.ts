/**
 * The tag tree of real PDFs, read back from their bytes with the words each element owns, against text fixtures.
 * `UPDATE=1 npx vitest run test/conformance` writes the fixtures anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Dictionary, type PdfObjects, type PdfValue, Reference } from '../../src/pdf/inspect/objects.ts';
import { readPdf } from '../../src/pdf/inspect/read.ts';
import { tagTree } from '../../src/pdf/inspect/tag-tree.ts';
import { type Made, makeDocument } from './documents.ts';

const DOCUMENTS = [
  ['hard', 'en'],
  ['hard', 'fa-AF'],
  ['hard', 'ur'],
  ['scripts', 'he'],
] as const;

const made = new Map<string, Promise<Made>>();

/** A document, made once. */
function document(slug: string, lang: string): Promise<Made> {
  const key = `${slug} ${lang}`;
  const before = made.get(key) ?? makeDocument(slug, lang);
  made.set(key, before);
  return before;
}

describe('tag tree', () => {
  it.each(DOCUMENTS)('of %s in %s', async (slug, lang) => {
    const { bytes, diagnostics } = await document(slug, lang);
    expect(diagnostics).toEqual([]);
    const tree = tagTree(bytes!);
    const path = fileURLToPath(new URL(`fixtures/tags/${slug}.${lang}.txt`, import.meta.url));
    if (process.env.UPDATE || !existsSync(path)) writeFileSync(path, tree);
    expect(tree).toBe(readFileSync(path, 'utf8'));
  });
});

describe('a document in Dari', () => {
  it('says how it is read: language, direction, title, bookmarks, page labels, tab order', async () => {
    const { bytes } = await document('hard', 'fa-AF');
    const pdf = readPdf(bytes!);
    const { root } = pdf;
    const preferences = pdf.dictionary(root.ViewerPreferences);
    expect(pdf.text(root.Lang)).toBe('fa-AF');
    // It has lines in English, which PDFium would turn round.
    expect(pdf.name(preferences.Direction)).toBe('L2R');
    expect(preferences.DisplayDocTitle).toBe(true);
    expect(pdf.get(root.MarkInfo)).toEqual({ Marked: true });
    expect(root.PageLabels).toBeDefined();
    expect(pdf.pages().map((page) => pdf.name(page.Tabs))).toEqual(pdf.pages().map(() => 'S'));
    expect(bookmarks(pdf, root.Outlines)).toEqual([
      'سند دشوار',
      '  سند دشوار',
      '  سند دشوار حق',
      '    حق code_1 code_2',
      '  حق',
      '    حق',
      '      حق',
      '  منابع',
    ]);
  });

  it('keeps a paragraph that runs over two pages one element', async () => {
    const { bytes } = await document('hard', 'en');
    const pdf = readPdf(bytes!);
    const page = ({ Pg }: Dictionary) => (Pg instanceof Reference ? Pg.id : undefined);
    const pagesOf = (element: Dictionary): number =>
      new Set(pdf.array(element.K).map((kid) => page(pdf.dictionary(kid)) ?? page(element))).size;
    const split = [...pdf.elements()].filter(
      (element) => pdf.name(element.S) === 'P' && pagesOf(element) > 1,
    );
    expect(split.length).toBeGreaterThan(0);
  });

  it('names places in the order of their bytes, whatever the locale', async () => {
    const { bytes } = await document('hard', 'en');
    const pdf = readPdf(bytes!);
    const { Names } = pdf.dictionary(pdf.dictionary(pdf.root.Names).Dests);
    const names = pdf.array(Names).flatMap((item) => pdf.text(item) ?? []);
    // In byte order, as readers look them up; headings without a name of their own are numbered.
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(['first', 'heading.2', 'note.1', 'note.2', 'second']));
  });
});

function bookmarks(pdf: PdfObjects, item: PdfValue, depth = 0): string[] {
  const lines: string[] = [];
  for (let next = pdf.dictionary(item).First; next; ) {
    const entry = pdf.dictionary(next);
    lines.push(`${'  '.repeat(depth)}${pdf.text(entry.Title)}`, ...bookmarks(pdf, next, depth + 1));
    next = entry.Next;
  }
  return lines;
}
