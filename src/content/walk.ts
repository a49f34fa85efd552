/** Ways through the content tree. */
import type { Block, Inline } from './edition.ts';

/** Every inline of some blocks, in reading order, parents before their children. */
export function* inlinesIn(blocks: readonly Block[]): Generator<Inline> {
  for (const block of blocks) yield* inlinesOf(block);
}

/** These inlines and all inside them, in reading order. */
export function* withInner(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('children' in inline) yield* withInner(inline.children);
  }
}

function* inlinesOf(block: Block): Generator<Inline> {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      yield* withInner(block.children);
      return;
    case 'list':
      for (const { children } of block.items) yield* inlinesIn(children);
      return;
    case 'definition-list':
      for (const { term, definitions } of block.items) {
        yield* withInner(term);
        for (const children of definitions) yield* inlinesIn(children);
      }
      return;
    case 'quote':
      yield* inlinesIn(block.children);
      return;
    case 'table':
      for (const row of [block.header, ...block.rows])
        for (const { children } of row) yield* withInner(children);
      return;
    case 'figure':
      for (const { image, span } of block.rows.flat()) {
        yield { type: 'image', image, span };
        yield* withInner(image.caption);
      }
      return;
    case 'code':
    case 'rule':
      return;
  }
}
