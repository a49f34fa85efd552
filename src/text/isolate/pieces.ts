/**
 * Phrases inside a sentence that the host begins or ends: what holds together is one phrase, with the numbers, brackets
 * and marks that belong to it and without those of the host's.
 */
import { isRelation, joins, keepsItsStop } from './gaps.ts';
import { hasDigits, type Item, textOf } from './items.ts';
import { isAcronym, isCounted, isHostsLast, isIntroduced, NO_HOST } from './number-owner.ts';
import type { Edge, Reader } from './phrases.ts';
import { gapBetween, isSentenceLike, type Surroundings } from './stretch.ts';

/** Cuts items where the host's numbers stand, or punctuation that holds nothing together, and isolates each piece. */
export function readPieces(reader: Reader, items: readonly Item[], around: Surroundings): void {
  const parts = reader.hostHasOwnMarks ? undefined : numberedParts(reader, items);
  let from = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const next = items[i + 1];
    const gap = next && gapBetween(reader, item, next);
    const native = item.kind === 'native' || next?.kind === 'native';
    const shared = () =>
      parts![i]! || parts![i + 1]! || /(?:^|\P{L})\p{Lu}$/u.test(gap!.before) || /^\p{Ll}/u.test(gap!.after);
    if (gap && !native && joins(gap, reader.foreign, reader.hostHasOwnMarks, shared)) continue;
    readPiece(reader, items.slice(from, i + 1), {
      left: from === 0 ? around.left : edgeBeside(items[from - 1]!),
      right: next ? edgeBeside(next) : around.right,
      hostBefore: from === 0 ? around.hostBefore : NO_HOST,
      after: gap ? gap.text + gap.after : around.after,
      end: next?.first ?? around.end,
    });
    from = i + 1;
  }
}

function edgeBeside({ kind }: Item): Edge {
  return kind === 'native' ? 'tied' : 'clause';
}

/**
 * For each item whether the part between two commas that it stands in has a number: so has an address, where the comma
 * is foreign, and a list of names has none.
 */
function numberedParts(reader: Reader, items: readonly Item[]): boolean[] {
  const numbered: boolean[] = [];
  let from = 0;
  for (let i = 0; i < items.length; i++) {
    const next = items[i + 1];
    if (next && !/[,;]/.test(gapBetween(reader, items[i]!, next).text)) continue;
    const digits = items.slice(from, i + 1).some((item) => hasDigits(reader, item));
    for (let k = from; k <= i; k++) numbered.push(digits);
    from = i + 1;
  }
  return numbered;
}

function readPiece(reader: Reader, items: readonly Item[], around: Surroundings): void {
  const first = firstOfPhrase(reader, items, around);
  const last = lastOfPhrase(reader, items, around);
  const hasPhrase = items.slice(first, last + 1).some((item) => item.hasWord);
  items.forEach((item, i) => {
    if (!hasPhrase || i < first || i > last) readAlone(reader, item);
  });
  if (!hasPhrase) return;
  const start = withSign(reader, items[first]!.first);
  const end = items[last]!.last;
  reader.add(start, last === items.length - 1 ? withOwnMarks(reader, start, end, around) : end);
}

/** A number, bracket or quotation that is in no phrase. */
export function readAlone(reader: Reader, item: Item): void {
  if (item.kind === 'figure') reader.add(item.first, item.last);
  else if (item.last > item.first) reader.readInside(item.first + 1, item.last);
}

/**
 * Index of the first item that belongs to the phrase; `items.length` when none does. Brackets and angle quotes at the
 * start are the host's, curly and straight quotes the phrase's.
 */
export function firstOfPhrase(reader: Reader, items: readonly Item[], around: Surroundings): number {
  let i = 0;
  while (i < items.length) {
    const { kind } = items[i]!;
    if (kind === 'native' || (kind === 'group' && !opensPhrase(reader, items[i]!, items[i + 1]))) i++;
    else if (kind === 'number' || kind === 'figure') {
      let word = i + 1;
      while (items[word]?.kind === 'number' || items[word]?.kind === 'figure') word++;
      const number = firstNumber(reader, items, i, word, around);
      if (number < word) return number;
      i = word;
    } else return i;
  }
  return i;
}

