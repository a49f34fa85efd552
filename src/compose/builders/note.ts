/** Footnotes: at the foot of the page that calls them, or as a list where a template prints them itself. */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { Margin, Node, RuleNode } from '../../document/nodes.ts';
import { elementIn } from '../../document/tags.ts';
import { formatNumber } from '../../language/numerals.ts';
import { named } from '../destinations.ts';
import { callName, noteName } from '../note-words.ts';
import { inside, lengthIn, type Scope } from '../scope.ts';
import { frameOf, paddingOf, styled } from '../styled.ts';
import { endingFlush, noteMarker } from './list.ts';
import { ruleNode } from './rule.ts';

/** A footnote: its number hangs in front of its text, and its Note element is where links to it go. */
export function footnote(
  outer: Scope,
  index: number,
  content: (scope: Scope) => Node[],
  span: SourceSpan,
): Node {
  const note = styled(outer, { kind: 'footnote', combine: 'add', span });
  const { scope, rule } = note;
  const { noteWords: words } = scope.environment;
  const id = noteName(index);
  const element = elementIn(scope, 'Note', { id });
  const number = formatNumber(index + 1, scope.language);
  const back = { href: `#${callName(index)}`, contents: `${number} ↩ ${words.calledAfter(index)}`.trimEnd() };
  const marker = noteMarker(number, back, scope, element, ['footnote', 'marker']);
  const spacing = lengthIn(scope, rule.spacing);
  const blocks = content(inside(scope, element)).map((block): Node => {
    // Paragraphs of a note are set close.
    const margin: Margin | undefined = block.margin && [block.margin[0], 0, block.margin[2], spacing];
    return { ...block, ...(margin && { margin }) };
  });
  const node: Node = {
    stack: [{ stack: endingFlush(blocks) }],
    list: { markers: [marker], gap: lengthIn(scope, rule.gap), indent: paddingOf(rule, scope)[0] },
    ...frameOf(note),
  };
  return named(node, id);
}

/** The line between the text of a page and its footnotes, with the space above and below it. */
export function noteSeparator(scope: Scope): RuleNode {
  const span = { file: scope.environment.edition.file };
  return ruleNode(styled(scope, { kind: 'footnote-rule', combine: 'add', span }), {});
}
