/** Digits of two scripts in one text. */
import { readDigit } from '../../language/digits.ts';
import type { Language } from '../../language/language.ts';
import { scriptOf } from '../../language/script.ts';
import type { Findings } from '../findings.ts';
import { type Prose, spanIn } from './prose.ts';

interface FoundNumber {
  readonly prose: Prose;
  readonly start: number;
  readonly text: string;
  readonly system: string;
}

/**
 * Tells numbers in digits of which the text has fewer than of others. Western digits beside words in Latin letters, in citations
 * and names, belong to those.
 */
export function checkDigits(texts: readonly Prose[], language: Language, findings: Findings): void {
  if (language.proof?.ignore?.includes('digits')) return;
  const numbers = texts.flatMap((prose) => numbersIn(prose, language));
  const counts = new Map<string, number>();
  for (const { system } of numbers) counts.set(system, (counts.get(system) ?? 0) + 1);
  if (counts.size < 2) return;
  // Of as many, those of the language are right.
  const weight = (system: string): number => counts.get(system)! + (system === language.digits ? 0.5 : 0);
  const [most] = [...counts.keys()].sort((a, b) => weight(b) - weight(a));
  const usual = numbers.find(({ system }) => system === most)!;
  for (const { prose, start, text, system } of numbers) {
    if (system === most) continue;
    const message = `“${text}” is in other digits than the rest of the text, “${usual.text}” for example`;
    findings.tell('leftovers', 'text-digits', spanIn(prose, start, text.length), message);
  }
}

function numbersIn(prose: Prose, language: Language): readonly FoundNumber[] {
  return [...prose.text.matchAll(/\p{Nd}+(?:[.,٫٬/]\p{Nd}+)*/gu)].flatMap((found) => {
    const system = readDigit(String.fromCodePoint(found[0].codePointAt(0)!))?.system;
    const own = { prose, start: found.index, text: found[0] };
    if (system === undefined) return [];
    if (
      system === 'latn' &&
      language.script !== 'Latn' &&
      isForeign(prose.text, found.index, found[0].length)
    )
      return [];
    return [{ ...own, system }];
  });
}

/** How far the Latin letters that a number belongs to may be from it. */
const REACH = 12;

/** Whether Latin letters are the nearest on one of its sides, or nothing but the number stands there. */
function isForeign(text: string, start: number, length: number): boolean {
  const before = nearestScript([...text.slice(Math.max(0, start - REACH), start)].reverse());
  const after = nearestScript([...text.slice(start + length, start + length + REACH)]);
  return before === 'Latn' || after === 'Latn' || (before === undefined && after === undefined);
}

function nearestScript(chars: readonly string[]): string | undefined {
  for (const char of chars) {
    const script = scriptOf(char.codePointAt(0)!);
    if (script !== 'Zyyy' && script !== 'Zinh') return script;
  }
  return undefined;
}
