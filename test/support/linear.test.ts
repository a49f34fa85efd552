import { expect, test } from 'vitest';
import { expectLinear } from './linear.ts';

test('linear work passes, quadratic work does not', () => {
  const steps = (count: number): number => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum = (sum * 31 + i) | 0;
    return sum;
  };
  expect(() => expectLinear((size) => steps(size), 1_000_000)).not.toThrow();
  expect(() => expectLinear((size) => steps(size ** 2), 1_000)).toThrow(/ms for 2000/);
});
