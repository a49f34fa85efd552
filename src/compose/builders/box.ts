/** Blocks one under another, side by side, and on a fill or beside a bar: quotations, code, panels, bands, columns. */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { Box, Margin, Node } from '../../document/nodes.ts';
import { elementIn } from '../../document/tags.ts';
import { colorAt } from '../environment.ts';
import { inside, lengthIn, type Scope } from '../scope.ts';
import { frameOf, type Own, paddingOf, type Styled, unstyled } from '../styled.ts';
import { endingFlush } from './list.ts';
import { paragraph } from './paragraph.ts';

/** Blocks one under another. */
export function stack(styled: Styled, children: Node[], own?: Own): Node {
  return { stack: children, ...frameOf(styled, own) };
}

export interface BoxInput {
  /** A colour of the brand, or `#rrggbb`, as all colours here. */
  readonly fill?: string;
  readonly barColor?: string;
  /** pt. */
  readonly barWidth?: number;
  /** [start, top, end, bottom] pt, where it is not the style's. */
  readonly padding?: Margin;
  readonly bleed?: Box['bleed'];
  readonly span: SourceSpan;
}

/** Blocks in a box; what the input leaves open is as the style says. */
export function box(styled: Styled, children: Node[], input: BoxInput, own?: Own): Node {
  const { scope, rule } = styled;
  const { environment } = scope;
  const fill = input.fill ?? rule.fill;
  const barColor = input.barColor ?? rule.barColor;
  const around: Box = {
    padding: input.padding ?? paddingOf(rule, scope),
    ...(fill && { fill: colorAt(environment, fill, input.span) }),
    ...(barColor && {
      bar: {
        color: colorAt(environment, barColor, input.span),
        width: input.barWidth ?? rule.barWidth ?? 0,
      },
    }),
    ...(input.bleed && { bleed: input.bleed }),
  };
  return { stack: children, box: around, ...frameOf(styled, own) };
}

/** A quotation: its blocks under a BlockQuote. */
export function quotation(
  styled: Styled,
  children: (scope: Scope) => Node[],
  span: SourceSpan,
  own?: Own,
): Node {
  const { scope } = styled;
  const blocks = children(inside(scope, elementIn(scope, 'BlockQuote')));
  return box(styled, endingFlush(blocks), { span }, own);
}

/** Lines of code, as they are; it is written from left to right in every language. */
export function codeBlock(styled: Styled, text: string, span: SourceSpan, own?: Own): Node {
  const { scope } = styled;
  const lines = text.split('\n').map(codeLine).join('\u2028');
  const code = paragraph(unstyled(scope, span), 'P', (spans, place) => spans.codeLines(lines, place, span));
  return box(styled, [code], { span }, own);
}

/** Columns between two tab stops, as in Markdown. */
const TAB = 4;

/**
 * A line of code that keeps its spaces: every other one, and a first one, does not break, so that none of a run is lost at
 * an edge of a line. An empty line holds one such space, which keeps it a line.
 */
function codeLine(line: string): string {
  let expanded = '';
  for (const [index, part] of line.split('\t').entries()) {
    if (index > 0) expanded += ' '.repeat(TAB - (expanded.length % TAB));
    expanded += part;
  }
  return expanded.replace(/^ /, '\u00a0').replace(/ {2}/g, '\u00a0 ') || '\u00a0';
}

export interface ColumnsInput {
  /** pt, where it is not the style's. */
  readonly gap?: number;
  readonly valign?: 'top' | 'middle' | 'bottom';
}

/** Blocks side by side. */
export function columns(styled: Styled, children: Node[], { gap, valign }: ColumnsInput, own?: Own): Node {
  const { scope, rule } = styled;
  const aligned =
    valign && valign !== 'top'
      ? children.map((child) => ({ ...child, verticalAlignment: valign }))
      : children;
  return { columns: aligned, columnGap: gap ?? lengthIn(scope, rule.gap), ...frameOf(styled, own) };
}
