/** The characters of a text that are printed as they stand, markup taken away: where slips of the pen are looked for. */
import type { Token } from 'markdown-it';

/** Stands for every character that is markup, or was escaped on purpose. */
export const MARKUP = '\0';

export interface LiteralText {
  /** What the text was parsed from. */
  readonly content: string;
  /** As long as `content`: characters that are printed as they stand, and `MARKUP` for all others. */
  readonly literal: string;
}

/** @param tokens the children of the inline token that was parsed from `content` */
export function literalText(content: string, tokens: readonly Token[]): LiteralText {
  let literal = '';
  for (const { type, map, content: text } of tokens) {
    if (type !== 'text' || !map || map[0] < literal.length) continue;
    literal += gap(content, literal.length, map[0]) + text.slice(0, content.length - map[0]);
  }
  return { content, literal: literal + gap(content, literal.length, content.length) };
}

/** Markup from one place to another; line ends stay, for what stands at the start of lines. */
function gap(content: string, start: number, end: number): string {
  return content.slice(start, end).replace(/[^\n]/g, MARKUP);
}
