/** Words of a text by Unicode and its dictionaries, and how one text differs from another word by word. */
import { diffWords, diffWordsWithSpace } from 'diff';
import { hasWords } from '../../language/locale.ts';
import { readingOrder } from '../../language/tag.ts';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(lang: string): Intl.Segmenter {
  let found = segmenters.get(lang);
  if (!found) {
    found = new Intl.Segmenter(readingOrder(lang).find(hasWords) ?? 'en', { granularity: 'word' });
    segmenters.set(lang, found);
  }
  return found;
}

/** The words of a text, without what stands between them. */
export function wordsIn(text: string, lang: string): readonly string[] {
  return [...segmenter(lang).segment(text)].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment] : [],
  );
}

export interface WordChange {
  readonly type: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words that came or went beyond which a text is another: finding out costs their square. */
const MOST_EDITS = 1000;

/** What became of the words of `before`; of the spaces, where no word has changed. */
export function wordDiff(before: string, after: string, lang: string): readonly WordChange[] {
  const options = { intlSegmenter: segmenter(lang), maxEditLength: MOST_EDITS };
  const words = diffWords(before, after, options);
  const isSame = before !== after && words?.every(({ added, removed }) => !added && !removed);
  const parts = isSame ? diffWordsWithSpace(before, after, options) : words;
  if (!parts)
    return [
      { type: 'removed', text: before },
      { type: 'added', text: after },
    ];
  return parts.map(({ value, added, removed }) => ({
    type: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** Words that are shown before and after a change. */
const CONTEXT = 6;

/** A word diff as `git diff --word-diff` writes it: `announced [-new-]{+secret+} plans`; what stays the same is cut short. */
export function renderWordDiff(changes: readonly WordChange[]): string {
  return changes
    .map(({ type, text }, index) => {
      if (type === 'removed') return `[-${text.trim()}-]${endSpace(text)}`;
      if (type === 'added') return `{+${text.trim()}+}${endSpace(text)}`;
      return shorten(text, index > 0, index < changes.length - 1);
    })
    .join('');
}

const endSpace = (text: string): string => (/\s$/.test(text) ? ' ' : '');

/** The words next to the changes on either side. */
function shorten(text: string, changedBefore: boolean, changedAfter: boolean): string {
  const words = text.split(/(?<=\s)(?=\S)/);
  if (words.length <= CONTEXT * 2) return text;
  const start = changedBefore ? words.slice(0, CONTEXT).join('').trimEnd() : '';
  const end = changedAfter ? words.slice(-CONTEXT).join('') : '';
  return `${start}${start === '' ? '' : ' '}…${end === '' ? '' : ' '}${end}`;
}
