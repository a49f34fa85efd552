/** Where the words of the page come from in a language, and whether a native speaker has looked at them. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { ancestors, readingOrder } from '../../language/tag.ts';
import type { StringTable } from './words.ts';

export interface WordsProvenance {
  /** How many of the words of English the language has, itself or from what it inherits. */
  readonly own: number;
  readonly all: number;
  /** The tag of another language that its readers read and that gives what is lacking, if there is one. */
  readonly relative?: string;
  /** What the nearest file of words says of itself. */
  readonly source?: string;
  readonly reviewed: boolean;
}

/** Looks a language up in the words there are. `tag` must be canonical. */
export function wordsProvenance(strings: StringTable, tag: string, report: Report): WordsProvenance {
  const own = ancestors(tag);
  const wanted = strings.keys(['en'], report);
  const has = new Set(strings.keys(own, report));
  const relatives = readingOrder(tag).filter((candidate) => !own.includes(candidate));
  const relative = relatives.find((candidate) => strings.keys([candidate], report).length > 0);
  const source = strings.find(own, 'words.source', report)?.text;
  return {
    own: wanted.filter((key) => has.has(key)).length,
    all: wanted.length,
    ...(relative !== undefined && { relative }),
    ...(source !== undefined && { source }),
    reviewed: strings.find(own, 'words.reviewed', report)?.text === 'yes',
  };
}

/** In a few words: `own, not reviewed`, `11 of 16, then English`, `those of ur`. */
export function describeWords({ own, all, relative, reviewed }: WordsProvenance): string {
  const others = relative ?? 'en';
  if (own === 0) return `none, those of ${others}`;
  const review = reviewed ? 'reviewed' : 'not reviewed';
  return own === all ? `own, ${review}` : `${own} of ${all}, ${review}, then those of ${others}`;
}
