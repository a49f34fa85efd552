/** What small marks do to the text they follow: attributes in braces, and calls of footnotes. */
import type { Token } from 'markdown-it';
import type { PositionMap } from '../../files/position-map.ts';
import type { RawAttribute } from '../markdown/attributes.ts';
import { checkAttributes } from './checked-attributes.ts';
import type { TreeContext } from './context.ts';
import type { InlineFrame } from './inline-frame.ts';

/** Applies attributes to the element right before them; false when there is none. */
export function applyAttributes(
  token: Token,
  frame: InlineFrame,
  map: PositionMap,
  context: TreeContext,
): boolean {
  const [start, end] = token.map ?? [0, 0];
  const target = frame.elementBefore(start);
  if (!target || target.type === 'text' || target.type === 'break') return false;
  const { attributes } = checkAttributes(rawAttributes(token), map, start, context);
  if (target.type === 'span')
    frame.replaceLast({ ...target, attributes: { ...target.attributes, ...attributes } }, end);
  else frame.replaceLast({ type: 'span', attributes, children: [target], span: target.span }, end);
  return true;
}

/** Adds the reference a footnote call stands for, or reports why there is none (`footnote-unknown`). */
export function callFootnote(token: Token, frame: InlineFrame, map: PositionMap, context: TreeContext): void {
  const [start, end] = token.map ?? [0, 0];
  const span = map.span(start, end);
  const { footnotes, report } = context;
  const label = typeof token.meta?.label === 'string' ? token.meta.label : undefined;
  if (!footnotes) {
    report.error('footnote-unknown', span, 'front matter cannot call footnotes', {
      hint: 'move the footnote into the text, or add a reference',
    });
  } else if (token.type === 'footnote_unknown') {
    report.error('footnote-unknown', span, `the footnote [^${label}] is not defined`, {
      hint: `add a line “[^${label}]: …” at the end of the file`,
    });
  } else if (label !== undefined) {
    frame.add({ type: 'footnote-reference', index: footnotes.call(label), span }, end, map);
  } else {
    const { tokens, content } = token.meta as { tokens: readonly Token[]; content: string };
    const index = footnotes.callInline({ tokens, content, map: map.from(start + 2) });
    frame.add({ type: 'footnote-reference', index, span }, end, map);
  }
}

/** The attributes an `attributes` token carries. */
export const rawAttributes = (token: Token | undefined): readonly RawAttribute[] =>
  (token?.meta?.attributes as readonly RawAttribute[] | undefined) ?? [];
