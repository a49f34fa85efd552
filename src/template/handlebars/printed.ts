/**
 * Which fields of front matter a template prints, and under which conditions: read off the template while it is checked, so
 * that an author can be told of a field that none of a text's kinds prints.
 */
import type { Shape } from './shapes.ts';

/** A field that must be there, or must not, for a piece of the template to be printed. */
export interface Guard {
  readonly field: string;
  readonly present: boolean;
}

export interface PrintedField {
  /** Path of the field, as ./shapes.ts names it; what is inside it is printed too. */
  readonly field: string;
  readonly guards: readonly Guard[];
}

/** Gathers what a template prints; the same under the same conditions counts once. */
export class PrintedFields {
  readonly #printed = new Map<string, PrintedField>();

  add(field: string, guards: readonly Guard[]): void {
    const key = JSON.stringify([field, guards]);
    if (!this.#printed.has(key)) this.#printed.set(key, { field, guards });
  }

  list(): readonly PrintedField[] {
    return [...this.#printed.values()];
  }
}

/** The guard that a block adds; none where it does not ask for a field of the text as a whole. */
export function guardOf(shape: Shape, present: boolean): readonly Guard[] {
  const { field } = shape;
  // Each item of a list has its own fields, and the headline is always there: the title stands in for it.
  return field === undefined || /[[*]/.test(field) || field === 'headline' ? [] : [{ field, present }];
}
