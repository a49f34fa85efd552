/**
 * What the merge fields of a letter stand for: the columns of its list, and the salutation and closing that are worked out. A
 * field is looked for among these names alone, so that none leads to anything but what a recipient has.
 */
import type { Field, FieldValue } from '../../content/fields/field.ts';
import { parseDate } from '../../language/calendar-date.ts';
import { formatDate } from '../../language/dates.ts';
import type { Language } from '../../language/language.ts';
import { joinList } from '../../language/lists.ts';
import { formatNumber } from '../../language/numerals.ts';
import { formatTime } from '../../language/times.ts';
import { RECIPIENT_COLUMNS } from '../recipients/columns.ts';
import type { Recipient, RecipientList } from '../recipients/recipient.ts';
import type { Salutation, SalutationPart } from '../salutations/salutation.ts';

/** Whom a letter is merged to. */
export interface Addressee {
  readonly recipient: Recipient;
  readonly list: Pick<RecipientList, 'columns' | 'fields'>;
  /** Asked for when the letter has it in it; undefined after a report that none is known. */
  readonly salutation: () => Salutation | undefined;
}

/** A line of what a field prints. */
export type Line = readonly SalutationPart[];

export type FieldContent =
  | { readonly state: 'filled'; readonly lines: readonly Line[] }
  /** The recipient has nothing there; a reason was told where `told`. */
  | { readonly state: 'empty'; readonly told?: boolean }
  /** True or false: it can be asked for, and not printed. */
  | { readonly state: 'flag'; readonly set: boolean }
  /** Bayan knows the column, and the list does not have it. */
  | { readonly state: 'no-column' }
  | { readonly state: 'unknown' };

/** Worked out, and no columns: `to.salutation` may be one too, and is then what it says. */
const WORKED_OUT = ['salutation', 'closing'] as const;

/** Every name there is, for messages: those of the list first. */
export function fieldNames({ columns }: Addressee['list']): readonly string[] {
  return [...new Set([...columns, ...WORKED_OUT, ...Object.keys(RECIPIENT_COLUMNS)])].map(
    (name) => `to.${name}`,
  );
}

/**
 * What a field prints for somebody.
 *
 * @param name `to.office`
 * @param language of the letter, for dates, numbers and lists
 */
export function fieldContent(name: string, to: Addressee, language: Language): FieldContent {
  const [space, column = ''] = name.split('.', 2);
  if (space !== 'to') return { state: 'unknown' };
  if (column === 'salutation' || column === 'closing') return greeting(column, to);
  const field = Object.hasOwn(to.list.fields, column) ? to.list.fields[column] : undefined;
  if (!field) return { state: Object.hasOwn(RECIPIENT_COLUMNS, column) ? 'no-column' : 'unknown' };
  const value = to.recipient.values.get(column);
  if (field.type === 'boolean') return { state: 'flag', set: value === true };
  if (value === undefined) return { state: 'empty' };
  return { state: 'filled', lines: linesOf(column, value, field, language) };
}

function greeting(name: (typeof WORKED_OUT)[number], { salutation }: Addressee): FieldContent {
  const found = salutation();
  if (!found) return { state: 'empty', told: true };
  const parts = name === 'salutation' ? found.opening : found.closing;
  return parts.length > 0 ? { state: 'filled', lines: [parts] } : { state: 'empty' };
}

function linesOf(field: string, value: FieldValue, type: Field, language: Language): readonly Line[] {
  if (!Array.isArray(value)) return [[{ field, value: printed(value, type, language) }]];
  const of = type.type === 'list' ? type.of : type;
  const items = value.map((item: FieldValue) => printed(item, of, language));
  // The lines of an address are lines; everything else is a list in a sentence.
  return field === 'address'
    ? items.map((item) => [{ field, value: item }])
    : [listOf(field, items, language)];
}

/** `a, b and c`, with each of the three by itself. */
function listOf(field: string, items: readonly string[], language: Language): Line {
  const joined = joinList(
    items.map((_, index) => `\0${index}\0`),
    language,
  );
  return joined.split('\0').flatMap((piece, index): SalutationPart[] => {
    if (index % 2 === 1) return [{ field, value: items[Number(piece)]! }];
    return piece === '' ? [] : [{ text: piece }];
  });
}

function printed(value: FieldValue, { type }: Field, language: Language): string {
  if (typeof value === 'number') return formatNumber(value, language);
  const text = String(value);
  const date = type === 'date' ? parseDate(text) : undefined;
  if (date) return formatDate(date, language).text;
  return (type === 'time' ? formatTime(text, language) : undefined) ?? text;
}
