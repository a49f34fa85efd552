/** Whether work grows with the length of its input or with the square of it, told by CPU time. */
import { expect } from 'vitest';

/** Twice the input takes twice the time of linear work, and four times that of quadratic work. */
const MOST = 3;
const ROUNDS = 40;
/** ms that a run must take to be compared. */
const LEAST = 4;

/**
 * Does work of one size and of twice that size by turns, until the least time of the larger is less than three times the
 * least of the smaller; fails when that never comes. What else the machine does can only add to a time, so the
 * least is what the work itself needs.
 *
 * @param work is told its size and a number that no run had before, for input that nothing can have remembered
 * @param start large enough that a square would show; doubled until a run takes some milliseconds
 */
export function expectLinear(work: (size: number, run: number) => void, start: number): void {
  let size = start;
  let run = 0;
  const timed = (of: number): number => {
    const before = process.cpuUsage();
    work(of, run++);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  timed(size); // Compiles the code.
  let single = timed(size);
  while (single < LEAST) {
    size *= 2;
    single = timed(size);
  }
  let double = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    double = Math.min(double, timed(2 * size));
    // After the larger, so that its code is no less compiled.
    single = Math.min(single, timed(size));
    if (double < MOST * single) return;
  }
  expect(double / single, `${double} ms for ${2 * size}, ${single} ms for ${size}`).toBeLessThan(MOST);
}
