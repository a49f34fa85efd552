/** `inline`: a Markdown text with its links and emphasis, where `{{title}}` prints it plain. */
import { escapeMarkup, Markup, TextValue } from '../handlebars/values.ts';
import { describe, type HelperDefinition, helperFault } from './helper.ts';

export const inline: HelperDefinition = {
  name: 'inline',
  summary: 'A text of the front matter with its links and emphasis.',
  example: '{{#each demands}}<item>{{inline this}}</item>{{/each}}',
  params: [1, 1],
  hash: [],
  placeholder: true,
  run: (call) => {
    const [value] = call.params;
    if (value instanceof TextValue) return call.application.place({ type: 'inline', children: value.inline });
    if (value === null || value === undefined) return '';
    // A plain string has no formatting; it is printed, so that `inline` fits every text.
    if (typeof value === 'string') return new Markup(escapeMarkup(value));
    throw helperFault(call, `${describe(value)} is not text`);
  },
};
