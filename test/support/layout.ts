/**
 * Lays out layout markup or Markdown and tells where things came to stand: what a reader of a test can check against a
 * drawing on paper.
 */
import { compose } from '../../src/compose/compose.ts';
import type { Picture } from '../../src/compose/pictures.ts';
import { readStyleSheet } from '../../src/compose/styles.ts';
import { parseEdition } from '../../src/content/parse.ts';
import { type Diagnostic, Report } from '../../src/diagnostics/diagnostic.ts';
import type { Drawing } from '../../src/document/drawing.ts';
import type { Composition } from '../../src/document/nodes.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { ReadFile } from '../../src/files/source-file.ts';
import { type FontBook, openFontBook } from '../../src/fonts/book.ts';
import { findLanguage } from '../../src/language/language.ts';
import { brandFor } from '../../src/project/brand.ts';
import { loadProject } from '../../src/project/project.ts';
import { parseDrawing } from '../../src/svg/parse-drawing.ts';
import { applyTemplate, loadTemplates } from '../../src/template/apply.ts';
import { ParagraphMemory } from '../../src/text/paragraph-cache.ts';
import type { Page } from '../../src/typeset/page-item.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { ROOT } from './make.ts';

/** A style sheet with round numbers: 10 pt type on 20 pt lines, no space between blocks. */
export const PLAIN_STYLES = `
document: { font: sans, size: 10, lineHeight: 2 }
body: {}
lead: {}
title: { size: 20, lineHeight: 1.5 }
h2: { weight: bold, keepWithNext: true }
h3: { weight: bold, keepWithNext: true }
h4: {}
h5: {}
h6: {}
list: { padding: [0, 0, 0, 14], gap: 5, spacing: 2.5 }
marker: {}
quote: { padding: [0, 0, 0, 10], barColor: accent, barWidth: 2 }
code: { font: mono }
code-block: { font: mono, padding: [5, 5, 5, 5], fill: tint }
table: { padding: [0, 4, 0, 4], lines: horizontal, lineColor: muted, lineWidth: 0.35, edgeWidth: 0.75 }
table-header: { weight: bold }
figure: { gap: 10, spacing: 10 }
caption: {}
term: {}
definition: { margin: [0, 0, 0, 16] }
rule: { color: muted }
link: {}
footnote: { padding: [0, 0, 0, 12], gap: 4, spacing: 2 }
footnote-rule: { lineWidth: 0.4, width: 33%, margin: [8, 0, 5, 0] }
columns: { gap: 12 }
panel: { barWidth: 3 }
toc: { padding: [0, 0, 0, 14], gap: 10, spacing: 3 }
indented: { indent: 30 }
`;

export interface LaidLine {
  readonly page: number;
  readonly text: string;
  /** Left and right edge and top, pt, rounded. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly artifact: boolean;
}

export interface Laid {
  readonly lines: readonly LaidLine[];
  readonly pages: readonly Page[];
  readonly scale: number;
  readonly fits: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly report: Report;
}

/** Files that a test pretends to have: pixels of bitmaps, text of drawings. */
export type Pictures = Readonly<Record<string, readonly [width: number, height: number] | string>>;

export interface Composed {
  readonly composition: Composition;
  readonly fonts: FontBook;
  readonly report: Report;
}

/** A document of a template and Markdown in a language, without touching the disk for either. */
export function composed(
  lang: string,
  template: string,
  body = 'Text.',
  fields = '',
  files: Pictures = {},
  sheet = PLAIN_STYLES,
): Composed {
  const report = new Report();
  const project = loadProject(ROOT, report)!;
  const door = new ProjectFiles(ROOT);
  const source = `---
title: Test
date: 2024-04-16
${fields}---

${body}
`;
  const edition = parseEdition({ file: `content/test/${lang}.md`, slug: 'test', lang, source }, report);
  if (!edition) throw new Error(JSON.stringify(report.diagnostics));
  const language = findLanguage(lang)!;
  const root = {
    shown: 'templates',
    list: (folder: string) => (folder === '' ? ['test.hbs'] : []),
    read: (path: string) => (path === 'test.hbs' ? template : undefined),
  };
  const { templates, strings } = loadTemplates([root]);
  const markup = applyTemplate(
    { edition, kind: 'test', templates, strings, brand: { name: 'Test', shortName: 'Test' }, language },
    report,
  );
  if (!markup) throw new Error(JSON.stringify(report.diagnostics));
  const styles = readStyleSheet([new ReadFile('styles.yaml', Buffer.from(sheet))], report);
  const pictures = new Map(Object.entries(files).map(([path, file]) => [path, pictureOf(path, file)]));
  const brand = brandFor(project.brand, lang);
  return {
    composition: compose({ markup, edition, language, brand, styles, pictures }, report),
    fonts: openFontBook({ files: door, folders: project.fontFolders }, report),
    report,
  };
}

function pictureOf(id: string, file: Pictures[string]): Picture {
  return typeof file === 'string'
    ? { type: 'drawing', drawing: drawingOf(id, file) }
    : { type: 'bitmap', id, width: file[0], height: file[1] };
}

function drawingOf(path: string, text: string): Drawing {
  const report = new Report();
  const drawing = parseDrawing({ path, text }, report, () => undefined);
  if (!drawing) throw new Error(JSON.stringify(report.diagnostics));
  return drawing;
}

/** Lays out a template over Markdown in a language. */
export function layOut(
  lang: string,
  template: string,
  body?: string,
  fields?: string,
  files?: Pictures,
  sheet?: string,
): Laid {
  const { composition, fonts, report } = composed(lang, template, body, fields, files, sheet);
  const laid = typeset(composition, { fonts, paragraphs: new ParagraphMemory(fonts), onParagraph: () => {} });
  return { ...laid, report, lines: laid.pages.flatMap((page, index) => linesOf(page, index + 1)) };
}

function linesOf(page: Page, number: number): LaidLine[] {
  return page.items
    .filter((item) => item.type === 'line')
    .map(({ line, x, y, tag }) => ({
      page: number,
      text: line.paragraph.text.slice(line.start, line.end),
      left: Math.round(x),
      right: Math.round(x + line.width),
      top: Math.round(y),
      artifact: typeof tag === 'string',
    }));
}
