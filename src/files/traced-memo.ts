/** Remembers what was made of files together with what was asked of the disk for it. */
import { Trace } from './trace.ts';

export class TracedMemo<T> {
  readonly #made = new Map<string, { readonly value: T; readonly trace: Trace }>();

  /** The value under `key`, made once; what it was made from is noted in `trace` every time. */
  get(key: string, trace: Trace | undefined, make: (trace: Trace) => T): T {
    const made = this.#made.get(key);
    if (made) {
      trace?.addAll(made.trace);
      return made.value;
    }
    const own = new Trace();
    try {
      const value = make(own);
      this.#made.set(key, { value, trace: own });
      return value;
    } finally {
      // Also when nothing came of it: the next try may find other files.
      trace?.addAll(own);
    }
  }

  /** Whether something it remembers was made from what has changed. */
  touches(changed: ReadonlySet<string>): boolean {
    return [...this.#made.values()].some(({ trace }) => trace.touches(changed));
  }
}
