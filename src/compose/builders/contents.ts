/**
 * The table of contents: the headings of the text with the pages they stand on, each a link. Pages are known only when
 * the document has been laid out, so it is composed once more with their numbers.
 */
import type { Block } from '../../content/edition.ts';
import { plainText } from '../../content/plain-text.ts';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { Node, TextNode } from '../../document/nodes.ts';
import { structureElement } from '../../document/tags.ts';
import { formatNumber } from '../../language/numerals.ts';
import { lengthIn, type Scope } from '../scope.ts';
import { frameOf, type Own, paddingOf, type Styled } from '../styled.ts';
import { textIn } from './paragraph.ts';

type Heading = Extract<Block, { type: 'heading' }>;

/** Where links to a heading go: the name its author gave it, or its place among the headings, which no author can name. */
export function headingIds(body: readonly Block[]): ReadonlyMap<Block, string> {
  const headings = body.filter((block): block is Heading => block.type === 'heading');
  return new Map(
    headings.map((heading, index) => [heading, heading.attributes.id ?? `heading.${index + 1}`]),
  );
}

/**
 * The entries for headings down to level `depth`, under a TOC element. The style says how far each level is indented
 * (the padding at the start), how far the entries are apart, and how far the numbers are from them.
 */
export function contents(styled: Styled, depth: number, own?: Own): Node {
  const { scope, rule } = styled;
  const { edition, headings, fitting } = scope.environment;
  const toc = scope.parent && structureElement('TOC', scope.parent);
  const indent = paddingOf(rule, scope)[0];
  const stack: Node[] = [];
  for (const [block, id] of headings) {
    if (block.type !== 'heading' || block.level > depth) continue;
    const entry = toc && structureElement('TOCI', toc);
    // A link in a heading leads elsewhere: of a heading the contents have the words alone.
    const title = entryNode(plainText(block.children), id, block.span, scope, entry);
    const page = formatNumber(fitting.pageOf?.get(id) ?? 0, scope.language);
    const number = entryNode(page, id, { file: edition.file }, { ...scope, align: 'end' }, entry);
    stack.push({
      columns: [
        { ...title, width: '*' },
        { ...number, width: 'auto' },
      ],
      columnGap: lengthIn(scope, rule.gap),
      margin: [(block.level - 2) * indent, 0, 0, lengthIn(scope, rule.spacing)],
    });
  }
  return { stack, ...frameOf(styled, own) };
}

/** A link to a heading: Reference and Link in the tag tree (ISO 32000-1 14.8.4.3.2). */
function entryNode(
  text: string,
  id: string,
  source: SourceSpan,
  scope: Scope,
  entry: Scope['parent'],
): TextNode {
  const reference = entry && structureElement('Reference', entry);
  return textIn(scope, reference, (spans, place) =>
    spans.reference(`#${id}`, text, place, (inner, around) => inner.text(text, around, source)),
  );
}
