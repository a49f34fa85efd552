/**
 * Whose a number is that stands between foreign words and the host's: `10 Downing Street` is the phrase's, the year
 * in "in the year 2023 Amnesty International said" is the sentence's.
 */
import { BEFORE_YEAR, INTRODUCES_NUMBER } from '../../language/data/number-words.ts';
import type { Direction } from '../../language/language.ts';

/** Foreign words that a number counts, or that measure it. Words in small letters (30 days, 3.7 million) do so anyway. */
const UNIT =
  /^(?:[AP]M|USD|AUD|NZD|CAD|EUR|GBP|CHF|JPY|CNY|INR|PKR|AFN|IRR|IDR|KB|MB|GB|TB|[kMGT]?W[h]?|[kMG]?Hz|[kM]?V|m?A|[NSEW]|K|Pa|J|L|Mt|CE|BCE|BC|AD|GMT|UTC|°[CF]|\p{Lu}{2,}s)$/u;

/** A name in capitals, which a number before it does not count: 30 UNHCR workers, in the host's order. */
const ACRONYM = /^\p{Lu}[\p{Lu}\p{Nd}.&/-]+$/u;

/** Documents and plans that are named by their year: 1951 Convention. */
const NAMED_BY_YEAR =
  /^(?:Convention|Protocol|Covenant|Declaration|Agreement|Accord|Treaty|Charter|Pact|Compact|Constitution|Act|Law|Code|Bill|Regulation|Rules|Directive|Resolution|Agenda|Plan|Strategy|Framework|Report|Survey|Census|Budget|Review|Appeal|Summit|Conference|Games|World|Global|Annual|Humanitarian|Edition|Refugee|Statute)/;

const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** BSB: 063-000. */
const IDENTIFIER = /^0\d|\d{6,}/;
/** New Delhi – 110024. */
const POSTCODE = /^\d{5,6}$/;

/** The host's word that stands before a number, and whether a hyphen joins them. */
export interface HostBefore {
  readonly word: string;
  readonly tied: boolean;
}

/** For what does not stand after a word of the host's. */
export const NO_HOST: HostBefore = { word: '', tied: false };

/** A street within a few words, which makes the number before it one of a house: 1600 Pennsylvania Ave. */
const STREET =
  /^(?:[\p{L}\p{M}.'’-]+ ){1,3}(?:St|Street|Rd|Road|Ave|Avenue|Ln|Lane|Dr|Drive|Blvd|Boulevard|Way|Pl|Place|Ct|Court|Sq|Square|Terrace|Parade|Hwy|Highway|Crescent|Close|Grove|Row|Walk)\b/u;

/** Whether a number introduced by the host's word is the host's. `next` is the foreign text after it. */
export function isIntroduced(number: string, next: string, { word, tied }: HostBefore): boolean {
  if (!tied || word === '') return false;
  if (INTRODUCES_NUMBER.has(word)) return true;
  return BEFORE_YEAR.has(word) && YEAR.test(number) && !NAMED_BY_YEAR.test(next) && !STREET.test(next);
}

/** Whether a number counts or measures the foreign word after it: `30 days`, `10:30 AM`, `25 °C`, `۳۰ روز`. */
export function isCounted(next: string, foreign: Direction): boolean {
  return foreign === 'rtl' || /^\p{Ll}/u.test(next) || UNIT.test(next);
}

export function isAcronym(word: string): boolean {
  return ACRONYM.test(word);
}

/** Whether the last number of a phrase, after `gap`, is the host's because the host goes on with `after`. */
export function isHostsLast(number: string, gap: string, after: string): boolean {
  if (/^\s?[%٪‰]/.test(after)) return true;
  if (/[:;]/.test(gap)) return !IDENTIFIER.test(number);
  if (/\s[\u2010-\u2015-]\s/.test(gap)) return !POSTCODE.test(number);
  if (gap.includes(',')) return !/\d{4,}|[\u2013/-]/.test(number);
  return false;
}
