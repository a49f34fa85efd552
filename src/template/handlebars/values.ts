/**
 * The values that templates handle besides plain data: Markdown text, Markdown blocks, and finished markup.
 * Each keeps what it holds in private fields, so that no template path can reach into it.
 */
import type { Block, Inline } from '../../content/edition.ts';

/** A text written in Markdown. `{{title}}` prints it plain; `{{inline title}}` keeps its links and emphasis. */
export class TextValue {
  readonly #plain: string;
  readonly #inline: readonly Inline[];

  constructor(inline: readonly Inline[]) {
    this.#inline = inline;
    this.#plain = cleanText(plainText(inline)).trim();
  }

  get inline(): readonly Inline[] {
    return this.#inline;
  }

  toString(): string {
    return this.#plain;
  }
}

/** Markdown blocks for `{{{body}}}` and `{{{footnotes}}}`. */
export class BlocksValue {
  readonly #of: 'body' | 'footnotes';
  readonly #blocks: readonly Block[];

  constructor(of: 'body' | 'footnotes', blocks: readonly Block[]) {
    this.#of = of;
    this.#blocks = blocks;
  }

  get of(): 'body' | 'footnotes' {
    return this.#of;
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }
}

/** Markup that a helper made; Handlebars prints what `toHTML` returns without escaping it again. */
export class Markup {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toHTML(): string {
    return this.#markup;
  }
}

/** The words of an inline tree without their formatting; a line break becomes a space. */
export function plainText(nodes: readonly Inline[]): string {
  let text = '';
  for (const node of nodes) {
    if (node.type === 'text' || node.type === 'code') text += node.text;
    else if (node.type === 'break') text += ' ';
    else if (node.type === 'image') text += node.image.alt;
    else if ('children' in node) text += plainText(node.children);
  }
  return text;
}

/** Takes out the control characters that XML 1.0 does not allow; two of them mark places in rendered markup. */
export function cleanText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for layout markup, inside an element or a double-quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}
