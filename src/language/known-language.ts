/** Which languages a phrase, a reference or an original may be in: those Bayan can set. */
import { canonicalTag, findLanguage } from './language.ts';

/** The canonical BCP 47 tag of a language; undefined for what is none. */
export function knownLanguage(value: string): string | undefined {
  return findLanguage(value) && canonicalTag(value);
}
