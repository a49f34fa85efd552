/** Whole content files: positions that hold character by character, images on disk, and all faults in one go. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Block, Edition, Inline } from '../../src/content/edition.ts';
import { parseEdition } from '../../src/content/parse.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { dumpBlocks, dumpDiagnostics, dumpInlines } from './dump.ts';
import { parse } from './parse-text.ts';

const root = new URL('../../', import.meta.url).pathname;

/** Every text node below some nodes. */
function texts(nodes: readonly unknown[]): Extract<Inline, { type: 'text' }>[] {
  return nodes.flatMap((node) => {
    if (Array.isArray(node)) return texts(node);
    if (typeof node !== 'object' || node === null) return [];
    if ('type' in node && node.type === 'text') return [node as Extract<Inline, { type: 'text' }>];
    return texts(Object.values(node));
  });
}

/** Text nodes whose characters are not where their span says; a space may stand for a line end. */
function misplaced(edition: Edition): string[] {
  const lines = edition.source.split('\n');
  return texts([[...edition.inline.values()], edition.body, edition.footnotes])
    .filter(({ text, span }) => {
      const found = (lines[span.line! - 1] ?? '').slice(span.column! - 1, span.column! - 1 + text.length);
      return found !== text && found !== text.replace(/ $/, '');
    })
    .map(({ text, span }) => `${span.line}:${span.column} ${text}`);
}

describe('the content of this repository', () => {
  const files = readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `content/${name.replaceAll('\\', '/')}`)
    .sort();

  it.each(files)('%s has no faults, and every character is where its span says', (file) => {
    const report = new Report();
    const lang = file.replace(/^.*\/|\.md$/g, '');
    const edition = parseEdition(
      { files: new ProjectFiles(root), file, slug: file.split('/')[1]!, lang },
      report,
    );
    expect(dumpDiagnostics(report.diagnostics)).toEqual([]);
    expect(misplaced(edition!)).toEqual([]);
    expect(edition!.body.length).toBeGreaterThan(0);
    for (const key of ['title', 'headline', 'demands.0', 'references.0.text']) {
      expect(edition!.inline.get(key)?.length, key).toBeGreaterThan(0);
    }
  });
});

describe('Markdown in front matter', () => {
  const front = [
    '---',
    'title: A *b* c',
    "subtitle: 'It''s **d** ''e'''",
    'summary: "f \\"*g*\\" \\u0628\\x41 *h*"',
    'date: 2024-04',
    'demands:',
    '  - >-',
    '    first *line',
    '    second* [x](https://x.org)',
    '  - |',
    '    literal',
    '    **two**',
    '  - plain over',
    '    *two* lines',
    'action: {label: Do *it*, url: https://a.org}',
    'references:',
    '  - Text *alone*',
    '  - {text: In *braces*}',
    '---',
    'Body',
  ].join('\n');

  it('is parsed, with the place of every character', () => {
    const { edition, said } = parse(front);
    expect(said).toEqual([]);
    const shown = (key: string): string[] => dumpInlines(edition!.inline.get(key) ?? []);
    expect(shown('title')).toEqual([
      'text "A " @2:8',
      'emphasis @2:10',
      '  text "b" @2:11',
      'text " c" @2:13',
    ]);
    expect(shown('headline')).toEqual(shown('title'));
    // Text is cut wherever YAML writes more than it says: '' for one apostrophe, a folded line.
    expect(shown('subtitle')).toEqual([
      'text "It\'" @3:12',
      'text "s " @3:16',
      'strong @3:18',
      '  text "d" @3:20',
      'text " \'" @3:23',
      'text "e\'" @3:26',
    ]);
    expect(shown('summary')).toContain('emphasis @4:32');
    expect(shown('demands.0')).toEqual([
      'text "first " @8:5',
      'emphasis @8:11',
      '  text "line " @8:12',
      '  text "second" @9:5',
      'text " " @9:12',
      'link https://x.org @9:13',
      '  text "x" @9:14',
    ]);
    expect(shown('demands.1')).toEqual(['text "literal " @11:5', 'strong @12:5', '  text "two" @12:7']);
    expect(shown('demands.2')).toContain('emphasis @14:5');
    expect(shown('action.label')).toContain('emphasis @15:20');
    expect(shown('references.0.text')).toContain('emphasis @17:10');
    expect(shown('references.1.text')).toContain('emphasis @18:15');
  });

  it('is checked like the text', () => {
    const { edition, said } = parse(
      '---\ntitle: A <b>c</b>\ndate: 2024\nsummary: "[d](x.md) e[^1]"\n---\nBody',
    );
    expect(edition).toBeUndefined();
    expect(said.map((line) => line.slice(0, 34))).toEqual([
      '! error raw-html @2:10 raw HTML: <',
      '! error link-unsafe @4:11 “x.md” i',
      '! error footnote-unknown @4:22 fro',
    ]);
  });
});

