/**
 * Names of months as texts have them: CLDR's of three calendars, those of the language table, and those that a country uses
 * beside them. One name may be a month of two calendars, or a word of everyday use.
 */
import { foldPhrase } from './counting.ts';
import { ALSO_WORDS, MONTH_NAMES } from './data/month-names.ts';
import { findLanguage, type Language } from './language.ts';
import { hasWords } from './locale.ts';
import { ancestors, readingOrder } from './tag.ts';

export type MonthCalendar = 'gregory' | 'persian' | 'islamic-umalqura';

export interface Month {
  readonly calendar: MonthCalendar;
  /** 1 to 12. */
  readonly month: number;
}

/** Whether a name is a word of everyday use too: a rate (میزان), a lion (اسد), may. Folded, as the keys of `monthNames`. */
export function isAlsoWord(name: string, months: readonly Month[]): boolean {
  return ALSO_WORDS.has(name) || months.every(({ calendar }) => calendar === 'persian');
}

const CALENDARS: readonly MonthCalendar[] = ['gregory', 'persian', 'islamic-umalqura'];
const kept = new Map<string, ReadonlyMap<string, readonly Month[]>>();

/** Folded name (see `foldPhrase`) → the months it may mean. */
export function monthNames(language: Language): ReadonlyMap<string, readonly Month[]> {
  let names = kept.get(language.tag);
  if (!names) {
    names = gather(language);
    kept.set(language.tag, names);
  }
  return names;
}

function gather(language: Language): ReadonlyMap<string, readonly Month[]> {
  const names = new Map<string, Month[]>();
  const add = (name: string, calendar: MonthCalendar, month: number): void => {
    const key = foldPhrase(name.replace(/\.$/, ''));
    if (key.replace(/\P{L}/gu, '').length < 2) return;
    const known = names.get(key) ?? [];
    if (!known.some((other) => other.calendar === calendar && other.month === month))
      known.push({ calendar, month });
    names.set(key, known);
  };
  const order = readingOrder(language.tag);
  for (const tag of order) {
    for (const [index, name] of (findLanguage(tag)?.months ?? []).entries())
      add(name, findLanguage(tag)!.calendar === 'persian' ? 'persian' : 'gregory', index + 1);
    if (hasWords(tag)) for (const calendar of CALENDARS) addCldr(tag, calendar, add);
  }
  for (const tag of new Set([...order, ...ancestors(language.tag)]))
    for (const [calendar, lists] of Object.entries(MONTH_NAMES[tag] ?? {}))
      for (const list of lists)
        for (const [index, forms] of list.split(' ').entries())
          for (const form of forms.split('|'))
            add(form.replaceAll('_', ' '), calendar as MonthCalendar, index + 1);
  return names;
}

function addCldr(
  tag: string,
  calendar: MonthCalendar,
  add: (name: string, calendar: MonthCalendar, month: number) => void,
): void {
  for (const style of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(tag, { calendar, month: style, day: 'numeric', timeZone: 'UTC' });
    const alone = new Intl.DateTimeFormat(tag, { calendar, month: style, timeZone: 'UTC' });
    const number = new Intl.DateTimeFormat('en', { calendar, month: 'numeric', timeZone: 'UTC' });
    // Two days of each month of a year and a half meet every month of every calendar.
    for (let day = 0; day < 400; day += 14) {
      const moment = Date.UTC(2024, 0, 3) + day * 86_400_000;
      const month = Number(number.formatToParts(moment).find(({ type }) => type === 'month')?.value);
      for (const one of [format, alone]) {
        const name = one.formatToParts(moment).find(({ type }) => type === 'month')?.value ?? '';
        if (/\p{L}/u.test(name)) add(name, calendar, month);
      }
    }
  }
}
