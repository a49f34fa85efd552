/** `time`: a time of the day in the digits and manner of the language. */
import { formatTime } from '../../language/times.ts';
import { describe, type HelperDefinition, helperFault } from './helper.ts';

export const time: HelperDefinition = {
  name: 'time',
  summary: 'A time of the day in the language’s own digits, by its 12- or 24-hour clock.',
  example: '{{time start}}',
  params: [1, 1],
  hash: [],
  run: (call) => {
    const [value] = call.params;
    const text = typeof value === 'string' ? formatTime(value, call.application.language) : undefined;
    if (text !== undefined) return text;
    throw helperFault(
      call,
      `${describe(value)} is not a time (HH:MM)`,
      'where the time may be absent, write {{#if start}}{{time start}}{{/if}}',
    );
  },
};
