/**
 * What a piece of work asked of the disk and what it was answered. Work whose questions all get the same answers
 * again gives the same result again, which is what later builds rest on.
 */
import { byCodeUnit } from '../diagnostics/code-unit-order.ts';

/** `read` is answered by a digest, `list` by the digest of the names, `look` by what is there. */
export type Question = 'read' | 'list' | 'look';

/** One question with its answer. Plain data. */
export interface TraceEntry {
  readonly asked: Question;
  /** A path for the door: `content/a/en.md`, `bayan:templates/brief.hbs`, `package:@scope/name/file.ttf`. */
  readonly path: string;
  /** A SHA-256 in hexadecimal, `file`, `folder`, `absent`, or why there was no answer: `outside`, `unreadable` … */
  readonly answer: string;
}

/** Something that was asked, and can tell what was answered; the digest is made only when somebody wants it. */
export interface Asked {
  readonly asked: Question;
  readonly path: string;
  readonly answer: string;
}

/** Gathers what one piece of work asks; the same question counts once. */
export class Trace {
  readonly #asked = new Map<string, Asked>();
  /** Traces that were added, and how long they were. */
  readonly #taken = new WeakMap<Trace, number>();

  add(asked: Asked): void {
    this.#asked.set(traceKey(asked), asked);
  }

  addAll(other: Trace): void {
    // What is remembered tells the same thousands of times for each document.
    if (this.#taken.get(other) === other.#asked.size) return;
    this.#taken.set(other, other.#asked.size);
    for (const [key, asked] of other.#asked) this.#asked.set(key, asked);
  }

  /** Whether the other asks the same questions, of one door and between two refreshes. */
  equals(other: Trace): boolean {
    if (this.#asked.size !== other.#asked.size) return false;
    for (const key of this.#asked.keys()) if (!other.#asked.has(key)) return false;
    return true;
  }

  /** Whether one of these questions is part of it. */
  touches(keys: ReadonlySet<string>): boolean {
    for (const key of keys) if (this.#asked.has(key)) return true;
    return false;
  }

  /** Everything asked, as plain data in one order: by path, then by question. */
  entries(): readonly TraceEntry[] {
    return [...this.#asked.values()]
      .map(({ asked, path, answer }) => ({ asked, path, answer }))
      .sort((a, b) => byCodeUnit(a.path, b.path) || byCodeUnit(a.asked, b.asked));
  }
}

/** What tells one question from another. */
export function traceKey({ asked, path }: { readonly asked: Question; readonly path: string }): string {
  return `${asked} ${path}`;
}
