/**
 * Composition: a layout tree, an edition and a brand become a pdfmake document definition with every style resolved
 * and the tag tree beside it.
 */
import type { Edition } from '../content/edition.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { DocumentDefinition, Fitting, Node } from '../document/nodes.ts';
import { structureElement } from '../document/tags.ts';
import type { Language } from '../language/language.ts';
import type { LanguageBrand } from '../project/brand.ts';
import type { Layout, LayoutElement, LayoutNode } from '../template/markup/markup-tree.ts';
import { headingIds } from './builders/contents.ts';
import { noteNode } from './from-markdown/blocks.ts';
import { plainText } from './from-markdown/inline.ts';
import { flowNodes } from './from-markup/elements.ts';
import { checkHeadings } from './headings.ts';
import { type Composition, type PictureSource, rulesOf, type Scope, within } from './scope.ts';
import type { StyleSheet } from './styles.ts';

export interface ComposeInput {
  readonly layout: Layout;
  readonly edition: Edition;
  readonly language: Language;
  readonly brand: LanguageBrand;
  readonly styles: StyleSheet;
  readonly pictures: PictureSource;
}

/** ISO 216 and North American sheets, pt. */
const PAGE_SIZES: Readonly<Record<string, readonly [number, number]>> = {
  A3: [841.89, 1190.55],
  A4: [595.28, 841.89],
  A5: [419.53, 595.28],
  A6: [297.64, 419.53],
  Letter: [612, 792],
  Legal: [612, 1008],
};

/** Composes a document. Called again with another fitting when a page must be filled or fitted. */
export function compose(input: ComposeInput, fitting: Fitting, report: Report): DocumentDefinition {
  const { layout, edition, language, brand } = input;
  const { attributes, children, span } = layout.root;
  const composition: Composition = {
    edition,
    language,
    styles: input.styles,
    colors: brand.colors,
    ...(brand.logo && { logo: brand.logo }),
    report,
    fitting,
    pictures: input.pictures,
    growShares: 0,
    headings: headingIds(edition.body),
    listsPages: false,
  };
  const structure = structureElement('Document', undefined, { lang: language.tag, dir: language.dir });
  const notes = new Map<number, Node>();
  if (!printsFootnotes(layout.root.children))
    composition.composeNote = (index, scope) => {
      const note = edition.footnotes[index];
      if (note && !notes.has(index))
        notes.set(index, noteNode(note, index, { ...base, ...(scope.parent && { parent: scope.parent }) }));
    };
  const base: Scope = {
    composition,
    language,
    dir: language.dir,
    font: 'serif',
    size: 10.5 * fitting.scale,
    lineHeight: 1.45,
    bold: false,
    italic: false,
    color: brand.colors.ink,
    align: 'start',
    underline: false,
    tracking: 0,
    indent: 0,
    hyphenate: false,
    balance: false,
  };
  const scope = within(
    base,
    rulesOf(base, (attributes.style as string | undefined) ?? 'document', span),
    span,
  );
  const elements = children.filter((child): child is LayoutElement => child.type === 'element');
  const pagePart = (name: 'header' | 'footer' | 'background') => {
    const parts = elements.filter((element) => element.name === name);
    if (parts.length === 0) return undefined;
    return (page: number, pages = 0): Node | undefined => {
      const shown = parts.filter(({ attributes: a }) =>
        a.pages === 'first' ? page === 1 : a.pages === 'rest' ? page > 1 : true,
      );
      if (shown.length === 0) return undefined;
      return {
        stack: shown.map((part) => marginalNode(part, { ...scope, page: { number: page, count: pages } })),
      };
    };
  };
  const flow = children.filter(
    (child) => child.type !== 'element' || !['header', 'footer', 'background'].includes(child.name),
  );
  const content = { stack: flowNodes(flow, { ...scope, parent: structure }) };
  checkHeadings(structure, report);
  const [top = 0, end = 0, bottom = 0, start = 0] = attributes.margin as readonly number[];
  const [width, height] = PAGE_SIZES[String(attributes['page-size'] ?? 'A4')]!;
  const landscape = attributes.orientation === 'landscape';
  const [header, footer, background] = [pagePart('header'), pagePart('footer'), pagePart('background')];
  return {
    pageSize: landscape ? { width: height, height: width } : { width, height },
    pageMargins: { left: start, top, right: end, bottom },
    language,
    dir: language.dir,
    content,
    ...(header && { header }),
    ...(footer && { footer }),
    ...(background && { background }),
    metadata: {
      title: plainText(edition.inline.get('title') ?? []) || edition.frontMatter.title,
      author: brand.organisation.name,
      subject: plainText(edition.inline.get('summary') ?? []) || (edition.frontMatter.summary ?? ''),
      keywords: edition.frontMatter.keywords,
      date: edition.frontMatter.date,
    },
    structure,
    notes,
    ...(attributes.fit === 'page' && {
      fit: { minScale: (attributes['min-scale'] as number | undefined) ?? 0.75 },
    }),
    listsPages: composition.listsPages,
    growShares: composition.growShares,
  };
}

/** Whether the template has a place of its own for footnotes. */
function printsFootnotes(nodes: readonly LayoutNode[]): boolean {
  return nodes.some((node) =>
    node.type === 'blocks'
      ? node.of === 'footnotes'
      : node.type === 'element' && printsFootnotes(node.children),
  );
}

/** A header, footer or background: outside the tag tree. */
function marginalNode(part: LayoutElement, scope: Scope): Node {
  const [top = 0, end = 0, bottom = 0, start = 0] =
    (part.attributes.margin as readonly number[] | undefined) ?? [];
  return { stack: flowNodes(part.children, scope), margin: [start, top, end, bottom] };
}
