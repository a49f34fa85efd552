/** Marks the paragraphs, headings, terms and tables of a Markdown text with attributes, in the text itself. */
import type { Token } from 'markdown-it';
import { readAttributes } from './markdown/attributes.ts';
import { createEnv } from './markdown/notes.ts';
import { markdownParser } from './markdown/parser.ts';

/** The Markdown with `{mark}` at the end of each text; code and pictures have none to translate. */
export function markTexts(markdown: string, mark: string): string {
  // Merge fields of a letter, and what opens a condition, are nothing to translate.
  const tokens = markdownParser().parse(markdown, createEnv(undefined, true));
  const lines = markdown.split('\n');
  /** What comes below a line, by its index. */
  const below = new Map<number, string>();
  for (const [index, token] of tokens.entries()) {
    const parent = tokens[index - 1]?.type;
    if (token.type === 'table_open' && token.map) {
      const [start, end] = token.map;
      // A table is marked as a whole, on a line of its own below it.
      below.set(end - 1, `\n${/^[\s>]*/.exec(lines[start]!)![0]}{${mark}}`);
    } else if (token.type === 'inline' && token.map && /^(?:paragraph|heading|dt)_open$/.test(parent ?? '')) {
      if (!isText(token)) continue;
      const last = Math.max(token.map[0], token.map[1] - 1);
      lines[last] = markLine(lines[last]!, mark, parent === 'heading_open');
    }
  }
  return lines.map((line, index) => (below.has(index) ? `${line}\n${below.get(index)}` : line)).join('\n');
}

/** False for pictures and merge fields by themselves, and for attributes that belong to another block. */
function isText(token: Token): boolean {
  const children = token.children ?? [];
  return children.some(
    ({ type, content }) => type === 'code_inline' || (type.startsWith('text') && content.trim() !== ''),
  );
}

function markLine(line: string, mark: string, heading: boolean): string {
  const text = line.trimEnd();
  const brace = text.lastIndexOf('{');
  const written = brace > 0 && /[\s]/.test(text[brace - 1]!) ? readAttributes(text, brace) : undefined;
  if (written && brace + written.length === text.length) {
    if (written.attributes.some(({ name }) => name === 'lang')) return line;
    return `${text.slice(0, -1)} ${mark}}`;
  }
  const [, before = text, closing = ''] = (heading && /^(\s*#+\s.*?)(\s+#+)$/.exec(text)) || [];
  return `${before} {${mark}}${closing}`;
}
