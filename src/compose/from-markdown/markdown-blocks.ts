/**
 * Markdown blocks to nodes: each block takes the style of its name in styles.yaml (`body`, `h2`, `quote`, `code-block` …)
 * and what builds it.
 */
import type { Attributes, Block, FigurePicture } from '../../content/edition.ts';
import { pictureRows } from '../../content/picture-rows.ts';
import { plainText } from '../../content/plain-text.ts';
import type { Node, StackNode } from '../../document/nodes.ts';
import { codeBlock, quotation } from '../builders/box.ts';
import { cellPictures, type FigureInput, figure } from '../builders/figure.ts';
import { definitionList, list } from '../builders/list.ts';
import { footnote } from '../builders/note.ts';
import { heading, paragraph, textIn } from '../builders/paragraph.ts';
import { ruleNode } from '../builders/rule.ts';
import { type RowInput, table } from '../builders/table.ts';
import { named } from '../destinations.ts';
import type { Scope } from '../scope.ts';
import { type Styled, styled } from '../styled.ts';
import { inlines, sayingOf } from './markdown-inlines.ts';

export function blockNodes(blocks: readonly Block[], scope: Scope): Node[] {
  return blocks.flatMap((block) => {
    const [first, ...rest] = blockNode(block, scope);
    return first ? [named(first, nameOf(block, scope)), ...rest] : [];
  });
}

/** What links to a block lead to: the name its author gave it; a heading has one in any case. */
function nameOf(block: Block, { environment }: Scope): string | undefined {
  const { id } = attributesOf(block);
  return id ?? environment.headings.get(block);
}

/** The attributes of a block; what is said of a picture alone is said of its figure. */
function attributesOf(block: Block): Attributes {
  if (block.type === 'rule') return {};
  if (block.type !== 'figure') return block.attributes;
  const [only, ...more] = block.rows.flat();
  return more.length === 0 ? { ...only?.image.attributes, ...block.attributes } : block.attributes;
}

/** A footnote of the edition, for the foot of a page or for a list of them. */
export function noteNode(index: number, scope: Scope): Node[] {
  const note = scope.environment.edition.footnotes[index];
  return note ? [footnote(scope, index, (inner) => blockNodes(note.children, inner), note.span)] : [];
}

/** All footnotes one under another, for a template that prints them itself. */
export function noteNodes(scope: Scope): Node[] {
  return scope.environment.edition.footnotes.flatMap((_, index) => noteNode(index, scope));
}

/** A block with the style of its kind, changed by the one its author gave it. */
function styledBlock(outer: Scope, kind: string, block: Block, dir?: 'ltr'): Styled {
  const { style, ...attributes } = attributesOf(block);
  const look = { ...(dir && { dir }), ...attributes, ...(style && { styles: style }) };
  return styled(outer, { ...look, kind, combine: 'add', span: block.span });
}

function blockNode(block: Block, outer: Scope): Node[] {
  switch (block.type) {
    case 'heading': {
      const styledHeading = styledBlock(outer, `h${block.level}`, block);
      const input = {
        level: block.level,
        title: plainText(block.children),
        source: block.span,
        content: inlines(block.children),
      };
      return [heading(styledHeading, input)];
    }
    case 'paragraph': {
      const body = styledBlock(outer, 'body', block);
      return [paragraph(body, 'P', inlines(block.children))];
    }
    case 'list': {
      const { ordered, start, tight, items } = block;
      const bodies = items.map(({ children }) => bodyOf(children));
      const input = { ordered, start, tight, items: bodies };
      return [list(styledBlock(outer, 'list', block), input)];
    }
    case 'definition-list': {
      const items = block.items.map(({ term, definitions }) => ({
        term: inlines(term),
        definitions: definitions.map((children) => (scope: Scope) => blockNodes(children, scope)),
      }));
      return [definitionList(styledBlock(outer, 'list', block), items)];
    }
    case 'quote': {
      const quote = styledBlock(outer, 'quote', block);
      const children = (scope: Scope) => blockNodes(block.children, scope);
      return [quotation(quote, children, block.span)];
    }
    case 'code': {
      const code = styledBlock(outer, 'code-block', block, 'ltr');
      return [codeBlock(code, block.text, block.span)];
    }
    case 'table':
      return tableNodes(block, outer);
    case 'figure': {
      const alone = block.rows.flat().length === 1;
      const rows = block.rows.map((row) => row.map((each) => figureInput(each, alone)));
      return figure(styledBlock(outer, 'figure', block), rows);
    }
    case 'rule':
      return [ruleNode(styledBlock(outer, 'rule', block), {})];
  }
}

/** A picture that stands for itself; one of several may have a look of its own. */
function figureInput({ image, link, span }: FigurePicture, alone: boolean): FigureInput {
  const { path, width, caption, attributes } = image;
  const { style, lang, dir, id }: Attributes = alone ? {} : attributes;
  const look = { ...(style && { styles: style }), ...(lang && { lang }), ...(dir && { dir }) };
  return {
    path,
    alt: sayingOf(image),
    span,
    styled: (outer) => styled(outer, { ...look, combine: 'add', span }),
    ...(width !== undefined && { width }),
    ...(caption.length > 0 && { caption: inlines(caption) }),
    ...(link && { link: { href: link.url, contents: link.title ?? image.alt } }),
    ...(id && { id }),
  };
}

const bodyOf =
  (children: readonly Block[]) =>
  (scope: Scope): StackNode => ({ stack: blockNodes(children, scope) });

function tableNodes(block: Extract<Block, { type: 'table' }>, outer: Scope): Node[] {
  const row = (cells: (typeof block)['header'], header: boolean): RowInput => ({
    header,
    cells: cells.map(({ children }, column) => ({
      content: (cell, element) => {
        const scope: Scope = { ...cell, align: block.align[column] ?? 'start' };
        const pictures = pictureRows(children)?.map((pictureRow) =>
          pictureRow.map((each) => figureInput(each, false)),
        );
        if (!pictures) return [textIn(scope, element, inlines(children))];
        const figures = styled(scope, { kind: 'figure', combine: 'add', span: block.span });
        const width = scope.environment.textWidth / block.header.length;
        return cellPictures(figures, pictures, width);
      },
    })),
  });
  const rows = [row(block.header, true), ...block.rows.map((cells) => row(cells, false))];
  const { widths } = block.attributes;
  const input = { rows, span: block.span, ...(widths && { widths }) };
  return table(styledBlock(outer, 'table', block), input);
}
