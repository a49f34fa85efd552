/**
 * The schema of front matter, the one source of the `FrontMatter` type, of the table in the docs and of the
 * JSON Schema for editors (./front-matter-docs.ts). `v.description` is what authors read about a field.
 */
import * as v from 'valibot';
import { isSafeUrl, URL_SCHEMES } from '../document/safe-url.ts';
import { isCalendarDate } from '../language/calendar-date.ts';
import { foldDigits } from '../language/digits.ts';
import { knownLanguage } from '../language/known-language.ts';

const text = () => v.pipe(v.string('must be text'), v.trim(), v.nonEmpty('must not be empty'));

const url = () =>
  v.pipe(
    text(),
    v.check(isSafeUrl, `must be a whole address that starts with ${URL_SCHEMES.join(', ')}`),
    v.metadata({ format: 'uri' }),
  );

const list = <const Item extends v.GenericSchema>(item: Item) =>
  v.array(item, 'must be a list: one item a line, each after “- ”');

const language = () =>
  v.pipe(
    text(),
    v.check(
      (tag) => knownLanguage(tag) !== undefined,
      'must be a language tag (BCP 47) such as en, fa-AF or ps',
    ),
    v.transform((tag) => knownLanguage(tag) ?? tag),
  );

/** `true` and `false` come from YAML as text: every scalar does, so that `2024-04` or `+93…` keep their form. */
const boolean = () =>
  v.pipe(
    v.union([v.boolean(), v.picklist(['true', 'false'])], 'must be true or false'),
    v.transform((value) => value === true || value === 'true'),
    v.metadata({ type: 'boolean' }),
  );

const mapOf = 'must be a map: “name: value”, indented, one a line';

const action = v.strictObject(
  {
    label: v.pipe(text(), v.description('What the reader is asked to do (Markdown).')),
    url: v.pipe(url(), v.description('Where they do it.')),
  },
  mapOf,
);

const contact = v.strictObject(
  {
    name: v.optional(v.pipe(text(), v.description('Who answers.'))),
    email: v.optional(
      v.pipe(
        text(),
        v.email('must be an email address'),
        v.metadata({ format: 'email' }),
        v.description('Email address.'),
      ),
    ),
    phone: v.optional(
      v.pipe(
        text(),
        v.transform(foldDigits),
        v.regex(/^\+?[\d\s().-]{3,}$/, 'must be a telephone number such as +93 20 123 4567'),
        v.description('Telephone number, with its country code.'),
      ),
    ),
    web: v.optional(v.pipe(url(), v.description('Web address.'))),
    address: v.optional(v.pipe(text(), v.description('Postal address.'))),
  },
  mapOf,
);

const reference = v.union(
  [
    v.pipe(
      text(),
      v.transform((value): { text: string; url?: string; lang?: string } => ({ text: value })),
    ),
    v.strictObject(
      {
        text: v.pipe(text(), v.description('The reference as printed (Markdown).')),
        url: v.optional(v.pipe(url(), v.description('Its address.'))),
        lang: v.optional(
          v.pipe(language(), v.description('Its language, where it is not that of the file.')),
        ),
      },
      mapOf,
    ),
  ],
  'must be text, or a map of text, url and lang',
);

const image = v.strictObject(
  {
    src: v.pipe(text(), v.description('The file: beside the content file, or from the project folder.')),
    alt: v.optional(
      v.pipe(
        v.string('must be text'),
        v.trim(),
        v.description('What it shows, for those who cannot see it; required unless decorative.'),
      ),
    ),
    caption: v.optional(v.pipe(text(), v.description('Printed below it (Markdown).'))),
    decorative: v.optional(
      v.pipe(boolean(), v.description('true: it only decorates; screen readers pass over it.')),
      false,
    ),
  },
  mapOf,
);

const translation = v.strictObject(
  {
    of: v.pipe(language(), v.description('Language of the original.')),
    by: v.pipe(text(), v.description('Who translated.')),
    status: v.pipe(
      v.picklist(
        ['unofficial', 'official', 'machine', 'draft'],
        'must be unofficial, official, machine or draft',
      ),
      v.description('How far the translation can be relied on.'),
    ),
  },
  mapOf,
);

export const FrontMatterSchema = v.strictObject(
  {
    title: v.pipe(text(), v.description('The title, the only heading of level 1 (Markdown).')),
    subtitle: v.optional(v.pipe(text(), v.description('Printed below the title (Markdown).'))),
    headline: v.optional(
      v.pipe(text(), v.description('A short headline for flyers (Markdown); the title when absent.')),
    ),
    summary: v.optional(
      v.pipe(text(), v.description('One or two sentences that open the document (Markdown).')),
    ),
    date: v.pipe(
      text(),
      v.transform(foldDigits),
      v.check(
        isCalendarDate,
        'must be a real date written YYYY, YYYY-MM or YYYY-MM-DD in the Gregorian calendar',
      ),
      v.metadata({ pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$', jsonType: ['string', 'integer'] }),
      v.description(
        'Date of the statement: YYYY, YYYY-MM or YYYY-MM-DD, Gregorian; printed in the language’s own calendar.',
      ),
    ),
    kinds: v.optional(
      v.pipe(
        list(
          v.pipe(text(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'must be the name of a template, such as brief')),
        ),
        v.minLength(1, 'must name at least one template'),
        v.checkItems((kind, index, all) => all.indexOf(kind) === index, 'names a template twice'),
        v.description('Templates to print it with.'),
      ),
      ['brief'],
    ),
    demands: v.optional(
      v.pipe(list(text()), v.description('What is asked for, one demand an item (Markdown).')),
      [],
    ),
    action: v.optional(v.pipe(action, v.description('The call to action.'))),
    contact: v.optional(v.pipe(contact, v.description('Whom to ask.'))),
    references: v.optional(
      v.pipe(
        list(reference),
        v.description('Sources, numbered in this order: text, or a map of text, url and lang.'),
      ),
      [],
    ),
    images: v.optional(
      v.pipe(
        v.record(v.string(), image, mapOf),
        v.description('Pictures for templates, by name; also usable as ![](name).'),
      ),
      {},
    ),
    keywords: v.optional(v.pipe(list(text()), v.description('Words to find the PDF by.')), []),
    translation: v.optional(
      v.pipe(translation, v.description('Set in translations: of what, by whom, how reliable.')),
    ),
  },
  mapOf,
);
