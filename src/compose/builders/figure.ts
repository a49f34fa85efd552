/**
 * Figures: pictures alone or side by side, each with its caption below it. Beside each other they share the column: as
 * wide as their author says, or else so that they are equally high.
 */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { Node, StackNode } from '../../document/nodes.ts';
import { elementIn, structureElement } from '../../document/tags.ts';
import { named } from '../destinations.ts';
import { inside, lengthIn, rulesOf, type Scope, within } from '../scope.ts';
import { frameOf, type Own, type Styled } from '../styled.ts';
import { paragraph } from './paragraph.ts';
import { columnWidths, fillRows } from './picture-widths.ts';
import { pictureNode } from './pictures.ts';
import type { InlineContent } from './spans.ts';

export interface FigureInput {
  readonly path: string;
  readonly alt: string;
  /** pt, or a percentage of the column. */
  readonly width?: number | string;
  readonly caption?: InlineContent;
  /** Where it leads; `contents` says so in words. */
  readonly link?: { readonly href: string; readonly contents: string };
  /** The look of this picture alone, where it has one. */
  readonly styled?: (outer: Scope) => Styled;
  /** Its name, for links. */
  readonly id?: string;
  readonly span: SourceSpan;
}

/** Rows of pictures; a picture stays on the page of its caption, and a row together. */
export function figure(styled: Styled, rows: readonly (readonly FigureInput[])[], own?: Own): Node[] {
  const { scope } = styled;
  const nodes = pictureRowNodes(styled, rows, scope.environment.textWidth);
  const [only, ...more] = nodes;
  if (!only) return [];
  const frame = frameOf(styled, { unbreakable: more.length === 0, ...own });
  // A picture alone needs no box around the one that holds its caption.
  if (more.length === 0 && 'stack' in only && !only.margin) return [{ ...only, ...frame }];
  return [{ stack: withSpace(nodes, lengthIn(scope, styled.rule.spacing)), ...frame }];
}

/** The rows of pictures in a cell, about `column` pt wide: by its pixels alone none makes it wider than that. */
export function cellPictures(
  styled: Styled,
  rows: readonly (readonly FigureInput[])[],
  column: number,
): Node[] {
  return pictureRowNodes(styled, rows, column, column);
}

/** The rows of pictures, one under another, in a column of about `column` pt. */
function pictureRowNodes(
  { scope, rule }: Styled,
  rows: readonly (readonly FigureInput[])[],
  column: number,
  naturalLimit?: number,
): Node[] {
  const gap = lengthIn(scope, rule.gap);
  const { pictures } = scope.environment;
  const known = rows.map((row) => row.filter(({ path }) => pictures.has(path)));
  return known
    .flatMap((row) => fillRows(row, column, gap))
    .map((row): Node => {
      const [only] = row;
      if (only && row.length === 1) return pictureWithCaption(scope, only, only.width, naturalLimit);
      const widths = columnWidths(row, pictures, column, gap);
      const columns = row.map((picture, index) => ({
        // In a column of its own a picture whose width was said fills that.
        ...pictureWithCaption(scope, picture, picture.width === undefined ? undefined : '100%'),
        width: widths[index]!,
      }));
      return { columns, columnGap: gap, unbreakable: true };
    });
}

function withSpace(nodes: readonly Node[], spacing: number): Node[] {
  return nodes.map((node, index) =>
    index < nodes.length - 1 ? { ...node, margin: [0, 0, 0, spacing] as const } : node,
  );
}

function pictureWithCaption(
  outer: Scope,
  { path, alt, caption, link, styled: own, id, span }: FigureInput,
  width: number | string | undefined,
  naturalLimit?: number,
): StackNode {
  const scope = own?.(outer).scope ?? outer;
  // A link is part of a paragraph (ISO 32000-1 14.8.4.4.2), and what it leads from is the whole picture.
  const paragraphElement = link && elementIn(scope, 'P');
  const around = inside(scope, paragraphElement && structureElement('Link', paragraphElement, { link }));
  const picture = pictureNode(around, path, {
    alt,
    align: scope.align,
    span,
    ...(width !== undefined && { width }),
    ...(naturalLimit && { naturalLimit }),
  });
  if (!picture) return { stack: [] };
  const node: Node = named({ ...picture, source: span }, id);
  const text =
    caption && captionNode(inside(around, picture.owner), caption, picture.owner !== undefined, span);
  return { stack: text ? [node, text] : [node] };
}

/** A caption belongs to its figure; of a picture that only decorates it is a paragraph. */
function captionNode(outer: Scope, content: InlineContent, ofFigure: boolean, span: SourceSpan): Node {
  const rule = rulesOf(outer, 'caption', span);
  const styled: Styled = { outer, scope: within(outer, rule), rule, source: span };
  return paragraph(styled, ofFigure ? 'Caption' : 'P', content);
}
