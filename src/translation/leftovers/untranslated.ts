/** Blocks of a translation that are still in the language of the original. */
import { foldWord } from '../../language/fold-word.ts';
import type { Language } from '../../language/language.ts';
import { scriptOf, writingSystem } from '../../language/script.ts';
import type { Pair } from '../align.ts';
import type { TextBlock } from '../blocks.ts';
import { type Findings, placeOf, quoted } from '../findings.ts';

/** Names and numbers alone stay as they are; so many words make a sentence. */
const FEWEST_WORDS = 4;
/** Part of the words that a translation into a language of the same script may have in common with the original. */
const MOST_SHARED = 0.85;
/** Part of the letters of another script that a text of names and citations may have. */
const MOST_FOREIGN = 0.7;

export function checkUntranslated(
  pairs: readonly Pair[],
  languages: { readonly source: Language; readonly translation: Language },
  findings: Findings,
): void {
  for (const { source, translation } of pairs) {
    for (const block of translation) {
      if (!isUntranslated(block, source, languages)) continue;
      const there = source[0] ? ` (${placeOf(source[0].span)})` : '';
      const marked = block.lang === undefined ? '' : `, and marked so`;
      const message = `this is still in ${languages.source.name}${marked}${there}: ${quoted(block.text)}`;
      const hint =
        block.lang === undefined ? 'translate it' : `translate it, and take {lang=${block.lang}} away`;
      findings.tell('leftovers', 'text-untranslated', block.span, message, { hint });
    }
  }
}

function isUntranslated(
  block: TextBlock,
  source: readonly TextBlock[],
  { source: from, translation: to }: { readonly source: Language; readonly translation: Language },
): boolean {
  if (block.kind === 'code' || block.kind === 'picture') return false;
  const words = wordsOf(block.text);
  if (words.length < FEWEST_WORDS) return false;
  if (from.script !== to.script) {
    const letters = [...block.text.replace(/https?:\S+/g, '')].filter((char) => /\p{L}/u.test(char));
    const foreign = letters.filter(
      (letter) => writingSystem(scriptOf(letter.codePointAt(0)!), from) === from.script,
    );
    return (
      foreign.length > letters.length * MOST_FOREIGN && (block.lang === undefined || block.lang === from.tag)
    );
  }
  const original = new Set(source.flatMap(({ text }) => wordsOf(text)));
  const shared = words.filter((word) => original.has(word)).length;
  return shared >= words.length * MOST_SHARED;
}

const wordsOf = (text: string): readonly string[] =>
  (text.replace(/https?:\S+/g, '').match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).map(foldWord);
