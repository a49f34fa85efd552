/** Builds lists: with bullets, with numbers, and of terms with their definitions. */
import type { Token } from 'markdown-it';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { Block, Inline, ListItem } from '../edition.ts';
import type { BlockBuilder } from './blocks.ts';
import { wrapTrailing } from './inlines.ts';
import { closing } from './tokens.ts';

/** @param inner the tokens between those that open and close the list */
export function buildList(
  token: Token,
  inner: readonly Token[],
  span: SourceSpan,
  builder: BlockBuilder,
): Block {
  const items: ListItem[] = [];
  let tight = true;
  for (let index = 0; index < inner.length; ) {
    const end = closing(inner, index);
    const content = inner.slice(index + 1, end);
    const level = inner[index]!.level + 1;
    if (content.some((t) => t.type === 'paragraph_open' && t.level === level && !t.hidden)) tight = false;
    items.push({ children: builder.build(content), span: builder.spanOf(inner[index]!) });
    index = end + 1;
  }
  const start = Number(token.attrGet('start') ?? 1);
  return { type: 'list', ordered: token.tag === 'ol', start, tight, items, attributes: {}, span };
}

/** @param inner the tokens between `dl_open` and `dl_close` */
export function buildDefinitionList(inner: readonly Token[], span: SourceSpan, builder: BlockBuilder): Block {
  const items: { term: readonly Inline[]; definitions: (readonly Block[])[]; span: SourceSpan }[] = [];
  for (let index = 0; index < inner.length; ) {
    const end = closing(inner, index);
    const content = inner.slice(index + 1, end);
    if (inner[index]!.type === 'dt_open') {
      const inline = content[0]!;
      const map = builder.lineMap(inline);
      const term = wrapTrailing(builder.inlines(inline, map), inline.content, map);
      items.push({ term, definitions: [], span: map.span(0, inline.content.length) });
    } else items.at(-1)?.definitions.push(builder.build(content));
    index = end + 1;
  }
  return { type: 'definition-list', items, attributes: {}, span };
}
