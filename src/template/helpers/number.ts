/** `number`: a number in the digits of the language. */
import { formatNumber } from '../../language/numerals.ts';
import { describe, type HelperDefinition, helperFault } from './helper.ts';

export const number: HelperDefinition = {
  name: 'number',
  summary: 'A number in the language’s own digits.',
  example: '{{number 3.7}}, {{number year grouping=false}}',
  params: [1, 1],
  hash: ['decimals', 'grouping'],
  run: (call) => {
    const [value] = call.params;
    const parsed = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof parsed !== 'number' || !Number.isFinite(parsed)) {
      throw helperFault(call, `${describe(value)} is not a number`);
    }
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
