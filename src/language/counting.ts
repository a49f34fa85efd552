/**
 * Numbers in words: those up to 999 and ordinals from n2words, what follows a number to multiply it (million, lakh, میلیون) from
 * CLDR, and forms that both lack from ./data/counting-words.ts.
 */
import * as am from 'n2words/am-ET';
import * as ar from 'n2words/ar-SA';
import * as az from 'n2words/az-AZ';
import * as bn from 'n2words/bn-BD';
import * as de from 'n2words/de-DE';
import * as en from 'n2words/en-GB';
import * as es from 'n2words/es-ES';
import * as fa from 'n2words/fa-IR';
import * as fil from 'n2words/fil-PH';
import * as fr from 'n2words/fr-FR';
import * as ha from 'n2words/ha-NG';
import * as he from 'n2words/he-IL';
import * as hi from 'n2words/hi-IN';
import * as id from 'n2words/id-ID';
import * as it from 'n2words/it-IT';
import * as ms from 'n2words/ms-MY';
import * as nl from 'n2words/nl-NL';
import * as pt from 'n2words/pt-PT';
import * as ru from 'n2words/ru-RU';
import * as sw from 'n2words/sw-KE';
import * as ta from 'n2words/ta-IN';
import * as th from 'n2words/th-TH';
import * as tr from 'n2words/tr-TR';
import * as uk from 'n2words/uk-UA';
import * as ur from 'n2words/ur-PK';
import * as vi from 'n2words/vi-VN';
import { COUNTING, type CountingData } from './data/counting-words.ts';
import { foldWord } from './fold-word.ts';
import type { Language } from './language.ts';
import { hasWords } from './locale.ts';
import { readingOrder } from './tag.ts';

interface Speller {
  toCardinal(value: number): string;
  toOrdinal(value: number): string;
}

const SPELLERS: Readonly<Record<string, Speller>> = {
  am,
  ar,
  az,
  bn,
  de,
  en,
  es,
  fa,
  fil,
  fr,
  ha,
  he,
  hi,
  id,
  it,
  ms,
  nl,
  pt,
  ru,
  sw,
  ta,
  th,
  tr,
  uk,
  ur,
  vi,
};

/** What is counted may be feminine. */
const FEMININE: Readonly<Record<string, (value: number) => string>> = {
  ar: (value) => ar.toCardinal(value, { gender: 'feminine' }),
  es: (value) => es.toCardinal(value, { gender: 'feminine' }),
  ru: (value) => ru.toCardinal(value, { gender: 'feminine' }),
  uk: (value) => uk.toCardinal(value, { gender: 'feminine' }),
};

export interface CountingWords {
  /** Folded words with single spaces between them → value. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly multipliers: ReadonlyMap<string, number>;
  readonly percent: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  /** Words for so many years. */
  readonly spans: ReadonlyMap<string, number>;
  /** Words of `numbers` that are everyday words too. */
  readonly alsoWords: ReadonlySet<string>;
  /** Whether what multiplies a number may stand before it. */
  readonly multiplierFirst: boolean;
  /** Most words of a number, of a multiplier or of “per cent”. */
  readonly longest: number;
  /** Numbers that a form of the noun may say by itself: the Arabic dual. */
  readonly implied: readonly number[];
  /** Whether a number up to a hundred is found in whatever form a text of this language has it in. */
  readonly complete: boolean;
}

const kept = new Map<string, CountingWords>();

/** The counting words of a language, or of the nearest that its readers read. */
export function countingWords(language: Language): CountingWords {
  let words = kept.get(language.tag);
  if (!words) {
    words = gather(language);
    kept.set(language.tag, words);
  }
  return words;
}

/** Folds a phrase: its words, whatever joins them, with single spaces between. */
export function foldPhrase(phrase: string): string {
  return phrase
    .split(/[\s\u00a0\u200c-]+/u)
    .map(foldWord)
    .filter((word) => word !== '')
    .join(' ');
}

const NO_DATA: CountingData = {};

