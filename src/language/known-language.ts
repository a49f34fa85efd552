/** Which languages a phrase, a reference or an original may be in: more than those Bayan sets. */
import { canonicalTag, findLanguage } from './language.ts';

let names: Intl.DisplayNames | undefined;

/** The canonical BCP 47 tag of a language that Bayan sets or that CLDR has an English name for. */
export function knownLanguage(value: string): string | undefined {
  const tag = canonicalTag(value);
  if (tag === undefined || findLanguage(tag)) return tag;
  names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return names.of(new Intl.Locale(tag).language) === undefined ? undefined : tag;
}
