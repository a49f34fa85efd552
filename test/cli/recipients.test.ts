/** `bayan recipients check`, and the list that `bayan new --kind letter` begins with. */
import { expect, test } from 'vitest';
import { temporaryProject } from '../project/temporary-project.ts';
import { bayan } from './run-bayan.ts';

const TEXT = '---\ntitle: T\ndate: 2026-01-02\nkinds: [letter]\n---\n\nText.\n';
const LETTER = {
  'templates/letter.hbs': '<document/>',
  'content/open-letter/en.md': TEXT,
  'content/open-letter/fa-AF.md': TEXT,
};
const LIST = `id,name,office,address,language,enclosures
interior,,Minister of Interior,1 Street,en,brief
foreign,Secret Person,Minister of Foreign Affairs,,dari,
`;

test('prints a table, and what is wrong with whom', async () => {
  const folder = temporaryProject({ ...LETTER, 'content/open-letter/recipients.csv': LIST });
  const { code, out, err } = await bayan(folder.root, ['recipients', 'check']);
  expect(code).toBe(1);
  expect(out).toBe(`open-letter  content/open-letter/recipients.csv: 1 of 2 can be written to
    id        name           language  enclosures
  ✓ interior                 en        1
  ✗ foreign   Secret Person  fa-AF     –           row 3
`);
  expect(err).toContain(
    'content/open-letter/recipients.csv:3:51 error[recipient-missing]: row 3 (foreign), “address”: there is no address',
  );
});

test('--format json has ids, rows, columns and codes, and nothing else of anybody', async () => {
  const folder = temporaryProject({ ...LETTER, 'content/open-letter/recipients.csv': LIST });
  const { code, out, err } = await bayan(folder.root, [
    'recipients',
    'check',
    'open-letter',
    '--format',
    'json',
  ]);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(JSON.parse(out)).toEqual({
    letters: [
      {
        slug: 'open-letter',
        file: 'content/open-letter/recipients.csv',
        recipients: [
          { row: 2, id: 'interior', language: 'en', enclosures: 1, state: 'ok' },
          { row: 3, id: 'foreign', language: 'fa-AF', enclosures: 0, state: 'error' },
        ],
        faults: [{ severity: 'error', code: 'recipient-missing', row: 3, id: 'foreign', column: 'address' }],
      },
    ],
    diagnostics: [],
    ok: false,
  });
});

test('a letter without a list is an error where it is named', async () => {
  const folder = temporaryProject(LETTER);
  expect(await bayan(folder.root, ['recipients', 'check'])).toMatchObject({
    code: 0,
    out: 'no letter has a list of recipients\n',
  });
  const { code, err } = await bayan(folder.root, ['recipients', 'check', 'open-letter']);
  expect(code).toBe(1);
  expect(err).toContain('content/open-letter error[recipients-missing]: there is no list of recipients');
  expect((await bayan(folder.root, ['recipients', 'check', 'open-leter'])).code).toBe(2);
});

test('a new letter has a list that needs no correction', async () => {
  const folder = temporaryProject({ 'templates/letter.hbs': '<document/>' });
  const made = await bayan(folder.root, ['new', 'plea', '--lang', 'en', 'fa-AF', '--kind', 'letter']);
  expect(made).toMatchObject({
    code: 0,
    out: '+ content/plea/en.md\n+ content/plea/fa-AF.md\n+ content/plea/recipients.csv\n',
  });
  const list = folder.read('content/plea/recipients.csv');
  // Excel takes UTF-8 without a byte order mark for something else.
  expect(list.startsWith('\ufeffid,')).toBe(true);
  const checked = await bayan(folder.root, ['recipients', 'check', 'plea']);
  expect(checked).toMatchObject({ code: 0, err: '' });
  expect(checked.out).toContain('2 of 2 can be written to');
  // A further translation leaves the list alone.
  expect((await bayan(folder.root, ['new', 'plea', '--lang', 'ps'])).out).toBe('+ content/plea/ps.md\n');
  expect(folder.read('content/plea/recipients.csv')).toBe(list);
});

test('a list that is there already is kept', async () => {
  const folder = temporaryProject({
    'templates/letter.hbs': '<document/>',
    'content/plea/recipients.yaml': '- id: a\n',
  });
  const { out } = await bayan(folder.root, ['new', 'plea', '--lang', 'en', '--kind', 'letter']);
  expect(out).toBe('+ content/plea/en.md\n');
});
