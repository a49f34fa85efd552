/** Where blocks are printed and where they are written: what a click on a page and two languages side by side rest on. */
import { expect, test } from 'vitest';
import type { Anchor } from '../../src/preview/protocol.ts';
import { documentIn, type Live, live, text } from './live.ts';

const ENGLISH = text(`First, **the air** of 2024.

Second, about the water in the river and who drinks of it, at length.

## What to do

- Drink.
- Swim.

| Place | People |
| ----- | ------ |
| North | 12     |

Last, with a note.[^n]

[^n]: A note to it.`);

const PERSIAN = text(`نخست، **هوا** در سال ۲۰۲۴.

## چه باید کرد

- بنوشید.
- شنا کنید.

| جا    | مردم |
| ----- | ---- |
| شمال  | ۱۲   |

سرانجام، با یک یادداشت.[^n]

[^n]: یادداشتی بر آن.`);

async function anchors({ preview }: Live, lang: string): Promise<readonly Anchor[]> {
  const found = await preview.anchors(`air/${lang}/plain`);
  if (!found) throw new Error(`no anchors of ${lang}`);
  return found;
}

const BOTH = { 'content/air/en.md': ENGLISH, 'content/air/fa.md': PERSIAN };

test('a block has the same key in each language, also behind a paragraph that is missing', async () => {
  const project = await live(BOTH);
  const english = await anchors(project, 'en');
  const persian = await anchors(project, 'fa');
  expect(english.map(({ key }) => key)).toEqual([
    'title',
    'paragraph 1',
    'paragraph 2',
    'heading 1',
    'item 1',
    'item 2',
    'cell 1',
    'cell 2',
    'cell 3',
    'cell 4',
    'paragraph 3',
    'note 1 paragraph 1',
  ]);
  expect(persian.map(({ key }) => key)).toEqual(
    english.flatMap(({ key }) => (key === 'paragraph 2' ? [] : [key])),
  );
});

test('what has no counterpart in the original has a key of its own', async () => {
  const more = PERSIAN.replace(
    '\n\n##',
    '\n\nاین بند تنها در فارسی است و در متن اصلی هیچ همتایی ندارد.\n\nو این هم.\n\n##',
  );
  const project = await live({ ...BOTH, 'content/air/fa.md': more });
  const english = new Set((await anchors(project, 'en')).map(({ key }) => key));
  const own = (await anchors(project, 'fa')).filter(({ key }) => !english.has(key));
  expect(own.map(({ key, text: line }) => [key, line])).toEqual([['fa paragraph 3', 'و این هم.']]);
});

test('each says where it is written, and what is written there', async () => {
  const project = await live(BOTH);
  const found = await anchors(project, 'en');
  const at = (key: string) => found.find((anchor) => anchor.key === key)!;
  expect(at('title')).toMatchObject({ role: 'H1', line: 2, column: 8, text: 'title: Title' });
  expect(at('paragraph 1')).toMatchObject({ role: 'P', line: 7, text: 'First, **the air** of 2024.' });
  expect(at('item 2')).toMatchObject({ role: 'LI', line: 14, text: '- Swim.' });
  expect(at('cell 4')).toMatchObject({ role: 'TD', line: 18, column: 11, text: '| North | 12     |' });
  expect(at('note 1 paragraph 1')).toMatchObject({ line: 22, file: 'content/air/en.md' });
  expect(at('item 2').editor).toBe(`vscode://file${encodeURI(project.folder.root)}/content/air/en.md:14:3`);
});

test('boxes stand where the words are: one under another, and at the other side in Persian', async () => {
  const project = await live(BOTH);
  for (const lang of ['en', 'fa']) {
    const found = await anchors(project, lang);
    for (const { page, x, y, width, height } of found) {
      const { width: right, height: foot } = project.document(`air/${lang}/plain`).pdf!.pages[page]!;
      expect(x).toBeGreaterThan(20);
      expect(x + width).toBeLessThan(right - 20);
      expect(y).toBeGreaterThan(20);
      expect(y + height).toBeLessThan(foot - 20);
      expect(height).toBeGreaterThan(8);
    }
    const [title, first] = found;
    expect(first!.y).toBeGreaterThanOrEqual(title!.y + title!.height);
    const cells = found.filter(({ key }) => key.startsWith('cell'));
    expect(cells[0]!.x < cells[1]!.x).toBe(lang === 'en');
  }
});

