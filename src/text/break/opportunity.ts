/** What UAX #14 allows between two clusters: a forced break has a character of its own and no cluster. */
import { BREAK_MANDATORY, NO_BREAK } from './opportunities.ts';

/** The strongest break between `end` of one cluster and the start of the next. */
export function opportunityAfter(text: string, breaks: Uint8Array, end: number, next: number): number {
  let strongest: number = breaks[end] ?? NO_BREAK;
  for (let at = end + 1; at <= next && at <= text.length; at++) {
    const kind = breaks[at] ?? NO_BREAK;
    if (kind === BREAK_MANDATORY) return BREAK_MANDATORY;
    if (strongest === NO_BREAK) strongest = kind;
  }
  return strongest;
}
