/** Records of translations: what is written, read back and damaged, and which block is which after an edit. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { blocksOf } from '../../src/translation/blocks.ts';
import { makeRecord } from '../../src/translation/record/make-record.ts';
import { matchBlocks } from '../../src/translation/record/match-blocks.ts';
import { blockHash, readRecord, renderRecord } from '../../src/translation/record/record.ts';
import { temporaryFolder } from '../project/temporary-project.ts';
import { fielded } from './sets.ts';

const ENGLISH =
  'The council gives clean water to 40 schools of the district, and to the hospital beside the river as well.\n\n1948\n';
const PERSIAN = 'شورا به ۴۰ مکتب ولسوالی آب پاک می‌دهد.\n\n۱۹۴۸\n';

const record = () =>
  makeRecord(
    { source: 'en', translation: 'fa-AF' },
    blocksOf(fielded('en', ENGLISH)),
    blocksOf(fielded('fa-AF', PERSIAN)),
  );

test('a record is lines that people can read', () => {
  expect(renderRecord(record(), 'fa-AF.md').replace(/[0-9a-f]{16}/g, '0123456789abcdef')).toBe(
    `# What fa-AF.md was translated from: written by “bayan translated”, read by “bayan check”. Keep it with the text.

of: en
blocks:
  - at: title
    kind: field
    hash: 0123456789abcdef
    text: T
    translated: 0123456789abcdef

  - at: paragraph 1
    kind: paragraph
    hash: 0123456789abcdef
    text: >-
      The council gives clean water to 40 schools of the district, and to the hospital beside the
      river as well.
    translated: 0123456789abcdef

  - at: paragraph 2
    kind: paragraph
    hash: 0123456789abcdef
    text: "1948"
    translated: 0123456789abcdef
`,
  );
});

test('what is written is read back, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), { maxLength: 5 }),
      (texts) => {
        const blocks = texts.map((text, index) => ({
          at: `paragraph ${index + 1}`,
          kind: 'paragraph' as const,
          hash: blockHash({ kind: 'paragraph', text }),
          text: text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim(),
        }));
        const folder = temporaryFolder({ 'a.translated.yaml': renderRecord({ of: 'en', blocks }, 'a.md') });
        const report = new Report();
        const found = readRecord(new ProjectFiles(folder.root), 'a.md', report);
        expect(report.diagnostics).toEqual([]);
        expect(found).toEqual({ of: 'en', blocks });
      },
    ),
    { numRuns: 50 },
  );
});

describe('a record that cannot be used is told, and none is none', () => {
  const read = (text?: string) => {
    const folder = temporaryFolder(text === undefined ? {} : { 'a.translated.yaml': text });
    const report = new Report();
    const found = readRecord(new ProjectFiles(folder.root), 'a.md', report);
    return { found, told: report.diagnostics.map(({ code, span }) => `${span?.file}:${span?.line} ${code}`) };
  };

  test.each([
    [undefined, []],
    ['of: en\nblocks:\n<<<<<<< HEAD\n  - at: title\n', ['a.translated.yaml:3 yaml-syntax']],
    ['of: en\n', ['a.translated.yaml:1 translation-record']],
    [
      'of: en\nblocks:\n  - at: title\n    kind: poem\n    hash: a\n    text: b\n',
      ['a.translated.yaml:4 translation-record'],
    ],
  ])('%j', (text, told) => {
    expect(read(text)).toEqual({ found: undefined, told });
  });
});

describe('blocks keep their identity', () => {
  const SENTENCES = [
    'The town lies beside a river and has four schools.',
    'The council met on Monday and spoke about water.',
    'Nobody knows yet who will pay for all of it.',
    'Parents have written a letter to the minister.',
    'Nurses of the hospital ask for better roads in winter.',
  ];
  const blocks = (paragraphs: readonly string[]) =>
    blocksOf(fielded('en', `${paragraphs.join('\n\n')}\n`)).filter(({ kind }) => kind === 'paragraph');
  const recorded = (paragraphs: readonly string[]) =>
    blocks(paragraphs).map((block) => ({ ...block, hash: blockHash(block) }));

  test('in any order, with one edited, one new and one gone', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(SENTENCES, { minLength: 5 }), (order) => {
        const edited = order.map((text) => text.replace('four schools', 'five big schools')).slice(1);
        const after = [...edited.slice(0, 2), 'Dogs bark and a caravan passes by them.', ...edited.slice(2)];
        const matches = matchBlocks(recorded(SENTENCES), blocks(after), 'en');
        const shown = matches.map(({ before, after: now }) => [
          before?.text.slice(0, 9),
          now?.text.slice(0, 9),
        ]);
        for (const [one, other] of shown) if (one && other) expect(one).toBe(other);
        expect(shown.filter(([one]) => one === undefined)).toEqual([[undefined, 'Dogs bark']]);
        expect(shown.filter(([, other]) => other === undefined)).toEqual([
          [order[0]!.slice(0, 9), undefined],
        ]);
      }),
    );
  });
});