test('a block that runs over two pages is on both', async () => {
  const long = text(Array.from({ length: 60 }, (_, i) => `Sentence ${i} of a long paragraph.`).join(' '));
  const project = await live({ 'content/air/en.md': long });
  const found = (await anchors(project, 'en')).filter(({ key }) => key === 'paragraph 1');
  expect(found.map(({ page }) => page)).toEqual([0, 1]);
});

test('lines that moved are where they are now', async () => {
  const project = await live(BOTH);
  const lineOfLast = async (): Promise<number> =>
    (await anchors(project, 'en')).find(({ text: line }) => line.startsWith('Last'))!.line;
  const before = await lineOfLast();
  const { pdf } = project.document('air/en/plain');
  project.folder.write('content/air/en.md', ENGLISH.replace('First, ', 'One more.\n\nFirst, '));
  await project.until('another PDF', (state) => {
    const now = documentIn(state, 'air/en/plain').pdf?.digest;
    return now !== undefined && now !== pdf?.digest;
  });
  expect(await lineOfLast()).toBe(before + 2);
});

test('lines that moved are where they are now, where no page looks different', async () => {
  const project = await live(BOTH);
  const lastOf = async (): Promise<Anchor> =>
    (await anchors(project, 'en')).find(({ text: line }) => line.startsWith('Last'))!;
  const before = await lastOf();
  const { texts } = project.preview.state.publications[0]!;
  const { pdf } = project.document('air/en/plain');
  project.folder.write('content/air/en.md', ENGLISH.replace('First, ', '\n\nFirst, '));
  await project.until('other texts', ({ publications }) => publications[0]!.texts !== texts);
  expect(project.document('air/en/plain').pdf).toEqual(pdf);
  expect(await lastOf()).toEqual({ ...before, line: before.line + 2, editor: expect.any(String) });
});

test('a paragraph more in the original moves the keys of a translation, whose pages stay', async () => {
  const project = await live(BOTH);
  const keys = async (lang: string, word: string) =>
    (await anchors(project, lang)).find(({ text: line }) => line.startsWith(word))?.key;
  expect(await keys('fa', 'سرانجام')).toBe(await keys('en', 'Last'));
  const { texts } = project.preview.state.publications[0]!;
  project.folder.write('content/air/en.md', ENGLISH.replace('First, ', 'One more.\n\nFirst, '));
  await project.until('other texts', ({ publications }) => publications[0]!.texts !== texts);
  expect(await keys('en', 'Last')).toBe('paragraph 4');
  expect(await keys('fa', 'سرانجام')).toBe('paragraph 4');
});

test('while a text has an error, blocks stay where its last PDF has them', async () => {
  const project = await live(BOTH);
  const before = await anchors(project, 'en');
  project.folder.write('content/air/en.md', `${ENGLISH}![](nowhere.png)\n`);
  await project.until('an error', (state) => documentIn(state, 'air/en/plain').state === 'errors');
  expect(await anchors(project, 'en')).toEqual(before);
});

test('plain words of the front matter that a template prints are where they are written', async () => {
  const template = `<document page-size="A6" margin="9mm"><text>On {{title}}!</text><text>Own words.</text>
<text>{{#if summary}}{{summary}}{{/if}}</text><ul>{{#each demands}}<item>{{this}}</item>{{/each}}</ul>
<text><link href="https://example.org/{{title}}">More</link></text>{{{body}}}</document>`;
  const more = 'summary: "Don’t & \'won’t\'"\ndemands:\n  - Water\n  - Air\n';
  const project = await live({
    'templates/plain.hbs': template,
    'content/air/en.md': text('Body.', more),
  });
  const found = await anchors(project, 'en');
  expect(found.map(({ key, line, column }) => [key, line, column])).toEqual([
    ['title', 2, 8],
    ['summary', 5, 11],
    ['demands 1', 7, 5],
    ['demands 2', 8, 5],
    ['paragraph 1', 11, 1],
  ]);
});
