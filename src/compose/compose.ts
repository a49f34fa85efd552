/**
 * Composition: a markup tree, an edition and a brand become a document definition with every style resolved and the tag
 * tree beside it – as often as typesetting asks for another fit, from the same data and without touching a disk.
 */
import type { Edition } from '../content/edition.ts';
import { plainText } from '../content/plain-text.ts';
import { Report } from '../diagnostics/diagnostic.ts';
import type { Metadata } from '../document/metadata.ts';
import type { Composition, DocumentDefinition, Fitting } from '../document/nodes.ts';
import { structureElement } from '../document/tags.ts';
import type { Language } from '../language/language.ts';
import type { LanguageBrand } from '../project/brand.ts';
import type { MarkupNode, MarkupTree } from '../template/markup/markup-tree.ts';
import { headingIds } from './builders/contents.ts';
import { noteSeparator } from './builders/note.ts';
import { CalledNotes } from './called-notes.ts';
import type { Environment } from './environment.ts';
import { flowNodes } from './from-markup/markup-flow.ts';
import { checkHeadings } from './headings.ts';
import { type NoteWords, noteWords } from './note-words.ts';
import { flowOf, marginalsOf, pageOf } from './page.ts';
import type { PictureTable } from './pictures.ts';
import { inside, outermost, type Scope } from './scope.ts';
import { styled } from './styled.ts';
import type { StyleSheet } from './styles.ts';

export interface ComposeInput {
  readonly markup: MarkupTree;
  readonly edition: Edition;
  readonly language: Language;
  readonly brand: LanguageBrand;
  readonly styles: StyleSheet;
  /** The pictures that `wantedPictures` names. */
  readonly pictures: PictureTable;
}

/** As designed: full size, and nothing known yet of its pages. */
const AS_DESIGNED: Fitting = { scale: 1, growUnit: 0 };

/** How small `fit="page"` makes the type where a template does not say. */
const MIN_SCALE = 0.75;

/**
 * Composes a document. Whatever is wrong with it – unknown styles, colours or languages, headings that skip a level – is
 * in `report` when this returns; the fits it makes afterwards report nothing.
 */
export function compose(input: ComposeInput, report: Report): Composition {
  const words = noteWords(input.edition);
  const designed = fitted(input, words, AS_DESIGNED, report);
  // Headers and footers are made page by page: what is wrong with them shows on a first page and on another.
  for (const part of [designed.header, designed.footer, designed.background])
    for (const page of [1, 2]) part?.(page, 2);
  return {
    fit(fitting) {
      const { scale, growUnit, pageOf } = fitting;
      if (scale === 1 && growUnit === 0 && !pageOf) return designed;
      return fitted(input, words, fitting, new Report());
    },
  };
}

function fitted(input: ComposeInput, words: NoteWords, fitting: Fitting, report: Report): DocumentDefinition {
  const { markup, edition, language, brand } = input;
  const { attributes, children, span } = markup.root;
  const { pageSize, pageMargins } = pageOf(attributes);
  const flow = flowOf(children);
  const notes = new CalledNotes();
  let tables = 0;
  const environment: Environment = {
    edition,
    language,
    styles: input.styles,
    colors: brand.colors,
    ...(brand.logo && { logo: brand.logo }),
    report,
    fitting,
    pictures: input.pictures,
    paperWidth: pageSize.width,
    textWidth: pageSize.width - pageMargins.left - pageMargins.right,
    headings: headingIds(edition.body),
    noteWords: words,
    nextTable: () => ++tables,
    ...(!holds(flow, (node) => node.type === 'blocks' && node.of === 'footnotes') && {
      callNote: (index: number, { parent }: Scope) => notes.call(index, inside(outer, parent)),
    }),
  };
  const outer = outermost(environment);
  const structure = structureElement('Document', undefined, { lang: language.tag, dir: language.dir });
  const { scope } = styled(outer, {
    kind: 'document',
    combine: 'replace',
    span,
    ...styleOf(attributes.style),
  });
  const content = { stack: flowNodes(flow, inside(scope, structure)) };
  checkHeadings(structure, report);
  return {
    pageSize,
    pageMargins,
    language,
    dir: language.dir,
    content,
    ...marginalsOf(children, scope),
    metadata: metadataOf(edition, brand),
    structure,
    notes: notes.nodes,
    noteSeparator: noteSeparator(outer),
    ...(attributes.fit === 'page' && { fit: { minScale: attributes['min-scale'] ?? MIN_SCALE } }),
    listsPages: holds(flow, (node) => node.type === 'element' && node.name === 'toc'),
    growShares: sharesIn(flow),
  };
}

function styleOf(style: string | readonly string[] | undefined): { styles?: string | readonly string[] } {
  return style === undefined ? {} : { styles: style };
}

function metadataOf({ inline, frontMatter, discreet }: Edition, brand: LanguageBrand): Metadata {
  return {
    title: discreet?.title || plainText(inline.get('title') ?? []) || frontMatter.title,
    author: brand.organisation.name,
    subject: discreet?.summary ?? (plainText(inline.get('summary') ?? []) || (frontMatter.summary ?? '')),
    keywords: frontMatter.keywords,
    date: frontMatter.date,
  };
}

/** Whether a node of these, or one inside them, is of some kind. */
function holds(nodes: readonly MarkupNode[], test: (node: MarkupNode) => boolean): boolean {
  return nodes.some((node) => test(node) || (node.type === 'element' && holds(node.children, test)));
}

/** Sum of the shares of `<spacer grow>`. */
function sharesIn(nodes: readonly MarkupNode[]): number {
  return nodes.reduce((sum, node) => {
    if (node.type !== 'element') return sum;
    return sum + (node.name === 'spacer' ? (node.attributes.grow ?? 0) : sharesIn(node.children));
  }, 0);
}
