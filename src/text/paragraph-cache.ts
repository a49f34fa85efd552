/**
 * Remembers prepared paragraphs, so that rebuilding after an edit prepares only what changed. A paragraph does not
 * know where its text stands in a file, so one that moved down a line is still the same.
 */

import type { ParagraphStyle, TextSpan } from '../document/style.ts';
import type { FontBook } from '../fonts/book.ts';
import { type Paragraph, prepareParagraph } from './paragraph.ts';

/** Code units of text remembered for each font book before the oldest paragraphs are forgotten. */
const CAPACITY = 150_000;

interface Memory {
  readonly paragraphs: Map<string, Paragraph>;
  size: number;
}

const memories = new WeakMap<FontBook, Memory>();

/** `prepareParagraph`, once for the same words in the same look. */
export function prepareOnce(spans: readonly TextSpan[], style: ParagraphStyle, fonts: FontBook): Paragraph {
  let memory = memories.get(fonts);
  if (!memory) {
    memory = { paragraphs: new Map(), size: 0 };
    memories.set(fonts, memory);
  }
  const key = JSON.stringify([spans, style], keyPart);
  const known = memory.paragraphs.get(key);
  if (known) return known;
  const paragraph = prepareParagraph(spans, style, fonts);
  // What is wrong with a paragraph is told with its place, which may change.
  if (paragraph.missing.length > 0) return paragraph;
  memory.paragraphs.set(key, paragraph);
  memory.size += paragraph.text.length;
  for (const [oldest, { text }] of memory.paragraphs) {
    if (memory.size <= CAPACITY) break;
    memory.paragraphs.delete(oldest);
    memory.size -= text.length;
  }
  return paragraph;
}

/** Places in files do not count, and a language is known by its tag. */
function keyPart(name: string, value: unknown): unknown {
  if (name === 'source') return undefined;
  return name === 'language' ? (value as { tag: string } | undefined)?.tag : value;
}
