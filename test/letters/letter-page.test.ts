/** The page of a letter: the address where each envelope has its window, on the side where the language begins; what later pages say. */
import { describe, expect, test } from 'vitest';
import { layOutDocument } from '../../src/build/laid-document.ts';
import { readEdition } from '../../src/build/read.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { Trace } from '../../src/files/trace.ts';
import { loadProject } from '../../src/project/project.ts';
import type { LetterVariables } from '../../src/template/apply.ts';
import type { LineItem } from '../../src/typeset/page-item.ts';
import { temporaryFolder } from '../project/temporary-project.ts';

const MM = 72 / 25.4;

const MINISTER: LetterVariables = {
  addressee: 'Minister of Interior',
  address: [
    'The Honourable Minister of Interior',
    'Ministry of Interior',
    'R Block, Pak Secretariat',
    'Islamabad',
    'PAKISTAN',
  ],
  addressLang: 'en',
  opening: 'Honourable Minister,',
  closing: 'Yours faithfully,',
  copies: ['UNHCR, Islamabad'],
  enclosures: ['Afghan returns'],
  to: {},
};

async function letter(lang: string, fields: string, body = 'We write to you.', to = MINISTER) {
  const source = `---\ntitle: Subject\ndate: 2026-11-24\nkinds: [letter]\n${fields}\n---\n\n${body}\n`;
  const folder = temporaryFolder({
    'bayan.yaml': '',
    'brand.yaml': 'organisation: { name: Test }\ncolors: { primary: "#0b4f6c" }\n',
    [`content/open/${lang}.md`]: source,
  });
  const report = new Report();
  const workspace = openWorkspace(loadProject(folder.root, report)!);
  const file = { file: `content/open/${lang}.md`, slug: 'open', lang };
  const edition = readEdition(workspace, file, report)!;
  const laid = await layOutDocument(workspace, { edition, kind: 'letter', letter: to }, report, new Trace());
  workspace.close();
  const pages = laid?.pages.pages ?? [];
  const linesOf = (page: number) =>
    (pages[page]?.items ?? []).flatMap((item) => (item.type === 'line' ? [lineOf(item)] : []));
  return { report, pages, linesOf };
}

function lineOf({ line, x, y, baseline }: LineItem) {
  const text = line.paragraph.text.slice(line.start, line.end).trim();
  return { text, left: x / MM, right: (x + line.width) / MM, top: y / MM, baseline: baseline / MM };
}

/** What is seen however the sheet lies in its envelope, mm from the left and the top: see partials/letter-sheet.hbs. */
const WINDOWS = {
  'din-5008-a': { left: 20, top: 27, right: 105, bottom: 72 },
  'din-5008-b': { left: 20, top: 45, right: 105, bottom: 90 },
  'iso-dl': { left: 20, top: 57, right: 91, bottom: 81 },
  'us-10': { left: 22.2, top: 63.5, right: 111, bottom: 86.3 },
};

describe.each(Object.entries(WINDOWS))('the window of %s', (envelope, window) => {
  test('shows the whole address, and nothing else', async () => {
    const { report, linesOf } = await letter('en', `envelope: ${envelope}`);
    expect(report.diagnostics).toEqual([]);
    const seen = linesOf(0).filter(
      ({ left, right, baseline }) =>
        left < window.right && right > window.left && baseline > window.top && baseline - 3 < window.bottom,
    );
    expect(seen.map(({ text }) => text)).toEqual(MINISTER.address);
    for (const line of seen) {
      expect(line.left).toBeGreaterThanOrEqual(window.left);
      expect(line.right).toBeLessThanOrEqual(window.right);
      expect(line.top).toBeGreaterThanOrEqual(window.top);
      expect(line.baseline + 1).toBeLessThanOrEqual(window.bottom);
    }
  });

  test('is at the right in Dari, and at the left where the letter says so', async () => {
    const paper = envelope === 'us-10' ? 215.9 : 210;
    const [right, left] = await Promise.all(
      ['', 'window: left'].map((side) => letter('fa-AF', `envelope: ${envelope}\n${side}`)),
    );
    const street = (made: typeof right) => made!.linesOf(0).find(({ text }) => text.startsWith('R Block'))!;
    expect(street(right).left).toBeGreaterThanOrEqual(paper - window.right);
    expect(street(right).right).toBeLessThanOrEqual(paper - window.left);
    expect(street(left).left).toBeGreaterThanOrEqual(window.left);
    expect(street(left).right).toBeLessThanOrEqual(window.right);
  });
});

test('an address of nine lines is told where its window is too low, and goes into a high one', async () => {
  const address = Array.from({ length: 9 }, (_, i) => `Line ${i + 1}`);
  const low = await letter('en', 'envelope: us-10', undefined, { ...MINISTER, address });
  expect(low.report.diagnostics).toMatchObject([{ code: 'place-overflow', severity: 'error' }]);
  const high = await letter('en', 'envelope: din-5008-b', undefined, { ...MINISTER, address });
  expect(high.report.diagnostics).toEqual([]);
});

test('later pages say whom the letter is to, and of when it is', async () => {
  const { linesOf, pages } = await letter('en', '', 'A paragraph.\n\n'.repeat(60));
  expect(pages.length).toBeGreaterThan(1);
  const head = linesOf(1).filter(({ top }) => top < 20);
  expect(head.map(({ text }) => text)).toEqual(['Test: Minister of Interior', '24 November 2026']);
  expect(linesOf(0).map(({ text }) => text)).not.toContain('Test: Minister of Interior');
});

test.each([
  ['en', 'Islamabad, 24 November 2026'],
  ['ur', 'Islamabad، 24 نومبر 2026'],
  ['fa-AF', 'Islamabad، ۳ قوس ۱۴۰۵ (۲۴ نومبر ۲۰۲۶)'],
])('the day, in both calendars where the language has another one: %s', async (lang, text) => {
  const { linesOf } = await letter(lang, 'town: Islamabad\ncalendars: both');
  expect(linesOf(0).map((line) => line.text.replace(/[\u2066-\u2069]/g, ''))).toContain(text);
});

test('the marks are there when they are asked for', async () => {
  const strokes = async (fields: string) =>
    (await letter('en', fields)).pages[0]!.items.flatMap((item) =>
      item.type === 'stroke' ? [Math.round((item.y1 / MM) * 10) / 10] : [],
    );
  expect(await strokes('')).toEqual([]);
  expect(await strokes('envelope: din-5008-b\nmarks: yes')).toEqual([105, 148.5, 210]);
});
