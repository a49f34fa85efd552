/** Rules, drawings and empty space: what is on a page and says nothing. */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { CanvasNode, Node, RuleNode, Shape } from '../../document/nodes.ts';
import { colorAt } from '../environment.ts';
import { lengthIn } from '../scope.ts';
import { frameOf, type Own, type Styled } from '../styled.ts';

export interface RuleInput {
  readonly color?: string;
  /** pt. */
  readonly thickness?: number;
  /** pt. */
  readonly length?: number;
  readonly span?: SourceSpan;
}

/** A line across the column, or along a part of it; what the input leaves open is as the style says. */
export function ruleNode(styled: Styled, { color, thickness, length, span }: RuleInput, own?: Own): RuleNode {
  const { scope, rule } = styled;
  const share = typeof rule.width === 'string' && rule.width.endsWith('%') ? rule.width : undefined;
  const along = length ?? share ?? (rule.width === undefined ? undefined : lengthIn(scope, rule.width));
  return {
    rule: {
      color: color === undefined ? scope.color : colorAt(scope.environment, color, span),
      thickness: thickness ?? rule.lineWidth ?? 0.5,
      ...(along !== undefined && { length: along }),
    },
    ...frameOf(styled, own),
  };
}

/** Empty space, pt. */
export function space(height: number): Node {
  return { stack: [], margin: [0, height, 0, 0] };
}

/** Lines and boxes, in colours of the brand. */
export function drawing(styled: Styled, shapes: readonly Shape[], span: SourceSpan, own?: Own): CanvasNode {
  const { environment } = styled.scope;
  const canvas = shapes.map((shape) => ({ ...shape, color: colorAt(environment, shape.color, span) }));
  return { canvas, ...frameOf(styled, own) };
}
