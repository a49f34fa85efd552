/** The language that the interface speaks now: which one it is, its words with their values, its digits. */
import { ar } from './ar.ts';
import { en } from './en.ts';
import { faAF } from './fa-AF.ts';
import { ps } from './ps.ts';
import { ur } from './ur.ts';
import type { Words } from './words.ts';

export const LANGUAGES: readonly Words[] = [en, faAF, ps, ur, ar];

/** Digits as Bayan prints them in each language (src/language/rows); Urdu's are Western. */
const DIGITS: Readonly<Record<string, string>> = { 'fa-AF': 'arabext', ps: 'arabext', ar: 'arab' };

/** The first that the interface speaks of the languages somebody reads; Persian is read as Dari, and English the last resort. */
export function preferredLanguage(wanted: readonly string[]): Words {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0];
    const found = LANGUAGES.find(
      (words) => words.tag.split('-')[0] === (language === 'prs' ? 'fa' : language),
    );
    if (found) return found;
  }
  return en;
}

export class Speech {
  words: Words;
  readonly #said: ((words: Words) => void)[] = [];

  constructor(words: Words) {
    this.words = words;
  }

  /** Says it now, and again in each language that is chosen later. For what stays as long as the page. */
  say(write: (words: Words) => void): void {
    this.#said.push(write);
    write(this.words);
  }

  use(words: Words): void {
    this.words = words;
    for (const write of this.#said) write(words);
  }

  number(value: number, options: Intl.NumberFormatOptions = {}): string {
    const { tag } = this.words;
    return new Intl.NumberFormat(tag, { numberingSystem: DIGITS[tag] ?? 'latn', ...options }).format(value);
  }

  /** The text with values in the places that name them; numbers in the digits of the language. */
  fill(text: string, values: Readonly<Record<string, number | string>>): string {
    return text.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return value === undefined ? place : typeof value === 'number' ? this.number(value) : value;
    });
  }
}
