/**
 * What the links between a footnote and its call say of where they lead, besides a number: a call says the first words of
 * the note, the note's own number the words before the call.
 */
import type { Edition, Inline } from '../content/edition.ts';
import { plainText } from '../content/plain-text.ts';
import { textsIn } from '../content/walk.ts';

/** Code units of text that are enough to know a place by. */
const MOST = 100;

export interface NoteWords {
  /** The first words of a note. */
  said(index: number): string;
  /** The words before the first call of a note. */
  calledAfter(index: number): string;
}

/** Where links to a footnote go. No author's own name has a full stop in it. */
export const noteName = (index: number): string => `note.${index + 1}`;

/** Where the number of a footnote leads back to: its first call. */
export const callName = (index: number): string => `call.${index + 1}`;

export function noteWords({ body, footnotes }: Pick<Edition, 'body' | 'footnotes'>): NoteWords {
  const before = new Map<number, string>();
  for (const blocks of [body, ...footnotes.map(({ children }) => children)])
    for (const text of textsIn(blocks)) gatherCalls(text, before);
  return {
    said(index) {
      let words = '';
      for (const text of textsIn(footnotes[index]?.children ?? [])) {
        words = `${words} ${plainText(text)}`.trim();
        if (words.length > MOST) break;
      }
      return beginning(words);
    },
    calledAfter: (index) => ending(before.get(index) ?? ''),
  };
}

/** Notes the end of the text before the first call of each footnote. */
function gatherCalls(text: readonly Inline[], before: Map<number, string>): void {
  let words = '';
  const visit = (inlines: readonly Inline[]) => {
    for (const inline of inlines) {
      if (inline.type === 'footnote-reference') {
        if (!before.has(inline.index)) before.set(inline.index, words);
      } else if ('children' in inline) visit(inline.children);
      else words = (words + plainText([inline])).slice(-2 * MOST);
    }
  };
  visit(text);
}

function beginning(words: string): string {
  const text = words.replace(/\s+/g, ' ').trim();
  if (text.length <= MOST) return text;
  return `${text.slice(0, Math.max(text.lastIndexOf(' ', MOST), MOST / 2)).trimEnd()} …`;
}

function ending(words: string): string {
  const text = words.replace(/\s+/g, ' ').trim();
  if (text.length <= MOST) return text;
  const cut = text.indexOf(' ', text.length - MOST);
  return `… ${text.slice(cut < 0 || cut > text.length - MOST / 2 ? text.length - MOST / 2 : cut).trimStart()}`;
}
