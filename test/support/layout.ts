/**
 * Lays out layout markup or Markdown and tells where things came to stand: what a reader of a test can check against a
 * drawing on paper.
 */
import { compose } from '../../src/compose/compose.ts';
import { readStyleSheet } from '../../src/compose/styles.ts';
import { parseEdition } from '../../src/content/parse.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { openFontBook } from '../../src/fonts/book.ts';
import { findLanguage } from '../../src/language/language.ts';
import { brandFor } from '../../src/project/brand.ts';
import { loadProject } from '../../src/project/project.ts';
import { applyTemplate, loadTemplates } from '../../src/template/apply.ts';
import type { PageLine } from '../../src/typeset/page-line.ts';
import type { Page } from '../../src/typeset/pdfmake.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { ROOT } from './make.ts';

/** A style sheet with round numbers: 10 pt type on 20 pt lines, no space between blocks. */
export const PLAIN_STYLES = `
document: { font: sans, size: 10, lineHeight: 2 }
body: {}
title: { size: 20, lineHeight: 1.5 }
h2: { weight: bold, keepWithNext: true }
h3: { weight: bold, keepWithNext: true }
h4: {}
h5: {}
h6: {}
list: {}
marker: {}
quote: { padding: [0, 0, 0, 10] }
code: { font: mono }
code-block: { font: mono, padding: [5, 5, 5, 5] }
table: { padding: [0, 4, 0, 4] }
table-header: { weight: bold }
figure: {}
caption: {}
term: {}
rule: {}
link: {}
footnote: {}
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
  readonly report: Report;
}

/** Lays out a template over Markdown in a language, without touching the disk for either. */
export function layOut(lang: string, template: string, body = 'Text.', fields = ''): Laid {
  const report = new Report();
  const project = loadProject(ROOT, report)!;
  const bytes = new TextEncoder().encode(`---\ntitle: Test\ndate: 2024-04-16\n${fields}---\n\n${body}\n`);
  const edition = parseEdition(
    { root: ROOT, file: `content/test/${lang}.md`, slug: 'test', lang, bytes },
    report,
  );
  if (!edition) throw new Error(JSON.stringify(report.diagnostics));
  const language = findLanguage(lang)!;
  const root = {
    shown: 'templates',
    list: (folder: string) => (folder === '' ? ['test.hbs'] : []),
    read: (path: string) => (path === 'test.hbs' ? template : undefined),
  };
  const { templates, strings } = loadTemplates([root]);
  const brand = { name: 'Test', shortName: 'Test' };
  const layout = applyTemplate({ edition, kind: 'test', templates, strings, brand, language }, report);
  if (!layout) throw new Error(JSON.stringify(report.diagnostics));
  const styles = readStyleSheet([{ file: 'styles.yaml', text: PLAIN_STYLES }], report);
  const pictures = { bitmap: () => undefined, svg: () => undefined };
  const laid = typeset(
    (fitting) =>
      compose(
        { layout, edition, language, brand: brandFor(project.brand, lang), styles, pictures },
        fitting,
        report,
      ),
    { fonts: openFontBook({ folders: project.fontFolders }), onParagraph: () => {} },
  );
  return { ...laid, report, lines: laid.pages.flatMap((page, index) => linesOf(page, index + 1)) };
}

function linesOf(page: Page, number: number): LaidLine[] {
  return page.items
    .filter(({ type }) => type === 'line')
    .map(({ item }) => {
      const line = item as unknown as PageLine;
      const { paragraph, start, end } = line.line;
      return {
        page: number,
        text: paragraph.text.slice(start, end),
        left: Math.round(line.x),
        right: Math.round(line.x + line.getWidth()),
        top: Math.round(line.y),
        artifact: line.owner === undefined,
      };
    });
}
