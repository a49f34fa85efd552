/** `url`: an address as it is printed for people to type: without scheme and closing slash. */
import { describe, type HelperDefinition, helperFault } from './helper.ts';

export const url: HelperDefinition = {
  name: 'url',
  summary: 'An address without its scheme and closing slash, for print.',
  example: '{{url action.url}}',
  params: [1, 1],
  hash: [],
  run: (call) => {
    const [value] = call.params;
    if (typeof value !== 'string' || value === '') {
      throw helperFault(
        call,
        `${describe(value)} is not an address`,
        'to print a field called url, write {{this.url}}',
      );
    }
    return value.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/+$/, '');
  },
};
