/** Ways through the content tree. */
import type { Block, Inline } from './edition.ts';

/** The texts of some blocks, in reading order: each paragraph, heading, cell, term and caption, and each picture of a figure. */
export function* textsIn(blocks: readonly Block[]): Generator<readonly Inline[]> {
  for (const block of blocks) yield* textsOf(block);
}

/** Some blocks and all inside them, in reading order. */
export function* blocksIn(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'quote') yield* blocksIn(block.children);
    else if (block.type === 'list') for (const { children } of block.items) yield* blocksIn(children);
    else if (block.type === 'definition-list')
      for (const { definitions } of block.items)
        for (const children of definitions) yield* blocksIn(children);
  }
}

/** Every inline of some blocks, in reading order, parents before their children. */
export function* inlinesIn(blocks: readonly Block[]): Generator<Inline> {
  for (const text of textsIn(blocks)) yield* withInner(text);
}

/** These inlines and all inside them, in reading order. */
export function* withInner(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('children' in inline) yield* withInner(inline.children);
  }
}

function* textsOf(block: Block): Generator<readonly Inline[]> {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      yield block.children;
      return;
    case 'list':
      for (const { children } of block.items) yield* textsIn(children);
      return;
    case 'definition-list':
      for (const { term, definitions } of block.items) {
        yield term;
        for (const children of definitions) yield* textsIn(children);
      }
      return;
    case 'quote':
      yield* textsIn(block.children);
      return;
    case 'table':
      for (const row of [block.header, ...block.rows]) for (const { children } of row) yield children;
      return;
    case 'figure':
      for (const { image, span } of block.rows.flat()) {
        yield [{ type: 'image', image, span }];
        yield image.caption;
      }
      return;
    case 'code':
    case 'rule':
      return;
  }
}
