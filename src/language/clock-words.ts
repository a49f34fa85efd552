/** Words beside a time of day: which half of the day they mean, from CLDR and ./data/clock-words.ts. */
import { foldPhrase } from './counting.ts';
import { CLOCK_WORDS } from './data/clock-words.ts';
import type { Language } from './language.ts';
import { hasWords } from './locale.ts';
import { readingOrder } from './tag.ts';

export interface ClockWords {
  /** Folded phrases for parts of the day → the hours, 0 to 23, that they may mean. */
  readonly parts: ReadonlyMap<string, ReadonlySet<number>>;
  /** Words that stand before, or behind, the hour of a clock. */
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  /** Most words of a part of the day. */
  readonly longest: number;
}

const kept = new Map<string, ClockWords>();

/** The words of a language, or of the nearest that its readers read. */
export function clockWords(language: Language): ClockWords {
  let words = kept.get(language.tag);
  if (!words) {
    words = gather(language);
    kept.set(language.tag, words);
  }
  return words;
}

function gather(language: Language): ClockWords {
  const order = readingOrder(language.tag);
  const parts = new Map<string, Set<number>>();
  const add = (phrase: string, hour: number): void => {
    const folded = foldPhrase(phrase.replaceAll('.', ' '));
    const hours = parts.get(folded);
    if (hours) hours.add(hour);
    else if (folded !== '') parts.set(folded, new Set([hour]));
  };
  const locale = order.find(hasWords);
  if (locale !== undefined) addCldr(locale, add);
  const data = order.map((tag) => CLOCK_WORDS[tag]).find((found) => found !== undefined);
  for (const row of data?.parts ?? []) {
    const [, from = '', to = '', phrases = ''] = /^(\d+)-(\d+) (.*)$/.exec(row) ?? [];
    for (const phrase of phrases.split('|'))
      for (let hour = Number(from); hour <= Number(to); hour++) add(phrase, hour % 24);
  }
  const set = (words = ''): ReadonlySet<string> => new Set(words.split(' ').map(foldPhrase).filter(Boolean));
  const longest = Math.max(1, ...[...parts.keys()].map((phrase) => phrase.split(' ').length));
  return { parts, before: set(data?.before), after: set(data?.after), longest };
}

/** What CLDR calls each hour. English AM and PM, which stand in for what a language lacks, are words of their own in some. */
function addCldr(locale: string, add: (phrase: string, hour: number) => void): void {
  const options = { hour: 'numeric', hour12: true, timeZone: 'UTC' } as const;
  const formats = [
    ...(['long', 'short'] as const).map((dayPeriod) => ({ ...options, dayPeriod })),
    options,
  ].map((one) => new Intl.DateTimeFormat(locale, one));
  for (let hour = 0; hour < 24; hour++)
    for (const format of formats)
      for (const { type, value } of format.formatToParts(Date.UTC(2000, 0, 1, hour)))
        if (type === 'dayPeriod' && (locale.startsWith('en') || !/^[AP]M$/.test(value))) add(value, hour);
}
