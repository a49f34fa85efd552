/**
 * How Intl is asked for the words of a language, and what is taken from its answers before they are printed.
 */
import type { Language } from './language.ts';

/** Marks that Intl puts around numbers and separators; the text engine resolves direction itself. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** The locale for dates and lists. Plain `en` is British, day first, as most of the world that writes it does. */
export function printLocale(language: Language): string {
  return language.tag === 'en' ? 'en-GB' : language.tag;
}

export function stripBidiControls(text: string): string {
  return text.replace(BIDI_CONTROLS, '');
}
