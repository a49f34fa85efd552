/** Builds code blocks; attributes stand at the end of the line that opens a fence. */
import type { Token } from 'markdown-it';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import { PositionMap } from '../../files/position-map.ts';
import type { Block } from '../edition.ts';
import { readAttributes } from '../markdown/attributes.ts';
import type { BlockBuilder } from './blocks.ts';
import { checkAttributes } from './checked-attributes.ts';

export function buildCode(token: Token, span: SourceSpan, builder: BlockBuilder): Block {
  const text = token.content.replace(/\n$/, '');
  const info = token.info.trim();
  const brace = info.lastIndexOf('{');
  const read = brace >= 0 && info.endsWith('}') ? readAttributes(info, brace) : undefined;
  if (!read || brace + read.length !== info.length) return { type: 'code', text, info, attributes: {}, span };
  const line = builder.source.lines[(span.line ?? 1) - 1] ?? '';
  const map = new PositionMap(builder.context.file, [
    { offset: 0, line: span.line ?? 1, column: line.lastIndexOf(info) + 1 },
  ]);
  const { attributes } = checkAttributes(read.attributes, map, brace, builder.context);
  return { type: 'code', text, info: info.slice(0, brace).trim(), attributes, span };
}
