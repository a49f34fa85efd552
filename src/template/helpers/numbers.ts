/** Helpers for numbers: `number` prints one in the digits of the language, `add` is for counting from 1. */
import { formatNumber } from '../../language/numerals.ts';
import { describe, type HelperCall, type HelperDefinition, helperFault } from './helper.ts';

export const number: HelperDefinition = {
  name: 'number',
  summary: 'A number in the language’s own digits.',
  example: '{{number 3.7}}, {{number year grouping=false}}',
  params: [1, 1],
  hash: ['decimals', 'grouping'],
  run: (call) => {
    const parsed = numberOf(call, call.params[0]);
    const { decimals, grouping } = call.hash;
    if (
      decimals !== undefined &&
      !(Number.isInteger(decimals) && Number(decimals) >= 0 && Number(decimals) <= 20)
    ) {
      throw helperFault(call, `decimals=${describe(decimals)} is not a whole number from 0 to 20`);
    }
    return formatNumber(parsed, call.application.language, {
      ...(decimals !== undefined && { decimals: Number(decimals) }),
      grouping: grouping !== false,
    });
  },
};

export const add: HelperDefinition = {
  name: 'add',
  summary: 'The sum of its numbers.',
  example: '{{number (add @index 1)}}',
  params: [2, 10],
  hash: [],
  run: (call) => call.params.reduce<number>((sum, value) => sum + numberOf(call, value), 0),
};

/** A number, or a text that is one, as fields of the front matter are. */
function numberOf(call: HelperCall, value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw helperFault(call, `${describe(value)} is not a number`);
}