function gather(language: Language): CountingWords {
  const order = readingOrder(language.tag).filter((tag) => COUNTING[tag] ?? SPELLERS[tag] ?? hasWords(tag));
  const data = order.map((tag) => COUNTING[tag]).find((found) => found !== undefined) ?? NO_DATA;
  const speller = order.map((tag) => SPELLERS[tag]).find((found) => found !== undefined);
  const feminine = order.map((tag) => FEMININE[tag]).find((found) => found !== undefined);
  const prefixes = (data.prefixes ?? []).map(foldPhrase);
  const endings = (data.endings ?? []).map((group) => group.map(foldPhrase));
  const numbers = new Map<string, number>();
  const add = (phrase: string, value: number): void => {
    // An article that the form itself has may be missing after a preposition, and in an indefinite phrase.
    const bare = data.prefixes?.includes('ال') && phrase.startsWith('ال') ? phrase.slice(2) : phrase;
    for (const written of new Set([phrase, bare]))
      for (const form of formsOf(foldPhrase(written), prefixes, endings))
        if (!numbers.has(form)) numbers.set(form, value);
  };
  for (const [value, words] of Object.entries(data.numbers ?? {}))
    for (const word of words.split(' ')) add(word, Number(value));
  // The first are the commonest, and nothing that comes later takes their words.
  if (speller) {
    for (let value = 1; value <= 31; value++) add(ordinal(speller, value), value);
    for (let value = 1; value < 1000; value++) {
      add(speller.toCardinal(value), value);
      if (feminine) add(feminine(value), value);
    }
  }
  const multipliers = new Map(cldrMultipliers(order));
  for (const [value, words] of Object.entries(data.multipliers ?? {}))
    for (const word of words.split(' '))
      for (const form of formsOf(foldPhrase(word), prefixes)) multipliers.set(form, Number(value));
  for (const word of data.notMultipliers ?? []) multipliers.delete(foldPhrase(word));
  for (const phrase of multipliers.keys()) numbers.delete(phrase);
  const percent = new Set([...cldrPercent(order), ...(data.percent ?? [])].map(foldPhrase));
  percent.delete('');
  const longest = [...numbers.keys(), ...multipliers.keys(), ...percent].reduce(
    (most, phrase) => Math.max(most, phrase.split(' ').length),
    1,
  );
  return {
    numbers,
    multipliers,
    percent,
    and: new Set((data.and ?? []).map(foldPhrase)),
    spans: new Map(
      Object.entries(data.spans ?? {}).flatMap(([years, words]) =>
        words.split(' ').map((word) => [foldPhrase(word), Number(years)] as const),
      ),
    ),
    alsoWords: new Set((data.alsoWords ?? '').split(' ').map(foldPhrase)),
    multiplierFirst: data.multiplierFirst === true,
    longest,
    implied: data.implied ?? [],
    complete: data !== NO_DATA && data.numbers !== undefined && (speller !== undefined || order[0] === 'ps'),
  };
}

function ordinal(speller: Speller, value: number): string {
  try {
    return speller.toOrdinal(value);
  } catch {
    return ''; // Not every language has one for every number.
  }
}

/** A phrase with each of its endings, and with each prefix before it. All of them are folded. */
function formsOf(
  phrase: string,
  prefixes: readonly string[],
  endings: readonly (readonly string[])[] = [],
): readonly string[] {
  if (phrase === '') return [];
  const forms = new Set([phrase]);
  for (const [ending = '', ...others] of endings) {
    if (!phrase.endsWith(ending)) continue;
    for (const other of others) forms.add(phrase.slice(0, phrase.length - ending.length) + other);
  }
  for (const form of [...forms]) for (const prefix of prefixes) forms.add(prefix + form);
  return [...forms];
}

/** What CLDR's compact numbers have after the number: thousand, lakh, میلیون, тыс., 万. */
function cldrMultipliers(order: readonly string[]): readonly (readonly [string, number])[] {
  const locale = order.find(hasWords);
  if (locale === undefined) return [];
  const found: (readonly [string, number])[] = [];
  for (const compactDisplay of ['long', 'short'] as const) {
    const format = new Intl.NumberFormat(locale, {
      notation: 'compact',
      compactDisplay,
      numberingSystem: 'latn',
      maximumFractionDigits: 0,
    });
    const join = (parts: Intl.NumberFormatPart[], wanted: string): string =>
      parts.flatMap(({ type, value }) => (type === wanted ? [value] : [])).join('');
    for (let power = 3; power <= 12; power++) {
      for (const count of [1, 2, 3, 5, 11]) {
        const parts = format.formatToParts(count * 10 ** power);
        const number = Number(join(parts, 'integer'));
        const word = foldPhrase(join(parts, 'compact').replace(/\.$/, ''));
        // A single Latin letter is the K, M or G of computers.
        if (!/^[a-z]?$/.test(word) && number > 0)
          found.push([word, Math.round((count * 10 ** power) / number)]);
      }
    }
  }
  return found;
}

/** What CLDR has beside a number of hundredths: percent, درصد, pour cent. */
function cldrPercent(order: readonly string[]): readonly string[] {
  const locale = order.find(hasWords);
  if (locale === undefined) return [];
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'percent', unitDisplay: 'long' });
  return [1, 2, 5, 30].flatMap((value) =>
    format.formatToParts(value).flatMap((part) => (part.type === 'unit' ? [part.value] : [])),
  );
}
