/** The tree and the complaints that Markdown yields. `UPDATE_FIXTURES=1` writes what comes out; read it then. */
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/content/markdown.ts';
import { Anchors, type TreeContext } from '../../src/content/tree/context.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { dumpBlocks, dumpDiagnostics, dumpFootnotes } from './dump.ts';
import { readFixtures, writeFixtures } from './fixture-file.ts';

/** @param mergeFields whether it is the text of a letter */
export function dumpMarkdown(source: string, mergeFields = false): string {
  const report = new Report();
  const context: TreeContext = {
    file: 'content/x/en.md',
    report,
    images: new Map(),
    anchors: new Anchors(),
    mergeFields,
  };
  const content = parseMarkdown({ lines: source.split('\n'), bodyLine: 0, text: source }, context);
  context.anchors.check(report);
  return [
    ...dumpBlocks(content.body),
    ...dumpFootnotes(content.footnotes),
    ...dumpDiagnostics(report.diagnostics),
  ].join('\n');
}

const files = [
  'inlines',
  'blocks',
  'lists',
  'digits',
  'attributes',
  'footnotes',
  'links',
  'images',
  'html',
  'tables',
  'headings',
  'slips',
  'merge-fields',
];

for (const name of files) {
  const dump = (source: string): string => dumpMarkdown(source, name === 'merge-fields');
  const url = new URL(`./fixtures/${name}.txt`, import.meta.url);
  const fixtures = readFixtures(url);
  if (process.env.UPDATE_FIXTURES) {
    writeFixtures(
      url,
      fixtures.map((fixture) => ({ ...fixture, expected: dump(fixture.input) })),
    );
  }
  describe(name, () => {
    it.each(fixtures)('$title', ({ input, expected }) => {
      expect(dump(input)).toBe(expected);
    });
  });
}
