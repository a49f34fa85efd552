/**
 * The table of contents: the headings of the text with the pages they stand on, each a link. Pages are known only when
 * the document has been laid out, so it is composed once more with their numbers.
 */
import type { Block, Inline } from '../../content/edition.ts';
import type { ColumnsNode, Node, StackNode, TextNode } from '../../document/nodes.ts';
import { structureElement } from '../../document/tags.ts';
import { formatNumber } from '../../language/numerals.ts';
import { addInlines, plainText, SpanBuilder, textNode } from '../from-markdown/inline.ts';
import type { Scope } from '../scope.ts';

type Heading = Extract<Block, { type: 'heading' }>;

/** Where links to a heading go: the name its author gave it, or its place among the headings. */
export function headingIds(body: readonly Block[]): ReadonlyMap<Block, string> {
  const headings = body.filter((block): block is Heading => block.type === 'heading');
  return new Map(
    headings.map((heading, index) => [heading, heading.attributes.id ?? `heading-${index + 1}`]),
  );
}

/** The entries for headings down to level `depth`, under a TOC element. */
export function contentsNode(scope: Scope, depth: number): StackNode {
  const { edition, headings, fitting } = scope.composition;
  const toc = scope.parent && structureElement('TOC', scope.parent);
  const stack: Node[] = [];
  for (const [block, id] of headings) {
    if (block.type !== 'heading' || block.level > depth) continue;
    const entry = toc && structureElement('TOCI', toc);
    // A link in a heading leads elsewhere: of a heading the contents have the words alone.
    const title = entryNode(
      [{ type: 'text', text: plainText(block.children), span: block.span }],
      id,
      scope,
      entry,
    );
    const number = entryNode(
      [
        {
          type: 'text',
          text: formatNumber(fitting.pageOf?.get(id) ?? 0, scope.language),
          span: { file: edition.file },
        },
      ],
      id,
      { ...scope, align: 'end' },
      entry,
    );
    const row: ColumnsNode = {
      columns: [
        { ...title, width: '*' },
        { ...number, width: 'auto' },
      ],
      columnGap: scope.size,
      margin: [(block.level - 2) * scope.size * 1.4, 0, 0, scope.size * 0.3],
    };
    stack.push(row);
  }
  return { stack };
}

/** A link to a heading: Reference and Link in the tag tree (ISO 32000-1 14.8.4.3.2). */
function entryNode(inlines: readonly Inline[], id: string, scope: Scope, entry: Scope['parent']): TextNode {
  const reference = entry && structureElement('Reference', entry);
  const builder = new SpanBuilder(reference);
  const href = `#${id}`;
  const group = builder.group('Link', { link: { href, contents: plainText(inlines) } });
  addInlines(builder, inlines, scope, { group, link: href, isolate: 'auto' });
  return textNode(builder, scope, reference);
}
