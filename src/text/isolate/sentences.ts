/**
 * Sentences of foreign text between two words of the host's. A sentence that is all foreign is one run with its
 * punctuation, and so are several that follow each other, a citation say. A sentence that the host begins or ends
 * keeps to it: "according to UNHCR. IOM said" is two phrases with the host's full stop between them.
 */
import { sentenceEnd } from './gaps.ts';
import { hasDigits, type Item, textOf } from './items.ts';
import { isAcronym, NO_HOST } from './number-owner.ts';
import type { Reader } from './phrases.ts';
import { firstOfPhrase, lastOfPhrase, readAlone, readPieces } from './pieces.ts';
import { gapBetween, isSentenceLike, type Surroundings } from './stretch.ts';

interface Sentence {
  readonly items: readonly Item[];
  /** How it ends: undefined for the last. */
  readonly end: 'stop' | 'question' | undefined;
}

export function readSentences(reader: Reader, items: readonly Item[], around: Surroundings): void {
  const sentences = split(reader, items);
  const joined = joints(reader, sentences, around);
  for (let s = 0; s < sentences.length; s++) {
    let end = s;
    while (joined[end]) end++;
    readRun(reader, sentences, s, end, around);
    s = end;
  }
}

function split(reader: Reader, items: readonly Item[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let i = 0; i < items.length; i++) {
    const next = items[i + 1];
    const end = next && sentenceEnd(gapBetween(reader, items[i]!, next), reader.foreign);
    if (next && !end) continue;
    sentences.push({ items: items.slice(from, i + 1), end });
    from = i + 1;
  }
  return sentences;
}

/** For each sentence but the last, whether it is one run with the next. */
function joints(reader: Reader, sentences: readonly Sentence[], { left, right }: Surroundings): boolean[] {
  const last = sentences.length - 1;
  const numbered = sentences.some(({ items }) =>
    items.some((item) => hasDigits(reader, item) || isYear(reader, item)),
  );
  return sentences.map((sentence, s) => {
    if (s === last) return false;
    const next = sentences[s + 1]!;
    // The question mark is foreign where the host has its own.
    if (sentence.end === 'question' && reader.hostHasOwnMarks) return hasWord(next) || right !== 'tied';
    if (sentence.end === 'question' && asks(reader, sentence)) return true;
    const begins = s === 0 && left === 'tied';
    const ends = s + 1 === last && right === 'tied';
    if (begins && ends) return isCitation(reader, sentence, next);
    if (begins) return numbered;
    if (ends) return numbered && (isTitle(reader, next) || endsCitation(reader, sentences, s));
    return true;
  });
}

/** `OHCHR. (2023)`, `OHCHR (2023). Report 12/4`: an author and a year, or a year and a title. */
function isCitation(reader: Reader, before: Sentence, after: Sentence): boolean {
  if (isYear(reader, after.items[0]!)) return true;
  const year = isYear(reader, before.items[before.items.length - 1]!);
  return year && (isTitle(reader, after) || isReference(reader, before));
}

/** `(2023)`, `(2024, April 4)`, `(n.d.)`. */
function isYear(reader: Reader, item: Item): boolean {
  return (
    (item.kind === 'group' || item.kind === 'native') &&
    item.last > item.first &&
    (hasDigits(reader, item) || /^\((?:n\. ?d\.|in press|forthcoming)\)$/.test(textOf(reader, item)))
  );
}

/**
 * Whether the last sentence ends the citation before it, which has a year in brackets: with another year, with a title
 * after an author's initials and year, or with a place (Geneva).
 */
function endsCitation(reader: Reader, sentences: readonly Sentence[], before: number): boolean {
  const [first, more] = sentences[before + 1]!.items;
  if (isYear(reader, first!)) return true;
  if (first!.kind !== 'word' || isAcronym(textOf(reader, first!))) return false;
  if (isReference(reader, sentences[before]!)) return true;
  if (sentences[before + 1]!.items.some((item) => PUBLISHER.test(textOf(reader, item)))) return true;
  return more?.kind !== 'word' && sentences.some(({ items }) => items.some((item) => isYear(reader, item)));
}

