/** Two spaces where one belongs. One is printed, and the other shows that something was taken out, or is still to come. */
import type { Language } from '../../language/language.ts';
import type { Findings } from '../findings.ts';
import type { Prose } from './prose.ts';

/**
 * Tells them where a text goes on after them on the same line.
 *
 * @param lines all lines of the file: the text itself has one space for as many as there are
 */
export function checkSpaces(
  block: readonly Prose[],
  lines: readonly string[],
  language: Language,
  findings: Findings,
): void {
  if (language.proof?.ignore?.includes('spaces')) return;
  for (const { text, span } of block) {
    const { line, column } = span;
    if (line === undefined || column === undefined || !text.endsWith(' ')) continue;
    const end = column - 1 + text.length;
    const [spaces] = /^[ \t]+(?=\S)/.exec((lines[line - 1] ?? '').slice(end)) ?? [];
    if (spaces === undefined) continue;
    const place = { ...span, column: end, length: spaces.length + 1 };
    findings.tell('leftovers', 'text-spaces', place, 'two spaces', { hint: 'take one of them out' });
  }
}
