/**
 * Blocks of a letter that are printed for some recipients only: those between a paragraph that is nothing but `{{#if to.office}}`
 * and one that is nothing but `{{/if}}`, in the same list, quotation or text.
 */
import type { Token } from 'markdown-it';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { Block, Condition } from '../edition.ts';
import type { BlockBuilder } from './blocks.ts';
import { boundsOf, markOf } from './merge-marks.ts';

interface OpenCondition {
  condition: Condition;
  readonly span: SourceSpan;
}

export class BlockConditions {
  readonly #builder: BlockBuilder;
  readonly #open: OpenCondition[] = [];

  constructor(builder: BlockBuilder) {
    this.#builder = builder;
  }

  /** Whether a block is a mark of a condition, which is then taken in, or reported where it has no partner. */
  take(token: Token, inner: readonly Token[]): boolean {
    const inline = token.type === 'paragraph_open' ? inner[0] : undefined;
    const only = inline && loneMark(inline);
    const mark = only && markOf(only);
    if (!inline || !only || !mark || mark.kind === 'fault' || mark.kind === 'field') return false;
    const [start, end] = boundsOf(only);
    const span = this.#builder.lineMap(inline).span(start, end);
    if (mark.kind === 'if') this.#open.push({ condition: { field: mark.name, filled: true }, span });
    else this.#turn(mark.kind, span);
    return true;
  }

  /** A block, with what it is printed for. */
  applied(block: Block): Block {
    if (this.#open.length === 0) return block;
    return { ...block, when: this.#open.map(({ condition }) => condition) };
  }

  /** Reports conditions that nothing closes. */
  finish(): void {
    for (const { span } of this.#open)
      this.#fail(
        span,
        'this condition is not closed',
        'write {{/if}} on a line of its own, with an empty line above and below, in the same list or quotation',
      );
  }

  #turn(kind: 'else' | 'end', span: SourceSpan): void {
    const last = this.#open.at(-1);
    if (!last)
      this.#fail(
        span,
        'no {{#if}} stands before this',
        'write {{#if to.office}} on a line of its own, above what it is for',
      );
    else if (kind === 'end') this.#open.pop();
    else if (last.condition.filled) last.condition = { field: last.condition.field, filled: false };
    else this.#fail(span, '{{else}} stands there twice', 'keep one of the two');
  }

  #fail(span: SourceSpan, message: string, hint: string): void {
    this.#builder.context.report.error('merge-syntax', span, message, { hint });
  }
}

/** The mark that a paragraph is made of. */
function loneMark({ children }: Token): Token | undefined {
  const filled = (children ?? []).filter(({ type, content }) => type !== 'text' || content.trim() !== '');
  return filled.length === 1 && filled[0]!.type === 'merge' ? filled[0] : undefined;
}
