/** `add`: the sum of numbers, for counting from 1 where `@index` counts from 0. */
import { describe, type HelperDefinition, helperFault } from './helper.ts';

export const add: HelperDefinition = {
  name: 'add',
  summary: 'The sum of its numbers.',
  example: '{{number (add @index 1)}}',
  params: [2, 10],
  hash: [],
  run: (call) =>
    call.params.reduce<number>((sum, value) => {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      if (typeof number !== 'number' || !Number.isFinite(number)) {
        throw helperFault(call, `${describe(value)} is not a number`);
      }
      return sum + number;
    }, 0),
};
