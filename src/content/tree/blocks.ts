/** Builds the block tree of a content file from markdown-it's tokens. */

import type { Token } from 'markdown-it';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import { mapLines, PositionMap } from '../../files/position-map.ts';
import type { Attributes, Block } from '../edition.ts';
import type { ParseEnv } from '../markdown/notes.ts';
import { pictureRows } from '../picture-rows.ts';
import { reportSlips } from '../slips/report-slips.ts';
import { BlockConditions } from './block-conditions.ts';
import { buildCode } from './code.ts';
import type { TreeContext } from './context.ts';
import { buildInlines, type InlineContent } from './inlines.ts';
import { buildDefinitionList, buildList } from './lists.ts';
import { reportHtmlBlock } from './raw-html.ts';
import { buildTable, checkWidths } from './tables.ts';
import { closing } from './tokens.ts';

/** Where the Markdown stands in its file. */
export interface BodySource {
  /** All lines of the file. */
  readonly lines: readonly string[];
  /** Index in `lines` of the first line of the Markdown. */
  readonly bodyLine: number;
  /** The Markdown: those lines joined. */
  readonly text: string;
}

type Attributed = Exclude<Block, { readonly type: 'rule' }>;

export class BlockBuilder {
  readonly context: TreeContext;
  readonly source: BodySource;
  readonly env: ParseEnv;
  /** Tokens of each footnote's definition, by label. */
  readonly definitions = new Map<string, readonly Token[]>();
  readonly #map: PositionMap;
  /** Attributes on a line of their own that stand further out than their paragraph, on their way to a block. */
  #floating: { readonly attributes: Attributes; readonly column: number } | undefined;
  #headingLevel = 1;

  constructor(context: TreeContext, source: BodySource, env: ParseEnv) {
    this.context = context;
    this.source = source;
    this.env = env;
    let offset = 0;
    const segments = source.text.split('\n').map((line, index) => {
      const segment = { offset, line: source.bodyLine + index + 1, column: 1 };
      offset += line.length + 1;
      return segment;
    });
    this.#map = new PositionMap(context.file, segments);
  }

  /** The blocks of a run of tokens. */
  build(tokens: readonly Token[]): readonly Block[] {
    const blocks: Block[] = [];
    const conditions = new BlockConditions(this);
    for (let index = 0; index < tokens.length; ) {
      const token = tokens[index]!;
      const end = token.nesting === 1 ? closing(tokens, index) : index;
      const inner = tokens.slice(index + 1, end);
      index = end + 1;
      if (conditions.take(token, inner)) continue;
      const block = this.#block(token, inner, blocks);
      if (!block) continue;
      const outer = this.#takeFloating(block);
      blocks.push(conditions.applied(outer ? withAttributes(block as Attributed, outer) : block));
    }
    conditions.finish();
    return blocks;
  }

