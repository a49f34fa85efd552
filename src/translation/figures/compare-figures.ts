/** The figures of a text against those of its translation: what is lost, what is new, what is another figure now. */
import { countingWords, foldPhrase } from '../../language/counting.ts';
import type { Language } from '../../language/language.ts';
import { type AgreeOptions, agree } from './agree.ts';
import type { DateFigure, Figure } from './figure.ts';
import { readFigures } from './read-figures.ts';

export interface FigureDifferences {
  /** Of the source, and not in the translation. */
  readonly missing: readonly Figure[];
  /** Of the translation, and not in the source. */
  readonly added: readonly Figure[];
  /** Of the translation, which has the number and not its per cent, or the other way round; with the figure of the source. */
  readonly percent: readonly (readonly [source: Figure, translation: Figure])[];
}

interface Side {
  readonly figures: readonly Figure[];
  readonly language: Language;
}

/**
 * Compares two texts that say the same. A figure may be said again or left out the second time; it may stand in words where the
 * other text has digits. What only looks like a figure – the one of “one of them”, May – is never missed.
 */
export function compareFigures(
  source: { readonly text: string; readonly language: Language },
  translation: { readonly text: string; readonly language: Language },
): FigureDifferences {
  const [from, to] = [source, translation].map(({ text, language }) => ({
    figures: readFigures(text, language),
    language,
  })) as [Side, Side];
  const anyScale = [from, to].some(({ language }) => countingWords(language).multipliers.size === 0);
  const percent: (readonly [Figure, Figure])[] = [];
  const missing = unmatched(from, to, { anyScale });
  const added = unmatched(to, from, { anyScale });
  for (const figure of from.figures) {
    const found = to.figures.map((other) => ({ other, how: agree(figure, other, { anyScale }) }));
    const [near] = found.filter(({ how }) => how === 'percent-lost');
    if (near && isCertain(figure) && !found.some(({ how }) => how === 'same'))
      percent.push([figure, near.other]);
  }
  return { missing, added, percent };
}

/** Figures of one side that the other one has nothing for. */
function unmatched(one: Side, other: Side, options: AgreeOptions): readonly Figure[] {
  const lost = one.figures.filter((figure) => !isFound(figure, other.figures, options));
  const certain = lost.filter((figure) => isCertain(figure) && isExpected(figure, other.language));
  // Words alone prove nothing, unless the other side has other words: three camps, and چهار کمپ.
  const words = lost.filter((figure) => isTellingWord(figure, one.language));
  const answer = other.figures.filter(
    (figure) => isTellingWord(figure, other.language) && !isFound(figure, one.figures, options),
  );
  return answer.length > 0 && words.length > 0
    ? one.figures.filter((f) => certain.includes(f) || words.includes(f))
    : certain;
}

function isFound(figure: Figure, others: readonly Figure[], options: AgreeOptions): boolean {
  if (others.some((other) => agree(figure, other, options) !== 'none')) return true;
  if (figure.kind === 'number')
    // ۱۴۰۲ beside its month is found in October 2023 by its year.
    return others.some((other) => other.kind === 'date' && agree(other, figure, options) !== 'none');
  return (
    figure.kind === 'date' &&
    partsOf(figure).every((part) => others.some((other) => agree(part, other, options) !== 'none'))
  );
}

/** A date as its day, month and year, each by itself: they may stand apart in the other text. */
function partsOf(date: DateFigure): readonly Figure[] {
  const { text, start, end } = date;
  const [first] = date.dates;
  if (!first) return [];
  const number = (value: number): Figure => ({
    kind: 'number',
    values: [value],
    form: 'digits',
    percent: false,
    scaled: false,
    text,
    start,
    end,
  });
  const months = date.dates.flatMap(({ calendar, month }) =>
    month === undefined ? [] : [{ calendar, month }],
  );
  return [
    ...(first.year === undefined ? [] : [number(first.year)]),
    ...(first.day === undefined ? [] : [number(first.day)]),
    // A doubtful month is a word: what counts is the number beside it.
    ...(months.length === 0 || date.doubtful ? [] : [{ ...date, dates: months }]),
  ];
}

function isCertain(figure: Figure): boolean {
  if (figure.kind === 'number') return figure.form === 'digits' || figure.form === 'counted';
  if (figure.kind === 'time') return true;
  return figure.dates.some(({ year, day }) => year !== undefined || day !== undefined);
}

/** Whether a language's text would show the figure: small numbers are words in it that nobody here knows. */
function isExpected(figure: Figure, language: Language): boolean {
  const { complete, implied } = countingWords(language);
  if (figure.kind !== 'number') return true;
  if (figure.values.some((value) => implied.includes(value))) return false;
  if (complete || figure.clock?.said) return true;
  return figure.form === 'digits' && !figure.values.some((value) => value <= 100);
}

function isTellingWord(figure: Figure, language: Language): boolean {
  if (figure.kind === 'number')
    return (
      figure.form === 'words' &&
      figure.values[0]! >= 3 &&
      !countingWords(language).alsoWords.has(foldPhrase(figure.text))
    );
  return figure.kind === 'date' && !isCertain(figure) && !figure.doubtful;
}
