/**
 * Documents as people make them, from `bayan init` on: a photographed policy brief in English and Dari, an event flyer in
 * Urdu on three sizes of paper, citations in Dari, Pashto and Arabic. The texts are in ./example, to be read and built.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { tagTree } from '../../src/pdf/inspect/tag-tree.ts';
import { displayP3 } from '../support/display-p3.ts';
import { type DrawnPage, drawPages } from '../support/pdfium.ts';
import { photograph } from '../support/photographs.ts';
import { SCENES } from '../support/scenery.ts';
import { visualLines } from '../support/visual-lines.ts';
import { installedBayan, type WorkingFolder } from './installed-bayan.ts';

const EXAMPLE = fileURLToPath(new URL('example/', import.meta.url));

/** A photograph of a telephone in Display P3, turned as it was held; of 12 megapixels, or of 3 to save time. */
const photo = (name: keyof typeof SCENES, orientation: number, side = 2016) =>
  photograph({
    width: side,
    height: (side * 3) / 4,
    orientation,
    profile: displayP3('Display P3'),
    scene: SCENES[name],
  });

/** A project that `bayan init` made, with the texts and templates of the example. */
function exampleProject(): WorkingFolder {
  const folder = installedBayan();
  expect(folder.bayan('init', '.')).toMatchObject({ code: 0, stderr: '' });
  for (const file of readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    folder.write(path.slice(EXAMPLE.length), readFileSync(path));
  }
  return folder;
}

const source = (name: string) => readFileSync(join(EXAMPLE, name), 'utf8');

/** Words of a Markdown text as a reader sees them: without marks, names of files, attributes, and soft hyphens. */
function wordsOf(markdown: string): string[] {
  const text = markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/\]\([^)\s"]*(?: "|\))/g, ' ')
    .replace(/\[\^\w+\]|\{[^}]*\}|\u00ad/g, '');
  return [...text.matchAll(/[\p{L}\p{M}\u200c\p{Nd}]+/gu)].map(([word]) => word);
}

/** Words that are not among those a screen reader reads. */
const lost = (words: readonly string[], tree: string) => words.filter((word) => !tree.includes(word));

/** Height of the highest empty stretch of a page between its first mark and its last, as a share of the page. */
function emptiest(page: DrawnPage): number {
  let longest = 0;
  let empty = 0;
  let begun = false;
  for (let y = 0; y < page.height; y++) {
    let marked = false;
    for (let x = 0; x < page.width && !marked; x += 2) marked = page.at(x, y)[1] < 250;
    if (marked && begun) longest = Math.max(longest, empty);
    empty = marked ? 0 : empty + 1;
    begun ||= marked;
  }
  return longest / page.height;
}

/** All that is seen from left to right, without white space: addresses and citations in their own order, over line ends too. */
const seenIn = async (pdf: Uint8Array) => tight((await visualLines(pdf)).join(''));
const tight = (text: string) => text.replace(/\s/g, '');

/** Photographs take a while to be made, ms. */
const PATIENCE = { timeout: 240_000 };

test('a policy brief with photographs in English and Dari', PATIENCE, async () => {
  const folder = exampleProject();
  folder.write('content/safe-return/plain.jpg', await photo('plain', 1, 4032));
  folder.write('content/safe-return/window.jpg', await photo('window', 6));
  folder.write('content/safe-return/street.jpg', await photo('street', 3));
  folder.write('content/safe-return/gate.jpg', await photo('gate', 8));
  expect(folder.bayan('build', 'safe-return')).toMatchObject({ code: 0, stderr: '' });

  for (const lang of ['en', 'fa-AF']) {
    const pdf = folder.pdf(`out/safe-return/safe-return.${lang}.brief.pdf`);
    const pages = await drawPages(pdf);
    expect(pages.length, lang).toBeGreaterThanOrEqual(6);
    expect(pages.length, lang).toBeLessThanOrEqual(8);
    // The last page may end where it likes; of the others none has a hole.
    for (const page of pages.slice(0, -1)) expect(emptiest(page), lang).toBeLessThan(0.15);

    const tree = tagTree(pdf);
    expect(tree.match(/^ *Figure/gm), lang).toHaveLength(6);
    expect(tree.match(/^ *Caption/gm), lang).toHaveLength(5);
    expect(tree.match(/^ *Note/gm), lang).toHaveLength(11);
    expect(lost(wordsOf(source(`content/safe-return/${lang}.md`)), tree), lang).toEqual([]);
    expect(tree, lang).not.toMatch(/[*{}]/);
    // Subtitle and summary are both printed.
    for (const [, field = ''] of source(`content/safe-return/${lang}.md`).matchAll(
      /^(?:subtitle|summary): (?:>-)?([^:]*)\n\w/gm,
    ))
      expect(lost(wordsOf(field), tree), lang).toEqual([]);

    const seen = await seenIn(pdf);
    for (const whole of [
      'Level 2, 24 Station Road, Footscray VIC 3011, Australia',
      'House 12, Street 45, Sector G-9/1, Islamabad 44090',
      '3-A Alamdar Road, Quetta 87300',
      '+92 51 234 5678',
      'report@apnor.org',
      'Goodwin-Gill, G. S., & McAdam, J. (2021). The refugee in international law (4th ed., pp. 241–290). Oxford University Press.',
      'M.S.S. v. Belgium and Greece, App. No. 30696/09 (Eur. Ct. H.R. Jan. 21, 2011)',
      'https://www.amnesty.org/en/latest/news/2024/04/pakistan-government-must-halt-deportation-of-afghan-refugees/',
    ])
      expect(seen, lang).toContain(tight(whole));
  }
});

