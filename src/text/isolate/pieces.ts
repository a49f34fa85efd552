/**
 * Phrases inside a sentence that the host begins or ends: what holds together is one phrase, with the numbers, brackets
 * and marks that belong to it and without those of the host's.
 */
import { commaOwner } from './commas.ts';
import { isRelation, joins } from './gaps.ts';
import { type Item, textOf } from './items.ts';
import { isAcronym, isCounted, isHostsLast, isIntroduced, NO_HOST } from './number-owner.ts';
import { withOwnMarks } from './own-marks.ts';
import type { Edge, Reader } from './phrases.ts';
import { gapBetween, type Surroundings } from './stretch.ts';

/** Cuts items where the host's numbers stand, or punctuation that holds nothing together, and isolates each piece. */
export function readPieces(reader: Reader, items: readonly Item[], around: Surroundings): void {
  const isForeignComma = reader.hostHasOwnMarks ? undefined : commaOwner(reader, items);
  let from = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const next = items[i + 1];
    const gap = next && gapBetween(reader, item, next);
    const native = item.kind === 'native' || next?.kind === 'native';
    const shared = () => isForeignComma!(i, gap!);
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
  if (next && REPORTED.test(textFrom(reader, group))) return true;
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

/** The year of a law report: [2014] EWCA Civ 1394, (2003) 216 CLR 473. */
const REPORTED = /^(?:\[\d{4}\] \p{Lu}|\(\d{4}\) \d+ \p{Lu})/u;

/** The text from an item on, enough for the name of a street. */
function textFrom({ text, tokens }: Reader, { first }: Item): string {
  const { start } = tokens[first]!;
  return text.slice(start, start + 48);
}

/** (212) 555-0100, ext. 33. */
const EXTENSION = /^, (?:ext|extn|extension|x\d+)(?:\P{L}|$)/iu;

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
  if (EXTENSION.test(gap + word)) return true;
  if (reader.tokens[number.first]!.kind === 'address' || reader.tokens[next.first]!.kind === 'address')
    return false;
  if (/^[%‰]\s$/.test(gap)) return true;
  if (
    !/^,?\s$/.test(gap) ||
    (i === 0 && isIntroduced(textOf(reader, number), textFrom(reader, next), hostBefore))
  )
    return false;
  const signed = number.kind === 'figure' || withSign(reader, number.first) < number.first;
  const after = items[i + 2]?.kind;
  // 30 UNHCR workers are the host's; 410 U.S. 113 is a volume and a page.
  return signed || !isAcronym(word) || after === 'word' || after === 'number';
}

/** Index of the last item that belongs to the phrase. */
export function lastOfPhrase(reader: Reader, items: readonly Item[], { right, after }: Surroundings): number {
  let last = items.length - 1;
  while (last > 0 && items[last]!.kind === 'native') last--;
  const item = items[last]!;
  if (right !== 'tied' || last === 0 || item.kind !== 'number') return last;
  const gap = gapBetween(reader, items[last - 1]!, item).text;
  if (isNumbered(reader, items, last - 1, gap)) return last;
  return isHostsLast(textOf(reader, item), gap, after) ? last - 1 : last;
}

/** Whether a year or volume stands at `at`, so that pages follow `gap`: Byler, 2021: 45–47 and Smith 2020, 14. */
function isNumbered(reader: Reader, items: readonly Item[], at: number, gap: string): boolean {
  const before = items[at - 1];
  if (!before?.hasWord || items[at]!.kind !== 'number') return false;
  const lead = gapBetween(reader, before, items[at]!).text;
  return (gap === ': ' && lead === ', ') || (gap === ', ' && lead === ' ');
}

/** Signs that stand before a number or name, also with a space: © 2024 UNHCR, ¿Qué? */
function withSign({ text, tokens }: Reader, first: number): number {
  const sign = tokens[first - 1]?.kind === 'space' ? first - 2 : first - 1;
  return tokens[sign]?.kind === 'mark' && /[©®¿¡]/.test(text[tokens[sign].start]!) ? sign : first;
}
