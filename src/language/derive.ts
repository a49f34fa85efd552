/**
 * A language without a row of its own: its script is the one its tag names or CLDR takes to be the likely one, its manners
 * are the script's or those of the row it inherits from, and its digits, calendar and marks are CLDR's.
 */
import { hyphenationFor } from './data/hyphenation.ts';
import { quotesFor } from './data/quotes.ts';
import type { Language } from './language.ts';
import { hasWords } from './locale.ts';
import { mannersOf } from './manners.ts';
import { ancestors } from './tag.ts';

/** The language for a canonical tag; `base` is the row of the same script that it inherits from or is nearest to. */
export function deriveLanguage(tag: string, script: string, base: Language | undefined): Language {
  const order = ancestors(tag);
  const inherits = base !== undefined && order.includes(base.tag);
  const hyphenation = hyphenationFor(order);
  return {
    ...mannersOf(script),
    ...base,
    tag,
    name: englishName(tag) ?? base?.name ?? tag,
    endonym: endonym(tag) ?? (inherits ? base.endonym : tag),
    script,
    digits: digits(tag, base, inherits),
    calendar: calendar(tag, base),
    quotes: quotesFor(order, base),
    ...(hyphenation && { hyphenation }),
  };
}

/** Two letters are a language only when ISO 639 has given them out; of three letters anybody may need one. */
export function isAssigned(tag: string): boolean {
  const language = tag.split('-')[0]!;
  return language.length === 2
    ? englishName(language) !== undefined
    : !['und', 'mul', 'mis', 'zxx'].includes(language);
}

const names = new Map<string, Intl.DisplayNames>();

function displayNames(locale: string): Intl.DisplayNames {
  let found = names.get(locale);
  if (!found) {
    found = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none', languageDisplay: 'dialect' });
    names.set(locale, found);
  }
  return found;
}

/** The name of a language in the words of a locale that Intl has; undefined when CLDR has none. */
export function nameIn(locale: string, tag: string): string | undefined {
  return displayNames(locale).of(new Intl.Locale(tag).baseName);
}

/** The English name of a tag; undefined when CLDR has none. */
export function englishName(tag: string): string | undefined {
  return nameIn('en', tag);
}

/** A language's name in itself; undefined when CLDR has none. */
export function endonym(tag: string): string | undefined {
  return hasWords(tag) ? nameIn(tag, tag) : undefined;
}

/** Afghanistan and Iran have the Solar Hijri calendar and the digits ۰۱۲۳, also for a language that CLDR has nothing of. */
function isSolarHijri(script: string | undefined, region: string | undefined): boolean {
  return script === 'Arab' && (region === 'AF' || region === 'IR');
}

/** A country's own digits count where the tag names the country: `ar-EG` and `ar-MA` differ. */
function digits(tag: string, base: Language | undefined, inherits: boolean): string {
  const locale = new Intl.Locale(tag);
  if (locale.numberingSystem) return locale.numberingSystem;
  const { script, region } = locale.maximize();
  if (hasWords(tag)) {
    if (base && !locale.region) return base.digits;
    return new Intl.NumberFormat(tag).resolvedOptions().numberingSystem;
  }
  if (base && !inherits) {
    const sibling = `${new Intl.Locale(base.tag).language}-${region}`;
    return hasWords(sibling) ? new Intl.NumberFormat(sibling).resolvedOptions().numberingSystem : base.digits;
  }
  return base?.digits ?? (isSolarHijri(script, region) ? 'arabext' : 'latn');
}

/** A language of the Gregorian calendar keeps it abroad; another takes the calendar of the country that its tag names. */
function calendar(tag: string, base: Language | undefined): string {
  const locale = new Intl.Locale(tag);
  if (locale.calendar) return locale.calendar;
  const { script, region } = locale.maximize();
  if (!hasWords(tag)) return base?.calendar ?? (isSolarHijri(script, region) ? 'persian' : 'gregory');
  const abroad = () => new Intl.DateTimeFormat(tag).resolvedOptions().calendar;
  if (!locale.region) return base?.calendar ?? abroad();
  const home =
    base?.calendar ??
    new Intl.DateTimeFormat(new Intl.Locale(locale.language, { script }).toString()).resolvedOptions()
      .calendar;
  return home === 'gregory' ? home : abroad();
}
