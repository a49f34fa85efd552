/**
 * How the letter to a recipient begins and ends, by role and gender as the list has them: never guessed from a name. A case
 * for which the language has no form is an error, or gets the neutral form, as bayan.yaml says.
 */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { findLanguage } from '../../language/language.ts';
import type { Recipient } from '../recipients/recipient.ts';
import { type Form, type FormFile, placeholdersOf, splitLine } from './form-file.ts';
import type { LanguageForms } from './forms.ts';

/** What bayan.yaml says of cases that no form is known for. */
export type SalutationRule = 'strict' | 'neutral';

/** A stretch of a salutation: words of its language, or a value of the recipient, which may be in another. */
export type SalutationPart = { readonly text: string } | { readonly field: string; readonly value: string };

export interface Salutation {
  readonly opening: readonly SalutationPart[];
  readonly closing: readonly SalutationPart[];
  /** No form for this role and gender is known. */
  readonly neutral: boolean;
}

/**
 * The salutation of a recipient.
 *
 * @param forms those of the letter's language; undefined where there are none
 * @param file where a project would write them, for hints
 * @returns undefined after reporting `salutation-missing` at the recipient
 */
export function salutationFor(
  recipient: Recipient,
  { forms, file, rule }: { forms: LanguageForms | undefined; file: string; rule: SalutationRule },
  report: Report,
): Salutation | undefined {
  const found = forms && findForm(recipient, forms.forms);
  const neutral = forms?.forms.neutral;
  if (recipient.salutation !== undefined) {
    const closing = (found ?? neutral)?.closing;
    const opening = [{ field: 'salutation', value: recipient.salutation }];
    return { opening, closing: closing === undefined ? [] : partsOf(closing, recipient), neutral: false };
  }
  const form = found ?? (rule === 'neutral' ? neutral : undefined);
  if (form)
    return {
      opening: partsOf(form.opening, recipient),
      closing: partsOf(form.closing, recipient),
      neutral: !found,
    };
  const { message, hint } = explain(recipient, forms?.forms, file);
  report.error('salutation-missing', recipient.source.span, message, { hint });
  return undefined;
}

/** The salutation as it is read, for tables and plain text. */
export function salutationText(parts: readonly SalutationPart[]): string {
  return parts.map((part) => ('text' in part ? part.text : part.value)).join('');
}

function findForm(recipient: Recipient, forms: FormFile): Form | undefined {
  const { role, gender } = recipient;
  const own = role && forms[role];
  return [gender && own?.[gender], own?.any].find((form) => form && isFilled(form, recipient));
}

/** Whether the list has everything that a form prints. */
function isFilled({ opening, closing }: Form, { values }: Recipient): boolean {
  return placeholdersOf(opening + closing).every((name) => values.has(name));
}

function partsOf(line: string, { values }: Recipient): readonly SalutationPart[] {
  return splitLine(line).flatMap((piece, index): SalutationPart[] => {
    if (index % 2 === 1) return [{ field: piece, value: String(values.get(piece) ?? '') }];
    return piece === '' ? [] : [{ text: piece }];
  });
}

/** Why there is no form, and what to type. */
function explain(
  { id, language, role, gender, source }: Recipient,
  forms: FormFile | undefined,
  file: string,
): { readonly message: string; readonly hint: string } {
  const who = `${source.place} (${id})`;
  const name = findLanguage(language)?.name ?? language;
  const otherwise = 'or write the salutation itself into the column “salutation”';
  if (!forms)
    return { message: `${who}: there are no salutations in ${name}`, hint: `write ${file}, ${otherwise}` };
  if (role === undefined)
    return {
      message: `${who}: there is no role, which chooses the salutation`,
      hint: `write a role, ${otherwise}`,
    };
  const own = forms[role];
  if (!own || Object.keys(own).length === 0)
    return {
      message: `${who}: ${name} has no salutation for the role “${role}”`,
      hint: `add “${role}:” to ${file}, ${otherwise}`,
    };
  const wanted = [
    ...new Set(Object.values(own).flatMap((form) => placeholdersOf(form.opening + form.closing))),
  ];
  if (gender === undefined && own.any === undefined)
    return {
      message: `${who}: ${name} needs the gender for the role “${role}”`,
      hint: `write female or male into the column “gender”, ${otherwise}`,
    };
  return wanted.length > 0
    ? {
        message: `${who}: the salutation for the role “${role}” needs ${wanted.join(', ')}`,
        hint: `fill it in, ${otherwise}`,
      }
    : {
        message: `${who}: ${name} has no salutation for the role “${role}” and this gender`,
        hint: `add it to ${file}, ${otherwise}`,
      };
}
