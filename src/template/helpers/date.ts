/** `date`: a date in the words, digits and calendar of the language. */
import { parseDate } from '../../language/calendar-date.ts';
import { formatDate, type PrintedDate } from '../../language/dates.ts';
import { inLanguage, LocalizedValue, type Markup } from '../handlebars/values.ts';
import { describe, type HelperDefinition, helperFault } from './helper.ts';

export const date: HelperDefinition = {
  name: 'date',
  summary: 'A date in the language’s own words, digits and calendar.',
  example: '{{date date}} ({{date date calendar="gregory"}})',
  params: [1, 1],
  hash: ['calendar'],
  run: (call) => {
    const [value] = call.params;
    const parsed = typeof value === 'string' ? parseDate(value) : undefined;
    if (!parsed) {
      throw helperFault(
        call,
        `${describe(value)} is not a date (YYYY, YYYY-MM or YYYY-MM-DD)`,
        'where the date may be absent, write {{#if date}}{{date date}}{{/if}}',
      );
    }
    const { calendar } = call.hash;
    if (calendar === undefined)
      return new LocalizedValue((language) => printed(formatDate(parsed, language)));
    if (typeof calendar !== 'string' || !Intl.supportedValuesOf('calendar').includes(calendar)) {
      throw helperFault(
        call,
        `${describe(calendar)} is not a calendar`,
        'for example gregory, persian, islamic-umalqura',
      );
    }
    return new LocalizedValue((language) => printed(formatDate(parsed, language, calendar)));
  },
};

/** A date in borrowed words is a phrase in the language that lends them. */
function printed({ text, borrowed }: PrintedDate): string | Markup {
  return borrowed ? inLanguage(text, borrowed.tag) : text;
}
