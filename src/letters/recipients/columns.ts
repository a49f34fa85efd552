/**
 * The columns of a list of recipients. Each is a field like those of front matter, so that its check and its row in the docs are
 * read off it; the names that people give it in their own language are in ./column-names.ts.
 */
import type { Field, Fields } from '../../content/fields/field.ts';

/** What somebody is addressed as; each has its forms in templates/salutations/<lang>.yaml. */
export const ROLES = [
  'minister',
  'ambassador',
  'member-of-parliament',
  'head-of-state',
  'judge',
  'un-official',
  'plain',
] as const;
export type Role = (typeof ROLES)[number];

export const GENDERS = ['female', 'male'] as const;
export type Gender = (typeof GENDERS)[number];

export const RECIPIENT_COLUMNS = {
  id: {
    type: 'text',
    required: true,
    help: 'A short name of your own, the same for ever: letters, digits, hyphens. Files and messages are called by it.',
    sample: 'interior-uk',
  },
  name: { type: 'text', help: 'The person, where the letter is to a person.' },
  honorific: { type: 'text', help: 'What stands before the name.', sample: 'The Honourable' },
  title: { type: 'text', help: 'A title of the person: Dr, Professor, Ambassador.' },
  gender: {
    type: 'choice',
    options: GENDERS,
    help: 'For languages whose salutations differ; never guessed from a name.',
  },
  role: {
    type: 'choice',
    options: ROLES,
    help: 'What the person is addressed as, which chooses the salutation.',
    sample: 'minister',
  },
  office: { type: 'text', help: 'The office the person holds.', sample: 'Minister of Interior' },
  organisation: {
    type: 'text',
    help: 'The ministry, the parliament, the agency.',
    sample: 'Ministry of Interior',
  },
  country: { type: 'text', help: 'As it is printed in the address.' },
  address: {
    type: 'list',
    required: true,
    of: { type: 'text', help: 'A line.' },
    help: 'The lines of the address: in one cell, or in columns “address 1”, “address 2” …',
  },
  language: {
    type: 'language',
    help: 'The language of the letter: a tag such as fa-AF, or a name such as Dari. It may be left out where the letter has one text.',
    sample: 'en',
  },
  written: {
    type: 'language',
    help: 'The language in which name, office and address are written, where it is another than that of the letter: ur for an address in Urdu.',
  },
  salutation: { type: 'text', help: 'The salutation, word for word, in place of that of the role.' },
  cc: {
    type: 'list',
    of: { type: 'text', help: 'Somebody.' },
    help: 'Who gets a copy: one a line, or between semicolons.',
  },
  reference: { type: 'text', help: 'Their reference, or yours.' },
  phone: { type: 'phone', help: 'Their telephone number.' },
  email: {
    type: 'list',
    of: { type: 'email', help: 'An address.' },
    help: 'Where a draft of an e-mail goes; several between semicolons or commas.',
  },
  enclosures: {
    type: 'list',
    of: { type: 'text', help: 'An enclosure.' },
    help: 'What is enclosed for this recipient alone: one a line, or between commas.',
  },
} as const satisfies Fields;

export type ColumnName = keyof typeof RECIPIENT_COLUMNS;

/** Whether a field of a template can stand in a cell: one value, or a list of such values. */
export function fitsCell(field: Field): boolean {
  if (field.type === 'list') return field.of.type !== 'list' && fitsCell(field.of);
  return !['map', 'named', 'picture', 'kind'].includes(field.type);
}
