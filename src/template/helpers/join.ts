/** `join`: a list as text, with the separator given or as the language joins a list ("a, b and c"). */
import { joinList } from '../../language/lists.ts';
import { TextValue } from '../handlebars/values.ts';
import { describe, type HelperDefinition, helperFault } from './helper.ts';

export const join: HelperDefinition = {
  name: 'join',
  summary: 'A list as text; without a separator, as the language writes a list.',
  example: '{{join keywords " · "}}',
  params: [1, 2],
  hash: [],
  run: (call) => {
    const [items, separator] = call.params;
    if (!Array.isArray(items)) throw helperFault(call, `${describe(items)} is not a list`);
    const words = items.map((item) => {
      if (typeof item === 'string' || typeof item === 'number' || item instanceof TextValue) return `${item}`;
      throw helperFault(call, `the list holds ${describe(item)}, which is not text`);
    });
    if (typeof separator === 'string') return words.join(separator);
    return joinList(words, call.application.language);
  },
};