describe('images', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bayan-images-'));
  const project = join(folder, 'project');
  mkdirSync(join(project, 'content/x'), { recursive: true });
  mkdirSync(join(project, 'images'));
  writeFileSync(join(project, 'content/x/a.png'), '');
  writeFileSync(join(project, 'images/b.png'), '');
  writeFileSync(join(folder, 'secret.png'), '');
  symlinkSync(join(folder, 'secret.png'), join(project, 'content/x/link.png'));
  symlinkSync(folder, join(project, 'out'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const images =
    '---\ntitle: T\ndate: 2024\nimages:\n  camp: {src: a.png, alt: The camp, caption: "*Camp*"}\n---\n';

  it('are found beside the text, in the project, and by name', () => {
    const { edition, said } = parse(`${images}![a](a.png)\n\n![b](images/b.png)\n\n![](camp)`, {
      files: new ProjectFiles(project),
    });
    expect(said).toEqual([]);
    expect(dumpBlocks(edition!.body)).toEqual([
      'figure @7:1',
      '  content/x/a.png alt "a" @7:1',
      'figure @9:1',
      '  images/b.png alt "b" @9:1',
      'figure @11:1',
      '  content/x/a.png alt "The camp" @11:1',
      '    emphasis @5:47',
      '      text "Camp" @5:48',
    ]);
  });

  it('that are missing or lead out of the project are refused', () => {
    const body = '![a](c.png)\n\n![a](link.png)\n\n![a](out/secret.png)\n\n![a](content)';
    expect(
      parse(images + body, { files: new ProjectFiles(project) }).said.map((line) =>
        line.split(' ').slice(2, 4).join(' '),
      ),
    ).toEqual([
      'image-missing @7:1',
      'path-outside-project @9:1',
      'path-outside-project @11:1',
      'image-missing @13:1',
    ]);
    expect(
      parse(images.replace('a.png', '../../../x.png'), { files: new ProjectFiles(project) }).said.join(),
    ).toContain('path-outside-project @5:15');
  });
});

describe('files that are wrong', () => {
  it('say everything at once, in the front matter and in the text', () => {
    const { edition, said } = parse('---\ntitel: A\ndate: 2024-99\n---\n\n# B\n\n<br>\n\n![](c.png)\n');
    expect(edition).toBeUndefined();
    expect(said.map((line) => line.split(' ').slice(2, 4).join(' '))).toEqual([
      'front-matter-unknown @2:1',
      'front-matter-invalid @3:7',
      'heading-skip @6:1',
      'raw-html @8:1',
      'image-alt @10:1',
    ]);
  });

  it('without front matter, with one that never ends, with nothing after it', () => {
    expect(parse('Hello').said.join()).toContain(
      'front-matter-missing @1:1 the file does not start with front matter',
    );
    expect(parse('---\ntitle: A').said.join()).toContain(
      'front-matter-missing @1:1 the front matter is never closed',
    );
    expect(parse('---\ntitle: A\ndate: 2024\n---\n\n').said.join()).toContain('content-empty');
    expect(parse('---\ntitle: A\ndate: 2024\ndemands: [B]\n---\n').said).toEqual([]);
    expect(parse(' \n').said.join()).toContain('content-empty');
  });

  it('with warnings only are editions', () => {
    const { edition, said } = parse('---\ntitle: A\ndate: 2024\n---\nB\n\n[^x]: never called');
    expect(edition).toBeDefined();
    expect(said.join()).toContain('! warning footnote-unknown @7:1');
  });

  it('report their errors even when the report has seen them before', () => {
    const report = new Report();
    const input = { file: 'content/x/en.md', slug: 'x', lang: 'en', source: 'Hello' };
    expect([parseEdition(input, report), parseEdition(input, report)]).toEqual([undefined, undefined]);
    expect(report.diagnostics.length).toBe(1);
  });

  it('that hold nothing but what is refused are told that alone', () => {
    const { said } = parse('---\ntitle: A\ndate: 2024\n---\n<div>B</div>\n');
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('raw-html @5:1');
  });

  it('that come from Windows keep their line numbers', () => {
    const { said } = parse('---\r\ntitle: A\r\ndate: 2024\r\n---\r\n\r\na <br>\r\n');
    expect(said.join()).toContain('raw-html @6:3');
  });
});

describe('columns', () => {
  it('hold in every fixture', () => {
    const folder = new URL('./fixtures/', import.meta.url);
    for (const name of readdirSync(folder).filter((file) => file !== 'front-matter.txt')) {
      // Entities are one character of text and several of source; the rest stands as it is.
      const body = readFileSync(new URL(name, folder), 'utf8').replace(/&\w+;|&#\w+;/g, 'x');
      const source = `---\ntitle: T\ndate: 2024\n---\n${body}`;
      for (const { span } of parse(source).diagnostics) {
        const line = source.split('\n')[(span?.line ?? 1) - 1] ?? '';
        expect(span?.column ?? 1, `${name}:${span?.line}`).toBeLessThanOrEqual(line.length + 1);
      }
    }
  });
});

describe('the same input', () => {
  it('gives the same tree', () => {
    const source = readFileSync(join(root, 'content/afghan-returns/en.md'), 'utf8');
    const once = (): readonly Block[] => parse(source).edition!.body;
    expect(once()).toEqual(once());
  });
});
