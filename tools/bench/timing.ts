/** Measures work in the process that it is done in, for the jobs and the peers alike. */
import type { Rebuilds, Rounds, Run } from './context.ts';

/** Starts a clock, which tells the ms since then when it is called: on the wall, and of the CPU. */
export function startClock(): () => { readonly wall: number; readonly cpu: number } {
  const before = process.cpuUsage();
  const began = performance.now();
  return () => {
    const wall = performance.now() - began;
    const { user, system } = process.cpuUsage(before);
    return { wall, cpu: (user + system) / 1000 };
  };
}

/** Builds version 0 of a text, then each version after it twice: as an edit, and again without one. */
export async function rebuildAll<T extends Run>(
  build: (version: number) => T | Promise<T>,
  { warmUp, runs }: Rounds,
): Promise<Rebuilds<T>> {
  const first = await build(0);
  const edit: T[] = [];
  const again: T[] = [];
  for (let i = 0; i < warmUp + runs; i++) {
    const changed = await build(i + 1);
    const same = await build(i + 1);
    if (i < warmUp) continue;
    edit.push(changed);
    again.push(same);
  }
  return { first, edit, again };
}