/** Whether a bracket begins a phrase: a quotation, a part of what follows ((a + b)²), a letter that counts it ((a) Food). */
function opensPhrase(reader: Reader, group: Item, next: Item | undefined): boolean {
  const written = textOf(reader, group);
  if (/^["“‘]/.test(written)) return true;
  if (!next || !group.hasWord) return false;
  const gap = gapBetween(reader, group, next).text;
  return gap === '' || isRelation(gap) || (gap === ' ' && next.hasWord && /^\(\p{Ll}{1,4}\)$/u.test(written));
}

/** Among the numbers `[from, word)` the first that belongs to the word after them; `word` when none does. */
function firstNumber(
  reader: Reader,
  items: readonly Item[],
  from: number,
  word: number,
  around: Surroundings,
): number {
  if (!leads(reader, items, word - 1, around)) return word;
  let first = word - 1;
  // Two numbers with no more than a space between them are two numbers.
  while (first > from && /\S/.test(gapBetween(reader, items[first - 1]!, items[first]!).text)) first--;
  return first;
}

/** What stands between a number and what it counts or measures: 5% of, 34° N. */
const MEASURE = /^[%‰°′″]?\s$/;

/** Whether the number at `i` belongs to the word after it. */
function leads(reader: Reader, items: readonly Item[], i: number, { hostBefore }: Surroundings): boolean {
  const number = items[i]!;
  const next = items[i + 1];
  if (!next) return false;
  const gap = gapBetween(reader, number, next).text;
  const word = textOf(reader, next);
  if (next.kind === 'group') return next.hasWord && (gap === '' || (gap === ' ' && word.length <= 5));
  if (gap === '' || isRelation(gap)) return true;
  if (MEASURE.test(gap) && isCounted(word, reader.foreign)) return true;
  if (reader.tokens[number.first]!.kind === 'address' || reader.tokens[next.first]!.kind === 'address')
    return false;
  if (/^[%‰]\s$/.test(gap)) return true;
  if (!/^,?\s$/.test(gap) || (i === 0 && isIntroduced(textOf(reader, number), word, hostBefore)))
    return false;
  const signed = number.kind === 'figure' || withSign(reader, number.first) < number.first;
  return signed || !isAcronym(word) || items[i + 2]?.kind === 'word';
}

/** Index of the last item that belongs to the phrase. */
export function lastOfPhrase(reader: Reader, items: readonly Item[], { right, after }: Surroundings): number {
  let last = items.length - 1;
  while (last > 0 && items[last]!.kind === 'native') last--;
  const item = items[last]!;
  if (right !== 'tied' || last === 0 || item.kind !== 'number') return last;
  const gap = gapBetween(reader, items[last - 1]!, item).text;
  return isHostsLast(textOf(reader, item), gap, after) ? last - 1 : last;
}

/** Signs that stand before a number or name, also with a space: © 2024 UNHCR, ¿Qué? */
function withSign({ text, tokens }: Reader, first: number): number {
  const sign = tokens[first - 1]?.kind === 'space' ? first - 2 : first - 1;
  return tokens[sign]?.kind === 'mark' && /[©®¿¡]/.test(text[tokens[sign].start]!) ? sign : first;
}

/** A name or title, a comma, and a year or page. */
const REFERENCE = /,.*(?:\b(?:1[5-9]|20)\d\d\b|\bpp?\. ?\d)/;

/**
 * The last token of a phrase with the marks after it that are its own: a per cent sign, the mark of a note, the question
 * mark where the host has another, the exclamation mark and the stop of what reads as a sentence.
 */
function withOwnMarks(
  reader: Reader,
  first: number,
  last: number,
  { left, right, end }: Surroundings,
): number {
  const { text, tokens, hostHasOwnMarks } = reader;
  const written = textOf(reader, { first, last });
  let to = last;
  for (let t = last + 1; t < end; t++) {
    const mark = tokens[t]!;
    if (mark.start !== tokens[to]!.end) break;
    if (mark.kind === 'aside') {
      to = t;
      continue;
    }
    if (mark.kind !== 'mark') break;
    const char = text[mark.start]!;
    const own =
      char === '?'
        ? hostHasOwnMarks
        : char === '!'
          ? left !== 'tied' || isSentenceLike(written)
          : char === '.'
            ? right === 'free' &&
              ((left === 'clause' && (isSentenceLike(written) || REFERENCE.test(written))) ||
                (t + 1 < end && keepsItsStop(written)))
            : char === '>'
              ? written.includes('<')
              : /[%‰°]/.test(char) && /\p{Nd}$/u.test(written);
    if (!own) break;
    to = t;
  }
  return to;
}
