/**
 * Text as it is searched: without what a reader does not type or cannot see – case, vowel marks, kashida, joiners,
 * hyphens at the ends of lines, which of the Arabic keyboards a letter is from, whose digits. Each unit of it knows
 * where in the text it comes from, so that what is found can be marked.
 */

export interface SearchText {
  readonly text: string;
  /** For each code unit of `text`, and for its end, the place in the original. */
  readonly places: readonly number[];
}

/** Letters that keyboards of Arabic script mix, and letters with what is often left away. */
const SAME_LETTER: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ۍ: 'ی',
  ې: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۃ: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ګ: 'گ',
};

/** Marks, format characters (joiners, bidi controls, soft hyphens), kashida and hyphens. */
const UNSEEN = /^[\p{M}\p{Cf}\u0640\u2010\u2011-]$/u;
const HYPHEN = /[\u2010\u2011\u00AD-]$/u;

export function searchText(original: string): SearchText {
  const places: number[] = [];
  let text = '';
  let place = 0;
  for (const character of original) {
    const plain = plainCharacter(character);
    // A space at the end of a line after a hyphen is no space; several are one.
    const keep =
      plain !== ' ' ||
      (!text.endsWith(' ') && !(isLineEnd(character) && HYPHEN.test(original.slice(0, place))));
    if (keep) {
      for (let unit = 0; unit < plain.length; unit++) places.push(place);
      text += plain;
    }
    place += character.length;
  }
  places.push(place);
  return { text, places };
}

/** A character as it is searched: none, one or (ﬁ, ﷲ) several. */
function plainCharacter(character: string): string {
  let plain = '';
  for (const part of character.normalize('NFKD').toLowerCase()) {
    if (UNSEEN.test(part)) continue;
    plain += /\s/.test(part) ? ' ' : (SAME_LETTER[part] ?? digitOf(part) ?? part);
  }
  return plain;
}

/** The value of a decimal digit of any script: Unicode has each ten in a row, from a zero that is the first of its kind. */
function digitOf(character: string): string | undefined {
  if (!/\p{Nd}/u.test(character)) return undefined;
  const code = character.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

function isLineEnd(character: string): boolean {
  return character === '\n';
}
