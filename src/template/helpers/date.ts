/** `date`: a date in the words, digits and calendar of the language. */
import { type PlainDate, parseDate } from '../../language/calendar-date.ts';
import { formatDate, type PrintedDate } from '../../language/dates.ts';
import type { Language } from '../../language/language.ts';
import { escapeMarkup, inLanguage, LocalizedValue, Markup } from '../handlebars/values.ts';
import { describe, type HelperDefinition, helperFault } from './helper.ts';

/** Name for both calendars at once. */
const BOTH = 'both';

export const date: HelperDefinition = {
  name: 'date',
  summary: 'A date in the language’s own words, digits and calendar.',
  example: '{{date date}}, {{date date calendar="gregory"}}, {{date date calendar="both"}}',
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
    if (calendar === BOTH) return new LocalizedValue((language) => inBoth(parsed, language));
    if (calendar === undefined)
      return new LocalizedValue((language) => printed(formatDate(parsed, language)));
    if (typeof calendar !== 'string' || !Intl.supportedValuesOf('calendar').includes(calendar)) {
      throw helperFault(
        call,
        `${describe(calendar)} is not a calendar`,
        'for example gregory, persian, islamic-umalqura; both for that of the language, then Gregorian',
      );
    }
    return new LocalizedValue((language) => printed(formatDate(parsed, language, calendar)));
  },
};

/** In the calendar of the language, and behind it in brackets in the Gregorian, where that is another one. */
function inBoth(date: PlainDate, language: Language): string | Markup {
  const own = formatDate(date, language);
  const gregorian = formatDate(date, language, 'gregory');
  if (own.text === gregorian.text) return printed(own);
  const [first, second] = [printed(own), printed(gregorian)];
  if (typeof first === 'string' && typeof second === 'string') return `${first} (${second})`;
  return new Markup(`${markupOf(first)} (${markupOf(second)})`);
}

function markupOf(text: string | Markup): string {
  return text instanceof Markup ? text.toHTML() : escapeMarkup(text);
}

/** A date in borrowed words is a phrase in the language that lends them. */
function printed({ text, borrowed }: PrintedDate): string | Markup {
  return borrowed ? inLanguage(text, borrowed.tag) : text;
}