const PUBLISHER = /^(?:Press|Publish(?:ers|ing)|Publications?|Books|Verlag|Éditions)$/;

/** `Smith, J., & Doe, A. (2020)`: names with initials, and a year. */
function isReference(reader: Reader, { items }: Sentence): boolean {
  const initials = items.some(
    (item, i) => i > 0 && item.kind === 'word' && /^\p{Lu}(?:\.\p{Lu}\.?)?$/u.test(textOf(reader, item)),
  );
  return initials && isYear(reader, items[items.length - 1]!);
}

/** Whether a sentence is more than a name: it has a number, a colon, or words in small letters. */
function isTitle(reader: Reader, { items }: Sentence): boolean {
  if (!items.some((item) => item.hasWord)) return false;
  const written = textOf(reader, { first: items[0]!.first, last: items[items.length - 1]!.last });
  return /\p{Nd}|: /u.test(written) || isSentenceLike(written);
}

/** Whether a sentence is a question by its first word, so that its mark is not the host's: Who Counts? Refugees in 2023. */
function asks(reader: Reader, { items }: Sentence): boolean {
  const word = items.find((item) => item.hasWord);
  return word !== undefined && QUESTION.test(textOf(reader, word));
}

const QUESTION =
  /^(?:Who|Whom|Whose|What|Which|When|Where|Why|How|Is|Are|Am|Was|Were|Do|Does|Did|Has|Have|Can|Could|Shall|Should|Will|Would|May|Must)$/;

function hasWord({ items }: Sentence): boolean {
  return items.some((item) => item.hasWord);
}

/** Decides on sentences `[from, to]`, which belong together. */
function readRun(
  reader: Reader,
  sentences: readonly Sentence[],
  from: number,
  to: number,
  around: Surroundings,
): void {
  const begins = from === 0 ? around.left : 'free';
  const ends = to === sentences.length - 1 ? around.right : 'free';
  const items = sentences.slice(from, to + 1).flatMap((sentence) => sentence.items);
  const inside: Surroundings = {
    ...around,
    left: begins,
    right: ends,
    hostBefore: from === 0 ? around.hostBefore : NO_HOST,
    after: to === sentences.length - 1 ? around.after : '. ',
    end: sentences[to + 1]?.items[0]?.first ?? around.end,
  };
  const whole = begins === 'free' && ends === 'free';
  const bracket = items.length === 1 && items[0]!.kind === 'group';
  if ((from === to && (!whole || bracket)) || !items.some((item) => item.hasWord)) {
    readPieces(reader, items, inside);
    return;
  }
  const first =
    begins === 'free'
      ? items.findIndex((item) => item.kind !== 'native')
      : firstOfPhrase(reader, items, inside);
  const last = ends === 'free' ? items.length - 1 : lastOfPhrase(reader, items, inside);
  for (let i = 0; i < items.length; i++) if (i < first || i > last) readAlone(reader, items[i]!);
  const end = items[last]!.last;
  reader.add(items[first]!.first, last < items.length - 1 ? end : withPunctuation(reader, end, inside));
}

/** The last token of a run with the marks that end it, and the note's mark after them. */
function withPunctuation({ text, tokens }: Reader, last: number, { right, end }: Surroundings): number {
  let to = last;
  for (let t = last + 1; t < end; t++) {
    const { kind, start } = tokens[t]!;
    const own = kind === 'aside' ? right === 'free' : kind === 'mark' && MARK.test(text[start]!);
    if (start !== tokens[to]!.end || !own || (text[start] === '.' && right === 'tied')) break;
    to = t;
  }
  return to;
}

const MARK = /[.!?…%‰°”’"]/;
