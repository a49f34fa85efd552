/** `bayan check` and `bayan translated`: formats, exit codes, the record and the page of states. */
import { describe, expect, test } from 'vitest';
import { temporaryProject } from '../project/temporary-project.ts';
import { bayan } from './run-bayan.ts';

const ENGLISH = '---\ntitle: Clean water\ndate: 2024-04\n---\nWater for 40 schools in the district.\n';
const URDU =
  '---\ntitle: صاف پانی\ndate: 2024-04\ntranslation: { of: en, by: N, status: unofficial }\n---\nضلعے کے 40 اسکولوں کے لیے پانی۔\n';
const PASHTO = URDU.replace('صاف پانی', 'پاکې اوبه').replace(/ضلعے.*/, 'د ولسوالۍ ۴۰ ښوونځیو ته اوبه.');

const project = (files: Readonly<Record<string, string>> = {}) =>
  temporaryProject({
    'content/water/en.md': ENGLISH,
    'content/water/ur.md': URDU,
    'content/water/ps.md': PASHTO,
    ...files,
  });

test('nothing is recorded, and nothing is wrong', async () => {
  const folder = project();
  const { code, out, err } = await bayan(folder.root, ['check']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(
    'water\n  en  original\n  ps  not recorded, from English\n  ur  not recorded, from English\n\n→ out/status.html\n',
  );
});

test('a record, an edit of the original, and a record again', async () => {
  const folder = project();
  const recorded = await bayan(folder.root, ['translated', 'content/water']);
  expect(recorded).toMatchObject({ code: 0, err: '' });
  expect(recorded.out).toBe(
    '✓ content/water/ps.translated.yaml  2 blocks of content/water/en.md\n✓ content/water/ur.translated.yaml  2 blocks of content/water/en.md\n',
  );
  expect((await bayan(folder.root, ['check'])).out).toContain('ur  up to date, from English');
  folder.write('content/water/en.md', ENGLISH.replace('40', '45'));
  const stale = await bayan(folder.root, ['check', '--lang', 'ur']);
  expect(stale.code).toBe(1);
  expect(stale.out).toContain('ur  stale: 1 block, from English');
  expect(stale.out).not.toContain('ps');
  expect(stale.err).toContain(
    'content/water/ur.md:6:1 error[translation-stale]: paragraph 1 of the original',
  );
  expect(stale.err).toContain('Water for [-40-]{+45+} schools in the district.');
  expect(stale.err).toContain('hint: bring it up to date, then: bayan translated content/water/ur.md');
  folder.write('content/water/ur.md', URDU.replace('40', '45'));
  expect(await bayan(folder.path('content'), ['translated', 'water/ur.md'])).toMatchObject({ code: 0 });
  expect(await bayan(folder.root, ['check', '--lang', 'ur'])).toMatchObject({ code: 0, err: '' });
});

describe('what cannot be recorded is told', () => {
  test.each([
    ['content/water/en.md', 1, 'translation-original'],
    ['content/water/de.md', 2, 'file-missing'],
    ['content', 2, 'file-missing'],
  ])('%s', async (path, code, fault) => {
    const ran = await bayan(project().root, ['translated', path]);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(`error[${fault}]`);
  });

  test('a translation whose original has errors', async () => {
    const folder = project({ 'content/water/en.md': ENGLISH.replace('title', 'titel') });
    const ran = await bayan(folder.root, ['translated', 'content/water/ur.md']);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('it is translated from content/water/en.md, which has errors');
  });
});

describe('bayan.yaml', () => {
  test('says how much a check matters', async () => {
    const folder = project({ 'content/water/ur.md': URDU.replace('40', '60') });
    expect((await bayan(folder.root, ['check'])).code).toBe(1);
    folder.write('bayan.yaml', 'checks: { figures: warning }\n');
    const warned = await bayan(folder.root, ['check']);
    expect(warned.code).toBe(0);
    expect(warned.err).toContain('warning[translation-figure]: “60” here, and “40” in the original');
    folder.write('bayan.yaml', 'checks: { figures: off }\n');
    expect(await bayan(folder.root, ['check'])).toMatchObject({ code: 0, err: '' });
  });

  test('names languages that are missing, and the language of originals', async () => {
    const folder = project({ 'bayan.yaml': 'languages: [en, ur, ps, ar]\nsource: ps\n' });
    folder.write('content/water/ps.md', PASHTO.replace(/^translation:.*\n/m, ''));
    folder.write('content/water/ur.md', URDU.replace(/^translation:.*\n/m, ''));
    const { out, err } = await bayan(folder.root, ['check']);
    expect(out).toContain('ps  original');
    expect(out).toContain('ur  not recorded, from Pashto');
    expect(err).toContain('warning[translation-missing]: water is not translated into Arabic (ar)');
    expect(err).toContain('hint: bayan new water --lang ar');
  });

  test.each([
    ['checks: { figures: yes }', '1:20 error[project-invalid]'],
    ['checks: { figure: off }', '1:11 error[project-invalid]'],
    ['source: klingonese', '1:9 error[language-unknown]'],
  ])('%s', async (yaml, told) => {
    const { code, err } = await bayan(project({ 'bayan.yaml': `${yaml}\n` }).root, ['check']);
    expect(code).toBe(1);
    expect(err).toContain(`bayan.yaml:${told}`);
  });
});

test('fields that a template declares are compared, facts by their value and words by what they say', async () => {
  const event = (lang: string, time: string, place: string) =>
    `---\ntitle: ${place}\ndate: 2024-04\nkinds: [event]\ntime: '${time}'\nplace: ${place}\nspeakers:\n  - name: A\n${lang}---\nX.\n`;
  const { root } = temporaryProject({
    'templates/event.hbs': '<document/>',
    'templates/event.yaml':
      'fields:\n  time: { type: time, help: When. }\n  place: { type: text, help: Where. }\n  speakers: { type: list, help: Who., of: { type: map, help: One., fields: { name: { type: text, help: Name. }, talk: { type: markdown, help: Talk. } } } }\n',
    'content/evening/en.md': event('', '18:30', 'Room 12').replace(
      'name: A',
      'name: A\n    talk: On *water*',
    ),
    'content/evening/fr.md': event('translation: { of: en, by: N, status: official }\n', '19:30', 'Salle 21'),
  });
  const { code, err } = await bayan(root, ['check']);
  expect(code).toBe(1);
  expect(err).toContain('“time” is 19:30 here, and 18:30 in the original (content/evening/en.md:5:1)');
  expect(err).toContain('fr.md:6:1 error[translation-figure]: “21” here, and “12” in the original');
  expect(err).toContain(
    'speakers 1 talk of the original is missing (content/evening/en.md:9:11): “On *water*”',
  );
});

test('as JSON', async () => {
  const folder = project({ 'content/water/ur.md': URDU.replace('40', '60') });
  const { code, out, err } = await bayan(folder.root, ['check', '--format', 'json']);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(JSON.parse(out)).toMatchObject({
    publications: [
      {
        slug: 'water',
        source: 'en',
        editions: [
          { lang: 'en', state: 'source' },
          { lang: 'ps', state: 'unrecorded', of: 'en', stale: [] },
          { lang: 'ur', state: 'errors', of: 'en' },
        ],
      },
    ],
    diagnostics: [
      { severity: 'error', code: 'translation-figure', span: { file: 'content/water/ur.md', line: 6 } },
    ],
    ok: false,
  });
});

test('as annotations of GitHub, from the root of the repository', async () => {
  const folder = project({ 'content/water/ur.md': URDU.replace('40', '60').replace('اسکولوں', 'اسکولوں  ') });
  const env = { GITHUB_WORKSPACE: folder.path('..') };
  const { code, out } = await bayan(folder.root, ['check', '--format', 'github'], { env });
  expect(code).toBe(1);
  const name = folder.root.replace(/.*[\\/]/, '');
  expect(out).toContain(
    `::error file=${name}/content/water/ur.md,line=6,col=9,endColumn=11,title=translation-figure::“60” here, and “40” in the original (content/water/en.md:5:11)\n`,
  );
  expect(out).toContain('title=text-spaces::two spaces%0Ahint: take one of them out');
});

describe('the page of states', () => {
  test('has a table of publications and languages, what is stale, and no script', async () => {
    const folder = project({ 'content/b&b/en.md': ENGLISH.replace('Water', 'A <b> & “c”') });
    folder.write('content/road/en.md', ENGLISH);
    await bayan(folder.root, ['translated', 'content/water']);
    folder.write('content/water/en.md', ENGLISH.replace('40', '45'));
    await bayan(folder.root, ['check', '--out', 'states']);
    const page = folder.read('states/status.html');
    expect(page).toContain('<th scope="col">Urdu<br><span lang="ur" dir="rtl">اردو</span></th>');
    expect(page).toContain('<th scope="row">road</th>');
    expect(page).toContain('<td class="missing"><span aria-hidden="true">–</span> missing</td>');
    expect(page).toContain('<a href="#water.ur"><span aria-hidden="true">↻</span> stale: 1 block</a>');
    expect(page).toContain('<blockquote lang="en" dir="ltr">');
    expect(page).toContain('<del>40</del><ins>45</ins>');
    expect(page).not.toMatch(/<script|src=|url\(/);
    await bayan(folder.root, ['check', '--out', 'states']);
    expect(folder.read('states/status.html')).toBe(page);
  });
});

test('an unknown document or language is a mistake of the command', async () => {
  const folder = project();
  expect(await bayan(folder.root, ['check', 'nothing'])).toMatchObject({ code: 2 });
  expect(await bayan(folder.root, ['check', '--lang', 'de'])).toMatchObject({ code: 2 });
  expect(folder.has('out/status.html')).toBe(false);
});
