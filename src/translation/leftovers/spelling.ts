/** Slips of the keyboard: letters of another language, spaces where a zero-width non-joiner belongs. */
import type { Language, Proof } from '../../language/language.ts';
import type { Findings } from '../findings.ts';
import { type Prose, spanIn } from './prose.ts';

/** Tells the slips in a stretch of text; what counts as one is said in the language's row. */
export function checkSpelling(prose: Prose, language: Language, findings: Findings): void {
  const { letters = {}, joined } = language.proof ?? {};
  const tell = (
    code: 'text-letter' | 'text-joiner',
    { index, length }: Pick<FoundWord, 'index' | 'length'>,
    message: string,
    hint: string,
  ): void => findings.tell('leftovers', code, spanIn(prose, index, length), message, { hint });

  for (const [wrong, right] of Object.entries(letters)) {
    const at = prose.text.indexOf(wrong);
    if (at < 0) continue;
    const found = wordAround(prose.text, at, at + wrong.length);
    const message = `“${found.word}” has the letter ${wrong} (${codeOf(wrong)}), and ${language.name} writes ${right} (${codeOf(right)})`;
    const hint = `write ${found.word.replaceAll(wrong, right)}; text of another language is marked: [${found.word}]{lang=…}`;
    tell('text-letter', found, message, hint);
  }
  if (!joined) return;
  for (const space of prose.text.matchAll(spaces(joined))) {
    const found = wordAround(prose.text, space.index, space.index + 1);
    const message = `“${found.word}” is written with a space, and is one word`;
    const hint = `write ${found.word.replace(' ', '\u200c')}, with a zero-width non-joiner (U+200C)`;
    tell('text-joiner', found, message, hint);
  }
  for (const found of prose.text.matchAll(LOOKALIKE))
    tell(
      'text-joiner',
      { index: found.index, length: found[0].length },
      `“${found[0]}” has ${codeOf([...found[0]].find((char) => !/\p{L}/u.test(char))!)} between its letters`,
      'put a zero-width non-joiner (U+200C) there',
    );
}

/** What stands between letters where converters and old programs lose the zero-width non-joiner. */
const LOOKALIKE = /\p{L}[\u00ac\u00ad\u200b\ufeff]\p{L}/gu;

/** Spaces after a prefix and before an ending. After a number or the word for a month, می is May. */
function spaces({ prefixes, endings }: NonNullable<Proof['joined']>): RegExp {
  const [before, after] = [prefixes, endings].map((words) => words.split(' ').join('|'));
  const prefix = `(?<=(?<![\\p{L}\\p{M}\\u200c]|ماه |[0-9۰-۹] )(?:${before})) (?=\\p{L})(?!سال)`;
  return new RegExp(`${prefix}|(?<=\\p{L}) (?=(?:${after})(?![\\p{L}\\p{M}\\u200c]))`, 'gu');
}

interface FoundWord {
  readonly word: string;
  readonly index: number;
  readonly length: number;
}

/** The stretch from `start` to `end` with the letters on both sides of it. */
function wordAround(text: string, start: number, end: number): FoundWord {
  let [from, to] = [start, end];
  while (from > 0 && LETTER.test(text[from - 1]!)) from--;
  while (to < text.length && LETTER.test(text[to]!)) to++;
  return { word: text.slice(from, to), index: from, length: to - from };
}

const LETTER = /[\p{L}\p{M}\u200c]/u;

const codeOf = (char: string): string =>
  `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
