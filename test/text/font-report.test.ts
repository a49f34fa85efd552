import { beforeEach, expect, test } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { packageRoot } from '../../src/files/package-root.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { fontReport } from '../../src/fonts/survey.ts';
import { type FontReport, isReady } from '../../src/fonts/survey-row.ts';
import { LANGUAGES } from '../../src/language/table.ts';
import { loadProject } from '../../src/project/project.ts';

let rows: FontReport;
const row = (language: string, role: string) =>
  rows.find((each) => each.language === language && each.role === role);

beforeEach(() => {
  const root = packageRoot();
  const report = new Report();
  const { fontFolders: folders } = loadProject(root, report)!;
  rows = fontReport({ files: new ProjectFiles(root), folders }, report);
});

test('there is a row for every language and role', () => {
  expect(rows).toHaveLength(LANGUAGES.length * 4);
});

test('what is there is told with its weights and rights', () => {
  expect(row('ur', 'serif')).toEqual({
    language: 'ur',
    role: 'serif',
    face: 'Noto Nastaliq Urdu',
    package: '@expo-google-fonts/noto-nastaliq-urdu',
    installed: true,
    embeddable: true,
    weights: ['400', '700'],
    missing: [],
  });
  expect(row('vi', 'serif')).toMatchObject({
    face: 'Source Serif 4',
    weights: ['400', '700', '400i', '700i'],
  });
  expect(row('ps', 'mono')).toMatchObject({ face: 'Vazirmatn', missing: [] });
});

test('what is not there is told with the command that adds it', () => {
  expect(row('ja', 'serif')).toEqual({
    language: 'ja',
    role: 'serif',
    face: 'Noto Serif JP',
    package: '@expo-google-fonts/noto-serif-jp',
    installed: false,
    weights: [],
    missing: [],
    command: 'npm install @expo-google-fonts/noto-serif-jp @expo-google-fonts/noto-sans-jp',
  });
});

test('every language but Chinese, Japanese and Korean is ready with what is installed here', () => {
  const waiting = new Set(rows.filter((each) => !isReady(each)).map((each) => each.language));
  expect(['ja', 'ko', 'zh-Hans', 'zh-Hant']).toEqual(expect.arrayContaining([...waiting]));
});
