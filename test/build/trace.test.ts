/** What a build says each PDF was made from: what later builds compare to know which PDFs are still good. */
import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import type { BuiltEdition } from '../../src/build/edition.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import type { TraceEntry } from '../../src/files/trace.ts';
import { loadProject } from '../../src/project/project.ts';
import { temporaryFolder } from '../project/temporary-project.ts';
import { ROOT } from '../support/make.ts';

const DIGEST = /^[0-9a-f]{64}$/;
const lines = (trace: readonly TraceEntry[]) =>
  trace.map(({ asked, path, answer }) => `${asked} ${path} ${DIGEST.test(answer) ? '#' : answer}`);

test('the Urdu flyer of the sample was made from these files, and from nothing else', async () => {
  const report = new Report();
  const project = loadProject(ROOT, report)!;
  const output = temporaryFolder().root;
  const options = { output, langs: ['ur', 'en'], jobs: 1 };
  const result = await build(project, options, report);
  expect(report.diagnostics).toEqual([]);
  const flyer = result.documents.find(({ lang, kind }) => lang === 'ur' && kind === 'flyer')!;
  expect(lines(flyer.trace)).toEqual(SAMPLE);
  expect(lines(result.trace)).toEqual([
    'list content #',
    'list content/afghan-returns #',
    'list templates #',
  ]);
  // Every answer is the one that the disk gives.
  const files = new ProjectFiles(ROOT);
  for (const { asked, path, answer } of flyer.trace)
    expect([path, files.answer(asked, path)]).toEqual([path, answer]);
});

const SAMPLE = [
  'read bayan.yaml #',
  'read brand.yaml #',
  // Nobody else has signed it.
  'look content/afghan-returns/signatories.csv absent',
  'look content/afghan-returns/signatories.xlsx absent',
  'look content/afghan-returns/signatories.yaml absent',
  'read content/afghan-returns/ur.md #',
  // Nothing says what it was translated from.
  'read content/afghan-returns/ur.translated.yaml absent',
  'list fonts #',
  'read fonts/fonts.yaml #',
  'read package:@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf #',
  'read package:@expo-google-fonts/noto-nastaliq-urdu/700Bold/NotoNastaliqUrdu_700Bold.ttf #',
  'read package:@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf #',
  'read package:@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf #',
  'list templates #',
  'read templates/flyer.hbs #',
  'look templates/logo-reversed.svg file',
  'read templates/logo-reversed.svg #',
  'look templates/logo.svg file',
  'list templates/partials #',
  'read templates/partials/call-to-action.hbs #',
  'read templates/partials/contact-lines.hbs #',
  'read templates/partials/translation-mark.hbs #',
  'read templates/strings/ur.yaml #',
  'read templates/styles.yaml #',
];

test('a PDF that could not be made has a trace too, with what is missing', async () => {
  const { root } = temporaryFolder({
    'bayan.yaml': '',
    'brand.yaml': 'organisation: { name: Test }\n',
    'templates/page.hbs': '<document margin="10mm"><image src="gone.png" alt="x"/>{{{body}}}</document>',
    'content/a/en.md': '---\ntitle: T\ndate: 2024\nkinds: [page]\n---\n\nText.\n',
  });
  const report = new Report();
  const result = await build(loadProject(root, report)!, { jobs: 1 }, report);
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['image-missing']);
  expect(lines(result.documents[0]!.trace)).toEqual(
    expect.arrayContaining(['read gone.png absent', 'read templates/page.hbs #', 'read content/a/en.md #']),
  );
});

test('an edition was judged by the templates that were asked what they print', async () => {
  const { root } = temporaryFolder({
    'bayan.yaml': '',
    'brand.yaml': 'organisation: { name: Test }\n',
    'templates/page.hbs': '<document margin="10mm"><title>{{title}}</title>{{> top}}{{{body}}}</document>',
    'templates/partials/top.hbs': '<text>{{date date}}</text>',
    'content/a/en.md': '---\ntitle: T\ndate: 2024\nsummary: S\nkinds: [page]\n---\n\nText.\n',
  });
  const report = new Report();
  const traces: (readonly TraceEntry[])[] = [];
  const onEdition = ({ trace }: BuiltEdition) => traces.push(trace);
  await build(loadProject(root, report)!, { jobs: 1, onEdition }, report);
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['field-unprinted']);
  expect(lines(traces[0]!)).toEqual(
    expect.arrayContaining([
      'read content/a/en.md #',
      'read templates/page.hbs #',
      'read templates/partials/top.hbs #',
    ]),
  );
});
