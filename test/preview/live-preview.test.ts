/** How documents stand while their project is edited: what the page is told, and in which order. */
import { expect, onTestFinished, test, vi } from 'vitest';
import type { PreviewState } from '../../src/preview/protocol.ts';
import { TranslationStates } from '../../src/preview/server/translation-states.ts';
import { bayan } from '../cli/run-bayan.ts';
import { documentIn, live, TEMPLATE, text } from './live.ts';

const ENGLISH = text('The air of 2024.');
const GERMAN = text('Die Luft von 2024.', 'translation: { of: en, by: Ada, status: official }\n');
const EN = 'air/en/plain';
const DE = 'air/de/plain';
const BOTH = { 'content/air/en.md': ENGLISH, 'content/air/de.md': GERMAN };

const stateOf = (id: string) => (state: PreviewState) => documentIn(state, id).state;
const digestOf = (id: string) => (state: PreviewState) => documentIn(state, id).pdf?.digest;

test('publications with their languages, PDFs and pages', async () => {
  const { until, folder } = await live(BOTH);
  const state = await until('the check', ({ publications }) => publications[0]?.title === 'Title');
  expect(state).toMatchObject({
    organisation: 'Test Organisation',
    building: false,
    diagnostics: [],
    publications: [
      {
        slug: 'air',
        source: 'en',
        documents: [
          {
            id: DE,
            kind: 'plain',
            direction: 'ltr',
            language: 'Deutsch',
            state: 'fresh',
            file: 'content/air/de.md',
            pdf: { fileName: 'air.de.plain.pdf', pages: [{ height: 419.53 }] },
            diagnostics: [],
          },
          {
            id: EN,
            language: 'English',
            editor: `vscode://file${encodeURI(folder.root)}/content/air/en.md:1:1`,
          },
        ],
      },
    ],
  });
});

test('a save: it is building, then there is another PDF; others stay as they are', async () => {
  const { folder, states, until, preview } = await live(BOTH);
  await until('the check', ({ publications }) => publications[0]?.title === 'Title');
  const before = preview.state;
  const told = states.length;
  folder.write('content/air/en.md', ENGLISH.replace('air', 'clear air'));
  await until('another PDF', (state) => digestOf(EN)(state) !== digestOf(EN)(before));
  const [first, ...rest] = states.slice(told);
  expect([first!.building, stateOf(EN)(first!), stateOf(DE)(first!)]).toEqual([true, 'building', 'fresh']);
  expect(digestOf(EN)(first!)).toBe(digestOf(EN)(before));
  const last = rest.at(-1)!;
  expect([last.building, stateOf(EN)(last), digestOf(DE)(last)]).toEqual([
    false,
    'fresh',
    digestOf(DE)(before),
  ]);
  const revisions = states.map(({ revision }) => revision);
  expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
});

test('while a text has an error its last PDF stays, and the error says where it is; the next save heals it', async () => {
  const { folder, until, preview } = await live(BOTH);
  const before = digestOf(EN)(preview.state);
  folder.write('content/air/en.md', ENGLISH.replace('The air', 'The ![air](air.png)'));
  const broken = await until('the error', (state) => stateOf(EN)(state) === 'errors');
  const document = documentIn(broken, EN);
  expect(document.pdf).toMatchObject({ digest: before, outdated: true });
  expect(document.diagnostics).toMatchObject([
    { severity: 'error', code: 'image-missing', file: 'content/air/en.md', line: 7, column: 5 },
  ]);
  expect(document.diagnostics[0]!.editor).toMatch(/content\/air\/en\.md:7:5$/);
  expect(stateOf(DE)(broken)).toBe('fresh');
  expect(preview.pdf(EN)?.sha256).toBe(before);
  folder.write('content/air/en.md', ENGLISH.replace('air', 'wind'));
  const healed = await until('the next PDF', (state) => digestOf(EN)(state) !== before);
  expect(documentIn(healed, EN)).toMatchObject({ state: 'fresh', diagnostics: [] });
  expect(documentIn(healed, EN).pdf).not.toHaveProperty('outdated');
});

test('a text that cannot even be read keeps its documents; one that never could has one without a kind', async () => {
  const { folder, until, preview } = await live({ ...BOTH, 'content/sea/en.md': 'no front matter' });
  const sea = documentIn(preview.state, 'sea/en/');
  expect(sea).toMatchObject({ kind: '', state: 'errors', diagnostics: [{ code: 'front-matter-missing' }] });
  expect(sea).not.toHaveProperty('pdf');
  folder.write('content/air/en.md', 'no front matter');
  const broken = await until('the error', (state) => stateOf(EN)(state) === 'errors');
  expect(documentIn(broken, EN).pdf).toMatchObject({ outdated: true, fileName: 'air.en.plain.pdf' });
  folder.write('content/sea/en.md', text('The sea.'));
  const healed = await until('the sea', (state) =>
    state.publications.some(({ documents }) => documents.some(({ id, pdf }) => id === 'sea/en/plain' && pdf)),
  );
  expect(healed.publications.find(({ slug }) => slug === 'sea')!.documents).toHaveLength(1);
});

