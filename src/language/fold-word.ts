/**
 * Words in one spelling, to be looked up: without case, accents, harakat and the letters that keyboards of one script put for
 * another's. What is folded is compared, and never printed.
 */

const MARKS =
  /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u09bc\u200b-\u200f\ufeff]/gu;

const LETTERS: readonly (readonly [letters: RegExp, letter: string])[] = [
  [/[يىېۍئۓے]/g, 'ی'],
  [/ك/g, 'ک'],
  [/[أإآٱ]/g, 'ا'],
  [/ؤ/g, 'و'],
  [/[ةہھۀۂە]/g, 'ه'],
  [/[ءٔ]/g, ''],
  [/ں/g, 'ن'],
  [/\u0901/g, '\u0902'],
  [/\u0981/g, ''],
  [/ß/g, 'ss'],
];

/** `word` as it is looked up. Words that fold to the same are one to readers of numbers and months, not to readers. */
export function foldWord(word: string): string {
  // Composed first, so that ئ and أ are one letter each before marks are taken off.
  let folded = word.normalize('NFKC').toLowerCase();
  for (const [letters, letter] of LETTERS) folded = folded.replace(letters, letter);
  return folded.normalize('NFD').replace(MARKS, '').normalize('NFC');
}