  /** The place in the file of an offset in the Markdown. */
  spanAt(offset: number, length = 1): SourceSpan {
    return { file: this.context.file, ...this.#map.at(offset), length };
  }

  inlines(token: Token | undefined, map: PositionMap, paragraph = false): InlineContent {
    if (token) reportSlips(token.content, token.children ?? [], map, this.context.report, paragraph);
    return buildInlines(token?.children ?? [], token?.content ?? '', map, this.context);
  }

  /** The map of a token that was cut out of whole lines. */
  lineMap(token: Token, content = token.content): PositionMap {
    return mapLines(
      this.context.file,
      this.source.lines,
      this.source.bodyLine + (token.map?.[0] ?? 0),
      content,
    );
  }

  spanOf(token: Token): SourceSpan {
    const start = this.env.notes.starts.get(token);
    if (start !== undefined) return this.spanAt(start);
    return { file: this.context.file, line: this.source.bodyLine + (token.map?.[0] ?? 0) + 1, column: 1 };
  }

  #block(token: Token, inner: readonly Token[], before: Block[]): Block | undefined {
    const span = this.spanOf(token);
    switch (token.type) {
      case 'heading_open':
        return this.#heading(token, inner[0]!, span);
      case 'paragraph_open':
        return this.#paragraph(inner[0]!, before);
      case 'bullet_list_open':
      case 'ordered_list_open':
        return buildList(token, inner, span, this);
      case 'blockquote_open':
        return { type: 'quote', children: this.build(inner), attributes: {}, span };
      case 'dl_open':
        return buildDefinitionList(inner, span, this);
      case 'table_open':
        return buildTable(inner, span, this);
      case 'fence':
      case 'code_block':
        return buildCode(token, span, this);
      case 'hr':
        return { type: 'rule', span };
      case 'html_block':
        reportHtmlBlock(token.content, this.lineMap(token), this.context);
        return undefined;
      case 'footnote_reference_open': {
        const label = String(token.meta?.label);
        if (!this.definitions.has(label)) this.definitions.set(label, inner);
        return undefined;
      }
      default:
        return undefined;
    }
  }

  #heading(token: Token, inline: Token, span: SourceSpan): Block {
    const level = Number(token.tag.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6;
    const { report } = this.context;
    if (level === 1) {
      report.error('heading-skip', span, 'a heading of level 1 stands in the text', {
        hint: 'the title in the front matter is the only level 1; start with ##',
      });
    } else if (level > this.#headingLevel + 1) {
      const wanted = '#'.repeat(this.#headingLevel + 1);
      report.error(
        'heading-skip',
        span,
        `a heading of level ${level} follows one of level ${this.#headingLevel}`,
        {
          hint: `write ${wanted} instead of ${'#'.repeat(level)}`,
        },
      );
    }
    if (inline.content.trim() === '')
      report.warning('heading-empty', span, 'this heading has no words', {
        hint: 'take it out, or write them behind its signs',
      });
    this.#headingLevel = Math.max(level, 1);
    const { children, trailing } = this.inlines(inline, this.lineMap(inline));
    return { type: 'heading', level, children, attributes: trailing?.attributes ?? {}, span };
  }

  #paragraph(inline: Token, before: Block[]): Block | undefined {
    const map = this.lineMap(inline);
    const { children, trailing } = this.inlines(inline, map, true);
    const span = map.span(0, inline.content.length);
    let attributes = trailing?.attributes ?? {};
    if (trailing && children.length === 0) {
      this.#applyToPrevious(attributes, before, span);
      return undefined;
    }
    if (trailing?.ownLine && map.at(trailing.start).column < map.at(0).column) {
      this.#floating = { attributes, column: map.at(trailing.start).column };
      attributes = {};
    }
    // A comment alone leaves nothing to print.
    if (children.length === 0) return undefined;
    const rows = pictureRows(children);
    return rows
      ? { type: 'figure', rows, attributes, span }
      : { type: 'paragraph', children, attributes, span };
  }

  #applyToPrevious(attributes: Attributes, before: Block[], span: SourceSpan): void {
    const previous = before.at(-1);
    if (previous && previous.type !== 'rule') {
      checkWidths(attributes, previous, span, this.context.report);
      before[before.length - 1] = withAttributes(previous, attributes);
    } else {
      this.context.report.error('attribute-invalid', span, 'these attributes apply to nothing', {
        hint: 'put them below the list, table, quote or code they are for',
      });
    }
  }

  /** Takes the floating attributes when they start in the column of `block` or further in. */
  #takeFloating(block: Block): Attributes | undefined {
    const floating = this.#floating;
    if (!floating || block.type === 'rule' || floating.column < (block.span.column ?? 1)) return undefined;
    this.#floating = undefined;
    return floating.attributes;
  }
}

const withAttributes = (block: Attributed, attributes: Attributes): Block => ({
  ...block,
  attributes: { ...block.attributes, ...attributes },
});
