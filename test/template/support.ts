/**
 * What the tests of the template stage share: templates and strings held in memory, a small edition, and dumps of markup
 * trees and diagnostics as text.
 */
import { readFileSync } from 'node:fs';
import type { Edition, Inline } from '../../src/content/edition.ts';
import type { FrontMatter } from '../../src/content/front-matter.ts';
import { plainText } from '../../src/content/plain-text.ts';
import { compareDiagnostics, Report } from '../../src/diagnostics/diagnostic.ts';
import { findLanguage } from '../../src/language/language.ts';
import {
  applyTemplate,
  loadTemplates,
  type TemplateBrand,
  type TemplateRoot,
} from '../../src/template/apply.ts';
import type { MarkupNode, MarkupTree } from '../../src/template/markup/markup-tree.ts';

export function memoryRoot(shown: string, files: Readonly<Record<string, string>>): TemplateRoot {
  return {
    shown,
    list: (folder) =>
      Object.keys(files)
        .filter((path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))) === folder)
        .map((path) => path.slice(path.lastIndexOf('/') + 1)),
    read: (path) => files[path],
  };
}

export const BRAND: TemplateBrand = { shortName: 'APNOR', name: 'Asia Pacific Network of Refugees' };

const span = { file: 'content/sample/en.md', line: 1, column: 1 };

export function text(words: string): Inline {
  return { type: 'text', text: words, span };
}

/** An edition with every field set, changed by `fields`. */
export function sampleEdition(fields: Partial<FrontMatter> = {}, lang = 'en'): Edition {
  const frontMatter: FrontMatter = {
    title: 'Forced **returns** & refugees',
    summary: 'A summary.',
    date: '2024-04-04',
    kinds: ['brief'],
    demands: ['Stop <now>.', 'See [the law](https://example.org/law).'],
    action: { label: 'Join us', url: 'https://apnor.org/' },
    references: [{ text: 'Amnesty.', url: 'https://amnesty.org/a' }, { text: 'UNHCR.' }],
    images: {},
    keywords: ['refugees', 'asylum', 'law'],
    translation: { of: 'en', by: 'A. Translator', status: 'unofficial' },
    ...fields,
  };
  const inline = new Map<string, readonly Inline[]>([
    ['title', [text('Forced '), { type: 'strong', children: [text('returns')], span }, text(' & refugees')]],
    [
      'demands.1',
      [
        text('See '),
        { type: 'link', url: 'https://example.org/law', children: [text('the law')], span },
        text('.'),
      ],
    ],
  ]);
  const body = [{ type: 'paragraph', children: [text('Body.')], attributes: {}, span }] as const;
  return {
    slug: 'sample',
    lang,
    file: `content/sample/${lang}.md`,
    frontMatter,
    declared: {},
    inline,
    pictures: new Map(),
    places: new Map(),
    body,
    footnotes: [],
    source: '',
  };
}

const STRINGS = { 'strings/en.yaml': readFileSync('templates/strings/en.yaml', 'utf8') };

export interface Applied {
  readonly tree: MarkupTree | undefined;
  readonly report: Report;
}

/** Applies the template `brief` from `files` (path inside templates/ → text). */
export function applyFiles(
  files: Readonly<Record<string, string>>,
  edition = sampleEdition(),
  brand = BRAND,
): Applied {
  const report = new Report();
  const { templates, strings } = loadTemplates([memoryRoot('templates', { ...STRINGS, ...files })]);
  const language = findLanguage(edition.lang)!;
  const tree = applyTemplate({ edition, kind: 'brief', templates, strings, brand, language }, report);
  return { tree, report };
}

/** The text of a one-paragraph template, or its diagnostics. */
export function print(
  source: string,
  edition = sampleEdition(),
  files: Readonly<Record<string, string>> = {},
): string {
  const brief = `<document margin="10mm"><text>${source}</text></document>`;
  const { tree, report } = applyFiles({ 'brief.hbs': brief, ...files }, edition);
  const paragraph = tree?.root.children[0];
  if (report.diagnostics.length > 0 || paragraph?.type !== 'element') return diagnostics(report);
  return paragraph.children.map(words).join('');
}

function words(node: MarkupNode): string {
  if (node.type === 'text') return node.text;
  if (node.type === 'inline') return `[${plainText(node.children)}]`;
  return node.type === 'element' ? `<${node.name}>` : `{${node.of}}`;
}

/** One line for each diagnostic, as the short format prints them. */
export function diagnostics(report: Report): string {
  return [...report.diagnostics]
    .sort(compareDiagnostics)
    .map(({ span: at, severity, code, message }) => `${place(at)} ${severity}[${code}]: ${message}`)
    .join('\n');
}

function place(at: { file: string; line?: number; column?: number } | undefined): string {
  return at ? [at.file, at.line, at.column].filter((part) => part !== undefined).join(':') : '-';
}

/** A markup tree as indented text: `name attribute=value @line:column`. */
export function dump(node: MarkupNode, indent = ''): string {
  const at = `@${node.span.file.replace(/^templates\//, '').replace(/\.hbs$/, '')}:${node.span.line}:${node.span.column}`;
  if (node.type === 'text') return `${indent}"${node.text}" ${at}`;
  if (node.type === 'inline') return `${indent}inline "${plainText(node.children)}" ${at}`;
  if (node.type === 'blocks') return `${indent}blocks ${node.of} ${at}`;
  const attributes = Object.entries(node.attributes).map(
    ([name, value]) => ` ${name}=${JSON.stringify(value)}`,
  );
  const lines = [`${indent}${node.name}${attributes.join('')} ${at}`];
  return [...lines, ...node.children.map((child) => dump(child, `${indent}  `))].join('\n');
}

/** Cases of a fixture file: `# name`, then parts between lines of `.`. */
export function readFixtures(path: string): { readonly name: string; readonly parts: readonly string[] }[] {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
    .split(/^# /m)
    .slice(1)
    .map((section) => {
      const [name = '', ...rest] = section.split('\n');
      const parts = rest
        .join('\n')
        .split(/^\.$/m)
        .slice(1, -1)
        .map((part) => part.replace(/^\n|\n$/g, ''));
      return { name, parts };
    });
}