test('an event flyer with a street address in Urdu, on A5, A6 and Letter', PATIENCE, async () => {
  const folder = exampleProject();
  folder.write('content/evening/hall.jpg', await photo('hall', 1));
  expect(folder.bayan('build', 'evening')).toMatchObject({ code: 0, stderr: '' });
  const said = (fields: RegExp) =>
    [...source('content/evening/ur.md').matchAll(fields)].flatMap(([, field, item]) =>
      wordsOf(field ?? item!),
    );
  const all = said(/^(?:headline|venue|way|entry): (.*)|^ {2}- (.*)/gm);
  // Small paper leaves the programme to the address.
  const few = said(/^(?:headline|venue): (.*)/gm);
  for (const [kind, width, height, words] of [
    ['event', 420, 595, all],
    ['event-a6', 298, 420, few],
    ['event-letter', 612, 792, all],
  ] as const) {
    const pdf = folder.pdf(`out/evening/evening.ur.${kind}.pdf`);
    const pages = await drawPages(pdf);
    expect(pages, kind).toHaveLength(1);
    expect(Math.abs(pages[0]!.width - width) + Math.abs(pages[0]!.height - height), kind).toBeLessThan(3);
    const seen = await seenIn(pdf);
    for (const whole of [
      '45 Moreland Street, Footscray VIC 3011',
      'Level 2, 24 Station Road, Footscray VIC 3011, Australia',
      '+61 3 9123 4567',
      'evening@apnor.org',
    ])
      expect(seen, kind).toContain(tight(whole));
    expect(lost(words, tagTree(pdf)), kind).toEqual([]);
  }
});

describe('citations in footnotes', () => {
  /** Letters, digits and what joins them, without the words of the text around and the signs beside those. */
  const skeleton = (lines: readonly string[]) =>
    lines
      .map((line) => line.replace(/(?<=[\u0600-\u06ff])\/(?=[\u0600-\u06ff])/g, ''))
      .map((line) => line.replace(/[^A-Za-z0-9/]*[\u0600-\u06ff][^A-Za-z0-9/]*/g, ''))
      .join('')
      .replace(/[^A-Za-z0-9/&§–-]/g, '');

  test.each(['fa-AF', 'ps', 'ar'])('are whole and in their own order in %s', async (lang) => {
    const folder = exampleProject();
    expect(folder.bayan('build', 'citations', '--lang', lang)).toMatchObject({ code: 0, stderr: '' });
    const pdf = folder.pdf(`out/citations/citations.${lang}.brief.pdf`);
    const lines = await visualLines(pdf);
    const notes = [...source(`content/citations/${lang}.md`).matchAll(/^\[\^\w+\]: (.*)$/gm)];
    expect(notes).toHaveLength(10);
    for (const [, note] of notes) expect(skeleton(lines)).toContain(skeleton([note!]));
    const seen = tight(lines.join(''));
    for (const whole of [
      'Goodwin-Gill, G. S., & McAdam, J. (2021). The refugee in international law (4th ed.). Oxford University Press.',
      'Refugee Survey Quarterly, 23(3), 55–73. https://doi.org/10.1093/rsq/23.3.55',
      'M.S.S. v. Belgium and Greece, App. No. 30696/09 (Eur. Ct. H.R. Jan. 21, 2011), §§ 358–360',
      'Gul, A. (2024, April 4). “Pakistan to launch second phase of deportations.” VOA News, p. A1.',
      'UNHCR. (2024). Refugee data finder (Version 2.1) [Data set].',
    ])
      expect(seen).toContain(tight(whole));
    const words = notes.flatMap(([, note]) => wordsOf(note!));
    expect(lost(words, tagTree(pdf))).toEqual([]);
  });
});
