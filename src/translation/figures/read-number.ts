/** What a number in digits may mean, with its groups and its decimal mark. */

import type { Language } from '../../language/language.ts';
import { hasWords, printLocale } from '../../language/locale.ts';

const SPACES = /[\u0020\u00a0\u202f\u2009]/g;

/**
 * The values a written number may have: one, or two where nobody can tell a decimal mark from a thousands separator. Several
 * numbers where the marks separate them (`2021,2022`). Digits are ASCII.
 *
 * @param native whether the digits are those of the text's own script, and not Western ones
 */
export function readNumbers(
  written: string,
  language: Language,
  native: boolean,
): readonly (readonly number[])[] {
  const plain = written.replace(SPACES, '').replace(/['’]/g, '٬');
  if (/^\d+$/.test(plain)) return [[Number(plain)]];
  const marks = [...plain.matchAll(/[.,٫٬،]/g)].map(([mark]) => mark!);
  const last = marks.at(-1)!;
  const kinds = new Set(marks);
  // Two kinds of mark: groups, and then a decimal mark.
  if (kinds.size === 2 && marks.filter((mark) => mark === last).length === 1) {
    const [whole = '', part = ''] = splitLast(plain, last);
    return isGrouped(whole) ? [[decimal(whole, part)]] : apart(plain);
  }
  if (kinds.size > 1) return apart(plain);
  if (marks.length > 1) return isGrouped(plain) ? [[Number(plain.replace(/\D/g, ''))]] : apart(plain);
  const [whole = '', part = ''] = splitLast(plain, last);
  const grouped = Number(whole + part);
  const fraction = decimal(whole, part);
  if (last === '٫') return [[fraction]];
  if (last === '٬') return [[grouped]];
  if (part.length !== 3 || whole.length > 3 || whole.startsWith('0'))
    return last === '.' || (part.length < 3 && last !== '،') ? [[fraction]] : apart(plain);
  if (last === '،') return [[grouped]];
  // A full stop between digits of the language's own is either; otherwise the language says which mark is which.
  if (native && language.digits !== 'latn') return [last === '.' ? [fraction, grouped] : [grouped]];
  return [[last === decimalMark(language) ? fraction : grouped]];
}

function splitLast(text: string, mark: string): readonly string[] {
  const at = text.lastIndexOf(mark);
  return [text.slice(0, at), text.slice(at + 1)];
}

const decimal = (whole: string, part: string): number => Number(`${whole.replace(/\D/g, '')}.${part}`);
const apart = (text: string): readonly (readonly number[])[] =>
  text.split(/\D/).map((part) => [Number(part)]);

/** Groups of three, or of two before a last one of three, as in South Asia: 1,400,000 and 14,00,000. */
function isGrouped(text: string): boolean {
  return (
    /^\d{1,3}(?:\D\d{3})+$/.test(text) || /^\d{1,2}(?:\D\d{2})*\D\d{3}$/.test(text) || /^\d+$/.test(text)
  );
}

const marks = new Map<string, string>();

/** The decimal mark that goes with Western digits. Arabic script has that of English there. */
function decimalMark(language: Language): string {
  let mark = marks.get(language.tag);
  if (mark === undefined) {
    const locale = language.script === 'Arab' || !hasWords(language.tag) ? 'en' : printLocale(language);
    const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(0.5);
    mark = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
    marks.set(language.tag, mark);
  }
  return mark;
}
