/** What a template can get wrong for those who listen to the document, told before any PDF is written. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocument, PROJECT } from './documents.ts';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'bayan-checks-'));
  cpSync(PROJECT, root, { recursive: true });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The diagnostics of a document whose template has this in it, as `line code: message`. */
async function faults(name: string, markup: string): Promise<string[]> {
  const template = `<document page-size="A5" margin="20mm">\n${markup}\n</document>\n`;
  writeFileSync(join(root, 'templates', `${name}.hbs`), template);
  const content = readFileSync(join(root, 'content/scripts/ar.md'), 'utf8');
  writeFileSync(join(root, 'content/scripts/en.md'), content.replace('kinds: [hard]', `kinds: [${name}]`));
  const { bytes, diagnostics } = await makeDocument('scripts', 'en', name, root);
  if (diagnostics.length > 0) expect(bytes).toBeUndefined();
  return diagnostics.map(({ span, code, message }) => `${span?.file}:${span?.line} ${code}: ${message}`);
}

describe('a template', () => {
  it('that skips a heading level is refused', async () => {
    expect(await faults('skip', '<title>A</title>\n<heading level="3">B</heading>')).toEqual([
      'templates/skip.hbs:3 heading-skip: a heading of level 3 follows one of level 1',
    ]);
  });

  it('that has headings and no title is refused', async () => {
    expect(await faults('untitled', '<heading level="2">B</heading>')).toEqual([
      'templates/untitled.hbs:2 heading-skip: the first heading of the document is of level 2',
    ]);
  });

  it('may go up any number of levels', async () => {
    const levels = [2, 3, 4, 2].map((level) => `<heading level="${level}">H</heading>`);
    expect(await faults('levels', `<title>A</title>${levels.join('')}`)).toEqual([]);
  });

  it('with a link that has no text is refused', async () => {
    expect(
      await faults('link', '<title>A</title>\n<text>B <link href="https://example.org/"></link></text>'),
    ).toEqual(['templates/link.hbs:3 link-empty: the link has no text']);
  });

  it('with a table that has no header is refused', async () => {
    expect(
      await faults('table', '<title>A</title>\n<table><row><cell>1</cell><cell>2</cell></row></table>'),
    ).toEqual(['templates/table.hbs:3 table-header: the table has no header row']);
  });

  it('with a picture that says nothing about itself is refused', async () => {
    const [fault] = await faults('picture', '<title>A</title>\n<image src="content/hard/map.png"/>');
    expect(fault).toMatch(/^templates\/picture\.hbs:3 .*alt/);
  });
});
