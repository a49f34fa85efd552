/**
 * How Intl is asked for the words of a language, and what is taken from its answers before they are printed. Asked for a
 * language it has no data for, Intl answers in the language of the machine; nothing here ever lets it.
 */
import type { Language } from './language.ts';
import { readingOrder, scriptOfTag } from './tag.ts';

/** Marks that Intl puts around numbers and separators; the text engine resolves direction itself. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

const supported = new Map<string, boolean>();

/** Whether this Node.js has words for a tag in the script of the tag: it has Malay, and not Malay in Arabic script. */
export function hasWords(tag: string): boolean {
  let found = supported.get(tag);
  if (found === undefined) {
    found = Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 && answersInScript(tag);
    supported.set(tag, found);
  }
  return found;
}

/**
 * DateTimeFormat is asked, as for what it supports: for Zhuang it has data, and NumberFormat answers in the machine's language.
 * A tag in the script of its language alone needs no asking: whatever part of it has data, that part has the script.
 */
function answersInScript(tag: string): boolean {
  if (scriptOfTag(tag.split('-')[0]!) === scriptOfTag(tag)) return true;
  return scriptOfTag(new Intl.DateTimeFormat(tag).resolvedOptions().locale) === scriptOfTag(tag);
}

const locales = new Map<string, string>();

/**
 * The locale that Intl has words in for a language: its own, that of the nearest language its readers read, or English.
 * Plain `en` is British, day first, as most of the world that writes it does.
 */
export function printLocale(language: Language): string {
  let found = locales.get(language.tag);
  if (!found) {
    found = readingOrder(language.tag).find(hasWords) ?? 'en-001';
    if (found === 'en' || found === 'en-001') found = 'en-GB';
    locales.set(language.tag, found);
  }
  return found;
}

export function stripBidiControls(text: string): string {
  return text.replace(BIDI_CONTROLS, '');
}
