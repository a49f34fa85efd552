/**
 * Content in, nodes and tags out, from fixtures/markdown.txt and fixtures/markup.txt: what is built, where it stands, and
 * what a screen reader is told. `UPDATE=1 npx vitest run test/compose` writes them anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { composed } from '../support/layout.ts';
import { outlineOf, tagsOf } from './outline.ts';

/** Beside the content file for Markdown, in the folder of the project for templates. */
const PICTURES = {
  'content/test/photo.jpg': [1500, 1000],
  'content/test/map.png': [300, 600],
  'photo.jpg': [1500, 1000],
  'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>',
} as const;

/** A case of a fixture file: `# name`, the language where it is not English, then the parts between lines of dots. */
interface Fixture {
  readonly name: string;
  readonly lang: string;
  readonly source: string;
  readonly expected: string;
}

function read(file: string): Fixture[] {
  return readFileSync(pathOf(file), 'utf8')
    .split(/^# /m)
    .slice(1)
    .map((section) => {
      const [head = '', ...lines] = section.split('\n');
      const [, name = '', lang = 'en'] = /^(.*?)(?: \((\S+)\))?$/.exec(head)!;
      const [source = '', expected = ''] = lines.join('\n').split(/^\.\n/m).slice(1);
      return { name, lang, source: source.trimEnd(), expected: expected.trimEnd() };
    });
}

const pathOf = (file: string) => fileURLToPath(new URL(`fixtures/${file}`, import.meta.url));

/** Composes and prints; `template` says where the source goes. */
function print({ lang, source }: Fixture, markdown: boolean): string {
  const flow = markdown ? '{{{body}}}' : source;
  const template = `<document margin="0"><title>T</title>${flow}</document>`;
  const { composition, report } = composed(lang, template, markdown ? source : 'Text.', '', PICTURES);
  const document = composition.fit({ scale: 1, growUnit: 0 });
  const messages = report.diagnostics.map(({ code, message }) => `${code}: ${message}`);
  // The title is every document's first heading; what is looked at comes after it.
  const after = (text: string) => text.split('\n').slice(1).join('\n');
  return [...messages, after(outlineOf(document)), '--', after(tagsOf(document))].join('\n').trimEnd();
}

describe.each([
  ['Markdown', 'markdown.txt'],
  ['layout markup', 'markup.txt'],
])('%s', (kind, file) => {
  const fixtures = read(file);
  const printed = (fixture: Fixture) => print(fixture, kind === 'Markdown');
  if (process.env.UPDATE) {
    const intro = readFileSync(pathOf(file), 'utf8').split(/^# /m)[0]!;
    const sections = fixtures.map((fixture) => {
      const { name, lang, source } = fixture;
      return `# ${name}${lang === 'en' ? '' : ` (${lang})`}\n.\n${source}\n.\n${printed(fixture)}\n.\n`;
    });
    writeFileSync(pathOf(file), intro + sections.join('\n'));
  }
  it.each(read(file).map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    expect(printed(fixture)).toBe(fixture.expected);
  });
});
