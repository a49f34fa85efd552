/** What the page of a letter says of the one it goes to: the address as it is posted, how it begins and ends, what is enclosed. */
import type { Edition } from '../../content/edition.ts';
import { findLanguage, type Language } from '../../language/language.ts';
import { isWrittenIn } from '../../language/script.ts';
import type { LetterVariables } from '../../template/apply.ts';
import { nameOf, type Recipient, textIn } from '../recipients/recipient.ts';
import { type Salutation, salutationText } from '../salutations/salutation.ts';

export interface LetterParts {
  readonly recipient: Recipient;
  /** The text of the letter as it was written, with its fields. */
  readonly text: Edition;
  /** Worked out only for a letter whose text has no salutation of its own; undefined where none is known. */
  readonly salutation: () => Salutation | undefined;
  /** Titles of what is enclosed. */
  readonly enclosures: readonly string[];
}

/** The variables of a letter's template; undefined where the salutation is not known, which was reported then. */
export function letterVariables({
  recipient,
  text,
  salutation,
  enclosures,
}: LetterParts): LetterVariables | undefined {
  const [begins, ends] = ['salutation', 'closing'].map((name) => !hasField(text, name));
  const found = begins || ends ? salutation() : undefined;
  if ((begins || ends) && !found) return undefined;
  const address = addressLines(recipient);
  return {
    addressee: nameOf(recipient) ?? recipient.id,
    address,
    addressLang: languageOf(address, recipient, text.lang),
    opening: found && begins ? salutationText(found.opening) : '',
    closing: found && ends ? salutationText(found.closing) : '',
    copies: recipient.cc,
    enclosures,
    to: Object.fromEntries(recipient.values),
  };
}

/** Whether an author has put the field where it is to be printed. */
function hasField({ source }: Edition, name: string): boolean {
  return new RegExp(`\\{\\{\\s*to\\.${name}\\s*\\}\\}`).test(source);
}

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined).join(' ') || undefined;
}

/** The lines of the address, from who it is for to the country. What stands before a name stands before an office without one. */
function addressLines(recipient: Recipient): readonly string[] {
  const of = (field: string) => textIn(recipient, field);
  const name = of('name');
  const office = of('office');
  const lines = name
    ? [joined(of('honorific'), of('title'), name), office]
    : [office && joined(of('honorific'), office)];
  return [...lines, of('organisation'), ...recipient.address, of('country')].filter(
    (line): line is string => line !== undefined,
  );
}

/** Languages in whose letters an address may be, whatever its letter is in: the first of each script serves. */
const OF_SCRIPTS: readonly string[] = ['en', 'ar', 'ru', 'el', 'he'];

/** The language that an address is in: what the list says, else one of its script. */
function languageOf(address: readonly string[], recipient: Recipient, lang: string): string {
  const written = textIn(recipient, 'written');
  if (written !== undefined && findLanguage(written)) return written;
  const text = address.join(' ');
  const isIn = (tag: string) => isWrittenIn(text, findLanguage(tag) as Language);
  return isIn(lang) ? lang : (OF_SCRIPTS.find(isIn) ?? lang);
}
