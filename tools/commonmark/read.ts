/** Reads an example as the text of a document, as `bayan build` does, and composes it. */
import { openWorkspace } from '../../src/build/workspace.ts';
import { compose } from '../../src/compose/compose.ts';
import { type PictureTable, wantedPictures } from '../../src/compose/pictures.ts';
import type { Block, Edition } from '../../src/content/edition.ts';
import { parseMarkdown } from '../../src/content/markdown.ts';
import { parseEdition } from '../../src/content/parse.ts';
import { Anchors } from '../../src/content/tree/context.ts';
import { blocksIn } from '../../src/content/walk.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { packageRoot } from '../../src/files/package-root.ts';
import { Trace } from '../../src/files/trace.ts';
import { findLanguage } from '../../src/language/language.ts';
import { brandFor } from '../../src/project/brand.ts';
import { loadProject } from '../../src/project/project.ts';
import { applyTemplate, loadTemplates } from '../../src/template/apply.ts';
import type { MarkupTree } from '../../src/template/markup/markup-tree.ts';
import { actualOf } from './from-tags.ts';
import type { Piece } from './outline.ts';

export interface Reading {
  /** Codes of the errors for which the text is refused, each once, in the order of the alphabet. */
  readonly refused: readonly string[];
  /** Of a refused text too: all of it is read, to report all that is wrong with it. */
  readonly tree: readonly Piece[];
  /** What has no tag, in reading order: rules, and whether lists are tight. */
  readonly untagged: readonly string[];
}

const FILE = 'content/example/en.md';
/** With a summary, so that a text of which nothing is printed makes no empty document. */
const FRONT_MATTER = '---\ntitle: Title\nsummary: Summary.\ndate: 2024-04-16\n---\n';
const TEMPLATE = '<document margin="20mm"><title>{{title}}</title>{{{body}}}</document>';

/** A reader of examples. What their documents have in common – template, styles, brand – is read once. */
export function exampleReader(): (markdown: string) => Reading {
  const report = new Report();
  const project = loadProject(packageRoot(), report);
  const workspace = project && openWorkspace(project);
  const frame = parse('', report);
  if (!workspace || !frame) throw new Error(JSON.stringify(report.diagnostics));
  const { styles } = workspace.open(report, new Trace());
  const language = findLanguage('en')!;
  const brand = brandFor(workspace.project.brand, 'en');
  const markup = markupOf(frame);
  const { files } = workspace;

  function parse(text: string, own: Report): Edition | undefined {
    const source = `${FRONT_MATTER}${text}`;
    const reader = workspace && { files: workspace.files };
    return parseEdition({ ...reader, file: FILE, slug: 'example', lang: 'en', source }, own);
  }

  return (markdown) => {
    const own = new Report();
    const parsed = parse(markdown, own);
    const edition = parsed ?? { ...frame, ...contentOf(markdown) };
    const pictures = picturesOf(markup, edition);
    // An edition that is refused is not composed, and has nothing more to be told.
    const later = parsed ? own : new Report();
    const composition = compose({ markup, edition, language, brand, styles, pictures }, later);
    const errors = own.diagnostics.filter(({ severity }) => severity === 'error');
    return {
      refused: [...new Set(errors.map(({ code }) => code))].sort(),
      tree: actualOf(composition.fit({ scale: 1, growUnit: 0 })),
      untagged: [...blocksIn(edition.body)].flatMap(untaggedOf),
    };
  };

  /** The text of a refused edition. */
  function contentOf(text: string) {
    const context = { file: FILE, files, report: new Report(), images: new Map(), anchors: new Anchors() };
    return parseMarkdown({ lines: text.split('\n'), bodyLine: 0, text }, context);
  }
}

function untaggedOf(block: Block): readonly string[] {
  if (block.type === 'rule') return ['rule'];
  return block.type === 'list' ? [block.tight ? 'tight list' : 'loose list'] : [];
}

function markupOf(edition: Edition): MarkupTree {
  const report = new Report();
  const root = {
    shown: 'templates',
    list: (folder: string) => (folder === '' ? ['example.hbs'] : []),
    read: (path: string) => (path === 'example.hbs' ? TEMPLATE : undefined),
  };
  const { templates, strings } = loadTemplates([root]);
  const brand = { name: 'Bayan', shortName: 'Bayan' };
  const language = findLanguage('en')!;
  const markup = applyTemplate({ edition, kind: 'example', templates, strings, brand, language }, report);
  if (!markup) throw new Error(JSON.stringify(report.diagnostics));
  return markup;
}

/** A picture for each that is wanted, also where there is none: what is looked at is where it stands. */
function picturesOf(markup: MarkupTree, edition: Edition): PictureTable {
  const wanted = wantedPictures(markup, edition, undefined);
  return new Map(wanted.map(({ path }) => [path, { type: 'bitmap', id: path, width: 300, height: 200 }]));
}
