/** The fields of front matter that every kind of document has. */
import type { Field, Fields, FieldValues, ValuesOf } from './field.ts';

export const COMMON_FIELDS = {
  title: {
    type: 'markdown',
    required: true,
    silent: true,
    help: 'The title, the only heading of level 1.',
    sample: 'Title of the document',
  },
  subtitle: { type: 'markdown', help: 'Printed below the title.', sample: 'A line below the title' },
  headline: {
    type: 'markdown',
    help: 'A short headline for flyers; the title when absent.',
    sample: 'A shorter title, for the flyer',
  },
  summary: {
    type: 'markdown',
    help: 'One or two sentences that open the document.',
    sample: 'One or two sentences that open the document.',
  },
  date: {
    type: 'date',
    required: true,
    // Every text must have one, also for templates that print none; it dates the PDF.
    silent: true,
    help: 'Date of the statement; printed in the language’s own calendar.',
  },
  kinds: {
    type: 'list',
    of: { type: 'kind', help: 'The name of a template.' },
    fallback: ['brief'],
    distinct: true,
    silent: true,
    help: 'Templates to print it with.',
    sample: '[brief]',
  },
  demands: {
    type: 'list',
    of: { type: 'markdown', help: 'One demand.', sample: 'The first demand.' },
    help: 'What is asked for, one demand an item.',
  },
  action: {
    type: 'map',
    fields: {
      label: {
        type: 'markdown',
        required: true,
        help: 'What the reader is asked to do.',
        sample: 'Join us',
      },
      url: { type: 'url', required: true, help: 'Where they do it.' },
    },
    help: 'The call to action.',
  },
  contact: {
    type: 'map',
    fields: {
      name: { type: 'text', help: 'Who answers.', sample: 'Name of your organisation' },
      email: { type: 'email', help: 'Email address.' },
      phone: { type: 'phone', help: 'Telephone number, with its country code.' },
      web: { type: 'url', help: 'Web address.' },
      address: { type: 'text', help: 'Postal address.', sample: 'Street 1, Town' },
    },
    help: 'Whom to ask.',
  },
  references: {
    type: 'list',
    of: {
      type: 'map',
      short: 'text',
      fields: {
        text: {
          type: 'markdown',
          required: true,
          help: 'The reference as printed.',
          sample: 'Author. (2024). Title.',
        },
        url: { type: 'url', help: 'Its address.' },
        lang: {
          type: 'language',
          silent: true,
          help: 'Its language, where it is not that of the file.',
        },
      },
      help: 'A source.',
    },
    kept: true,
    help: 'Sources, numbered in this order: text, or a map of text, url and lang.',
  },
  images: {
    type: 'named',
    of: { type: 'picture', help: 'A picture.' },
    silent: true,
    help: 'Pictures for templates, by name; also usable as ![](name).',
  },
  keywords: {
    type: 'list',
    of: { type: 'text', help: 'A word.', sample: 'refugees' },
    silent: true,
    help: 'Words to find the PDF by.',
  },
  signatories: {
    type: 'map',
    fields: {
      columns: { type: 'number', help: 'In how many columns, 1 to 4; by how many there are when absent.' },
      by: {
        type: 'choice',
        options: ['kind', 'country', 'name'],
        help: 'In which groups: organisations and people, countries, or none.',
        sample: 'country',
      },
    },
    kept: true,
    silent: true,
    help: 'How the names of a list of signatories beside the text are set.',
  },
  translation: {
    type: 'map',
    fields: {
      of: { type: 'language', required: true, help: 'Language of the original.' },
      by: { type: 'text', required: true, help: 'Who translated.', sample: 'Name of the translator' },
      status: {
        type: 'choice',
        options: ['unofficial', 'official', 'machine', 'draft'],
        required: true,
        help: 'How far the translation can be relied on.',
        sample: 'draft',
      },
    },
    silent: true,
    help: 'Set in translations: of what, by whom, how reliable.',
  },
} as const satisfies Fields;

/** What the front matter of an edition says in the common fields, with defaults filled in. */
export type FrontMatter = ValuesOf<typeof COMMON_FIELDS>;

/** True when all is there that a document must have; what a value may be is for ./check.ts to say. */
export function isFrontMatter(values: FieldValues): values is FieldValues & FrontMatter {
  return Object.entries<Field>(COMMON_FIELDS).every(
    ([name, { required, type }]) =>
      values[name] !== undefined || !(required === true || type === 'list' || type === 'named'),
  );
}
