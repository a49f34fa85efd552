/**
 * Remembers prepared paragraphs, so that rebuilding after an edit prepares only what changed. A paragraph does not
 * know where its text stands in a file, so one that moved down a line is still the same.
 */

import type { ParagraphStyle, TextSpan } from '../document/style.ts';
import { Trace } from '../files/trace.ts';
import type { FontBook } from '../fonts/book.ts';
import { type Paragraph, prepareParagraph } from './paragraph.ts';

/** Code units of text remembered before the oldest paragraphs are forgotten. */
const CAPACITY = 150_000;

/** Prepares paragraphs with the faces of one font book. */
export class ParagraphMemory {
  readonly fonts: FontBook;
  readonly #remembered = new Map<string, { readonly paragraph: Paragraph; readonly trace: Trace }>();
  /** Paragraphs of a document take few sets of faces, and to tell of one twice costs nothing. */
  readonly #traces: Trace[] = [];
  #size = 0;

  constructor(fonts: FontBook) {
    this.fonts = fonts;
  }

  /**
   * `prepareParagraph`, once for the same words in the same look. Whoever records what the font book does is told of
   * the font files each time.
   */
  prepare(spans: readonly TextSpan[], style: ParagraphStyle): Paragraph {
    const length = spans.reduce((sum, { text }) => sum + text.length, 0);
    // It would drive out all others, and itself.
    if (length > CAPACITY) return prepareParagraph(spans, style, this.fonts);
    const key = JSON.stringify([spans, style], keyPart);
    const before = this.#remembered.get(key);
    if (before) {
      this.fonts.note(before.trace);
      return before.paragraph;
    }
    const own = new Trace();
    const paragraph = this.fonts.recording(own, () => prepareParagraph(spans, style, this.fonts));
    // What is wrong with a paragraph is told with its place, which may change.
    if (paragraph.missing.length > 0) return paragraph;
    let trace = this.#traces.find((each) => each.equals(own));
    if (!trace) {
      trace = own;
      this.#traces.push(trace);
    }
    this.#remembered.set(key, { paragraph, trace });
    this.#size += paragraph.text.length;
    for (const [oldest, { paragraph: old }] of this.#remembered) {
      if (this.#size <= CAPACITY) break;
      this.#remembered.delete(oldest);
      this.#size -= old.text.length;
    }
    return paragraph;
  }
}

/** Places in files do not count, and a language is known by its tag. */
function keyPart(name: string, value: unknown): unknown {
  if (name === 'source' || name === 'written') return undefined;
  return name === 'language' ? (value as { tag: string } | undefined)?.tag : value;
}
