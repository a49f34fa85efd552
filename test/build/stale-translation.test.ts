/** What becomes of a translation whose original has changed: printed as a draft, held back, or printed as it is. */
import { describe, expect, test } from 'vitest';
import { loadStages } from '../../src/build/engine.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { Trace } from '../../src/files/trace.ts';
import { loadProject } from '../../src/project/project.ts';
import { bayan } from '../cli/run-bayan.ts';
import { temporaryProject } from '../project/temporary-project.ts';

const ENGLISH = '---\ntitle: Clean water\ndate: 2024-04\n---\nWater for 40 schools.\n\nAnd for all.\n';
const DARI =
  '---\ntitle: آب پاک\ndate: 2024-04\ntranslation: { of: en, by: N, status: official }\n---\nآب برای ۴۰ مکتب.\n\nو برای همه.\n';

async function recorded(yaml = '', dari = DARI) {
  const folder = temporaryProject({
    'bayan.yaml': yaml,
    'content/water/en.md': ENGLISH,
    'content/water/fa-AF.md': dari,
  });
  await bayan(folder.root, ['translated', 'content/water/fa-AF.md']);
  const stages = await loadStages();
  /** Reads the translation as a build does. */
  const read = (workspace = openWorkspace(loadProject(folder.root, new Report())!)) => {
    const report = new Report();
    const trace = new Trace();
    const edition = stages(workspace).read(
      { file: 'content/water/fa-AF.md', slug: 'water', lang: 'fa-AF' },
      report,
      trace,
    );
    const told = report.diagnostics.map(({ severity, code, message }) => `${severity}[${code}]: ${message}`);
    return {
      status: edition?.frontMatter.translation?.status,
      told,
      asked: trace.entries().map(({ path }) => path),
    };
  };
  return { folder, read };
}

test('up to date, it is printed as it says of itself', async () => {
  const { folder, read } = await recorded();
  expect(read()).toMatchObject({ status: 'official', told: [] });
  folder.write('content/water/en.md', ENGLISH.replace('Water for 40', 'Water\nfor 40'));
  expect(read()).toMatchObject({ status: 'official', told: [] });
});

describe('stale', () => {
  test.each([
    [
      '',
      'draft',
      [
        'warning[translation-stale]: printed as a draft: a block of its original has changed since it was translated',
      ],
    ],
    [
      'stale: hold',
      'official',
      ['error[translation-stale]: held back: a block of its original has changed since it was translated'],
    ],
    ['stale: build', 'official', []],
  ])('%j', async (yaml, status, told) => {
    const { folder, read } = await recorded(yaml);
    folder.write('content/water/en.md', ENGLISH.replace('40', '45'));
    expect(read()).toMatchObject({ status, told });
  });

  test('and without “translation”, it cannot be marked', async () => {
    const { folder, read } = await recorded('', DARI.replace(/^translation.*\n/m, ''));
    folder.write('content/water/en.md', `${ENGLISH}\nOne more.\n`);
    expect(read().told[0]).toMatch(/^error\[translation-stale\].*cannot be marked as a draft/);
  });
});

test('its record, and its original where it has one, are among what it is made from', async () => {
  const { folder, read } = await recorded();
  expect(read().asked).toEqual(
    expect.arrayContaining([
      'content/water/fa-AF.md',
      'content/water/fa-AF.translated.yaml',
      'content/water/en.md',
    ]),
  );
  const workspace = openWorkspace(loadProject(folder.root, new Report())!);
  expect(read(workspace).status).toBe('official');
  folder.write('content/water/en.md', ENGLISH.replace('40', '45'));
  workspace.refresh();
  expect(read(workspace).status).toBe('draft');
});

test('a record of another original than the text names says nothing of it', async () => {
  const { folder, read } = await recorded();
  folder.write('content/water/ps.md', ENGLISH.replace('Water for', 'اوبه د'));
  folder.write('content/water/fa-AF.md', DARI.replace('of: en', 'of: ps'));
  folder.write('content/water/en.md', ENGLISH.replace('40', '45'));
  expect(read()).toMatchObject({ status: 'official', told: [] });
  const { out } = await bayan(folder.root, ['check', '--lang', 'fa-AF']);
  expect(out).toContain('fa-AF  not recorded, from Pashto');
});

test('a damaged record stops it, since nobody knows', async () => {
  const { folder, read } = await recorded();
  folder.write('content/water/fa-AF.translated.yaml', 'of: en\n');
  expect(read().told).toEqual([expect.stringMatching(/^error\[translation-record\]/)]);
});

test('the command and the check agree on what is stale, also where a paragraph went from both', async () => {
  const { folder, read } = await recorded('', DARI);
  folder.write('content/water/en.md', ENGLISH.replace('\n\nAnd for all.', ''));
  folder.write('content/water/fa-AF.md', DARI.replace('\n\nو برای همه.', ''));
  expect(read().status).toBe('draft');
  const { out } = await bayan(folder.root, ['check', '--lang', 'fa-AF']);
  expect(out).toContain('stale: 1 block');
});