test('a template with an error is told of with each document; the next save heals it', async () => {
  const { folder, until } = await live(BOTH);
  folder.write('templates/plain.hbs', '<document>{{#if title}}');
  const broken = await until(
    'errors',
    (state) => stateOf(DE)(state) === 'errors' && stateOf(EN)(state) === 'errors',
  );
  expect(documentIn(broken, DE).diagnostics).toMatchObject([{ file: 'templates/plain.hbs' }]);
  folder.write('templates/plain.hbs', TEMPLATE.replace('9mm', '8mm'));
  await until('both', (state) => stateOf(DE)(state) === 'fresh' && stateOf(EN)(state) === 'fresh');
});

test('a project that cannot be read says so and shows what there was', async () => {
  const { folder, until, preview } = await live(BOTH);
  const before = digestOf(EN)(preview.state);
  folder.write('bayan.yaml', 'contnt: x\n');
  const broken = await until('the error', ({ diagnostics }) => diagnostics.length > 0);
  expect(broken.diagnostics).toMatchObject([{ code: 'project-invalid', file: 'bayan.yaml', line: 1 }]);
  expect(digestOf(EN)(broken)).toBe(before);
  folder.write('bayan.yaml', 'editor: "idea://open?file={path}&line={line}"\n');
  const healed = await until('none', ({ diagnostics }) => diagnostics.length === 0);
  expect(documentIn(healed, EN).editor).toBe(
    `idea://open?file=${encodeURI(folder.root)}/content/air/en.md&line=1`,
  );
});

test('a project that is broken from the start', async () => {
  const { folder, until, preview } = await live({ ...BOTH, 'brand.yaml': 'organisation: { naem: x }\n' });
  expect(preview.state).toMatchObject({
    publications: [],
    diagnostics: [{ code: 'project-invalid' }, { file: 'brand.yaml', line: 1 }],
  });
  folder.write('brand.yaml', 'organisation:\n  name: { en: Healed, fa: به }\n');
  const healed = await until('documents', ({ publications }) => publications.length > 0);
  expect(healed.organisation).toBe('Healed');
  expect(digestOf(EN)(healed)).toBeDefined();
});

test('languages and publications that come and go', async () => {
  const { folder, until } = await live(BOTH);
  folder.write('content/air/fa.md', text('هوای ۲۰۲۴.'));
  const more = await until('Persian', (state) =>
    state.publications[0]!.documents.some(({ pdf, lang }) => lang === 'fa' && pdf),
  );
  expect(documentIn(more, 'air/fa/plain')).toMatchObject({ direction: 'rtl', language: 'فارسی' });
  folder.write('content/sea/en.md', text('The sea.'));
  await until('the sea', ({ publications }) => publications.length === 2);
});

test('translations stand as bayan check says: stale, draft, with errors, missing', async () => {
  const { folder, until, preview } = await live({ ...BOTH, 'bayan.yaml': 'stale: build\n' });
  await bayan(folder.root, ['translated', 'content/air/de.md'], {});
  await until('the check', ({ publications }) => publications[0]?.title === 'Title');
  folder.write('content/air/en.md', ENGLISH.replace('The air', 'The very clear air'));
  const stale = await until('stale', (state) => stateOf(DE)(state) === 'stale-translation');
  expect(documentIn(stale, DE).diagnostics).toMatchObject([
    { code: 'translation-stale', file: 'content/air/de.md' },
  ]);
  expect(stateOf(EN)(stale)).toBe('fresh');
  folder.write('content/air/en.md', ENGLISH);
  await until('fresh', (state) => stateOf(DE)(state) === 'fresh');
  folder.write('content/air/de.md', GERMAN.replace('official', 'draft'));
  await until('draft', (state) => stateOf(DE)(state) === 'draft');
  folder.write('content/air/de.md', GERMAN.replace('2024.', '2025.'));
  const wrong = await until('another year', (state) => stateOf(DE)(state) === 'errors');
  expect(documentIn(wrong, DE).diagnostics).toMatchObject([
    { severity: 'error', code: 'translation-figure' },
  ]);
  expect(documentIn(wrong, DE).pdf).not.toHaveProperty('outdated');
  folder.write('bayan.yaml', 'languages: [en, de, ur]\nchecks: { figures: off }\n');
  const missing = await until('what is missing', ({ diagnostics }) => diagnostics.length > 0);
  expect(missing.diagnostics).toMatchObject([{ severity: 'warning', code: 'translation-missing' }]);
  expect(stateOf(DE)(preview.state)).toBe('fresh');
});

test('only what was asked for is shown', async () => {
  const { preview, until } = await live(
    { ...BOTH, 'content/sea/en.md': text('The sea.') },
    { asked: { slugs: ['air'], langs: ['de'] } },
  );
  const { publications } = await until('the check', (state) => state.publications[0]?.title === 'Title');
  expect(publications.map(({ documents }) => documents.map(({ id }) => id))).toEqual([[DE]]);
  expect(preview.pdf(EN)).toBeUndefined();
});

test('a fault of Bayan itself is told of, and what is saved next is built all the same', async () => {
  const broken = vi.spyOn(TranslationStates.prototype, 'update').mockImplementation(() => {
    throw new Error('check on fire');
  });
  onTestFinished(() => broken.mockRestore());
  const { folder, until, preview } = await live(BOTH);
  const told = await until('the fault', ({ diagnostics }) => diagnostics.length > 0);
  expect(told.diagnostics).toMatchObject([{ code: 'internal', message: expect.stringContaining('on fire') }]);
  const before = digestOf(EN)(preview.state);
  folder.write('content/air/en.md', ENGLISH.replace('air', 'wind'));
  await until('another PDF', (state) => digestOf(EN)(state) !== before);
});
