/**
 * Reads the figures of a text: numbers in any digits or words, with what multiplies them and per cent, dates and times. One pass
 * over the tokens; dates are put together afterwards from months and the numbers near them.
 */
import { type CountingWords, countingWords } from '../../language/counting.ts';
import type { Language } from '../../language/language.ts';
import { isAlsoWord, type Month, monthNames } from '../../language/month-names.ts';
import type { Figure, NumberFigure } from './figure.ts';
import { joinDates, type NamedMonth } from './join-dates.ts';
import { readNumbers } from './read-number.ts';
import { readNumericDate, readTime } from './read-written.ts';
import { type Token, tokens } from './tokens.ts';

/** What is read before dates are joined. `at` and `next` are the first token and the one after the last. */
export type Piece = { readonly at: number; readonly next: number } & (
  | { readonly figure: Figure }
  | { readonly figure?: undefined; readonly month: NamedMonth }
);

/** The figures of `text`, in its order. */
export function readFigures(text: string, language: Language): readonly Figure[] {
  const reader = new Reader(text, language);
  return joinDates(reader.pieces(), reader.tokens, text);
}

/** A number and how far it goes. */
interface Count {
  readonly values: readonly number[];
  readonly form: NumberFigure['form'];
  readonly scaled: boolean;
  readonly next: number;
}

class Reader {
  readonly tokens: readonly Token[];
  readonly #text: string;
  readonly #language: Language;
  readonly #words: CountingWords;
  readonly #months: ReadonlyMap<string, readonly Month[]>;
  /** Written without spaces: a word that multiplies is where the letters after a number begin with it. */
  readonly #unspaced: boolean;

  constructor(text: string, language: Language) {
    this.#text = text;
    this.#language = language;
    this.#words = countingWords(language);
    this.#months = monthNames(language);
    this.#unspaced = language.justification === 'characters';
    this.tokens = tokens(text);
  }

  pieces(): readonly Piece[] {
    const found: Piece[] = [];
    for (let at = 0; at < this.tokens.length; ) {
      const next = this.#month(at, found) ?? this.#written(at, found) ?? this.#count(at, found);
      at = next ?? at + 1;
    }
    return found;
  }

  #month(at: number, found: Piece[]): number | undefined {
    const name = this.#phrase(at, this.#months);
    if (!name) return undefined;
    const { text } = this.#slice(at, name.next);
    const lower = this.#language.script === 'Latn' && /^\p{Ll}/u.test(text);
    // In English a month has a capital letter, and elsewhere it may have none.
    const doubtful = isAlsoWord(name.phrase, name.value) || (lower && this.#language.tag.startsWith('en'));
    found.push({ at, next: name.next, month: { months: name.value, doubtful } });
    return name.next;
  }

  /** Dates, times and several numbers in one token of digits. */
  #written(at: number, found: Piece[]): number | undefined {
    const token = this.tokens[at]!;
    if (token.kind !== 'number') return undefined;
    const where = this.#slice(at, at + 1);
    const dates = readNumericDate(token.text);
    const minutes = readTime(token.text);
    if (dates) found.push({ at, next: at + 1, figure: { kind: 'date', dates, doubtful: false, ...where } });
    else if (minutes !== undefined)
      found.push({ at, next: at + 1, figure: { kind: 'time', minutes, ...where } });
    else if (!/[-/:]/.test(token.text) || this.#isSlashDecimal(at)) return undefined;
    else return this.#several(at, token, found);
    return at + 1;
  }

  /** 24/7, 2021-22: what multiplies the last number is none of the others'. */
  #several(at: number, token: Token, found: Piece[]): number {
    const parts = token.text.split(/[-/:]/);
    for (const part of parts.slice(0, -1)) this.#push(at, this.#digits(part, token, at), found, false);
    return this.#push(at, this.#scale(this.#digits(parts.at(-1)!, token, at)), found);
  }

  /** ۳/۷ میلیون: Iran writes a slash for the decimal mark. */
  #isSlashDecimal(at: number): boolean {
    const { text, digits } = this.tokens[at]!;
    if (digits !== 'arabext' || !/^\d+\/\d{1,2}$/.test(text)) return false;
    return this.#multiplier(at + 1) !== undefined || this.#percentAfter(at + 1) !== undefined;
  }

  #count(at: number, found: Piece[]): number | undefined {
    const count = this.#read(at);
    return count && this.#push(at, count, found);
  }

  #read(at: number): Count | undefined {
    const token = this.tokens[at]!;
    const first =
      token.kind === 'number' ? this.#digits(token.text.replace('/', '.'), token, at) : this.#spelt(at);
    if (first) return this.#scale(first);
    const bare = this.#multiplier(at, false);
    // သိန်း ၁၄: in Burmese the number may follow.
    const after = bare && this.#unspaced && this.tokens[bare.next]?.kind === 'number';
    if (bare && after) {
      const { values } = this.#digits(this.tokens[bare.next]!.text, this.tokens[bare.next]!, bare.next);
      if (this.#multiplier(bare.next + 1) === undefined)
        return { values: times(values, bare.value), form: 'digits', scaled: true, next: bare.next + 1 };
    }
    return (
      bare && this.#added({ values: [bare.value], form: 'bare', scaled: true, next: bare.next }, bare.value)
    );
  }

  #digits(text: string, token: Token, at: number): Count {
    const groups = readNumbers(text, this.#language, token.digits !== 'latn');
    // Several numbers that commas hold together are all looked for.
    const values = groups.length === 1 ? groups[0]! : groups.flat();
    const before = this.#text.slice(Math.max(0, token.start - 2), token.start);
    const after = this.#text.slice(token.end, token.end + 2);
    const ordinal = /^(?:st|nd|rd|th)$/i.test(after);
    const unit = this.#joined(at + 1) !== undefined && this.#multiplier(at + 1) !== undefined;
    const name =
      /\p{sc=Latn}[-‑]?$/u.test(before) ||
      (/^[\p{sc=Latn}]/u.test(after) && !ordinal && !unit && !/^s\b/.test(after));
    return { values, form: name ? 'name' : 'digits', scaled: false, next: at + 1 };
  }

  /** A number in words. */
  #spelt(at: number): Count | undefined {
    const word = this.#phrase(at, this.#words.numbers);
    return word && { values: [word.value], form: 'words', scaled: false, next: word.next };
  }

  /** What multiplies a number, and what is added to it then: یک میلیون و چهارصد هزار, 2 crore 50 lakh. */
  #scale(count: Count): Count {
    if (count.form === 'name') return count;
    const { values } = count;
    let { next } = count;
    let factor = 1;
    for (;;) {
      const multiplier = this.#multiplier(this.#afterJoint(next, values[0] === 0.5));
      if (!multiplier) break;
      factor *= multiplier.value;
      next = multiplier.next;
    }
    if (factor > 1) {
      const form = count.form === 'words' && factor >= 1000 ? 'counted' : count.form;
      return this.#added({ values: times(values, factor), form, scaled: true, next }, factor);
    }
    const half = this.#half(next);
    return half && this.#multiplier(half)
      ? this.#scale({ ...count, values: [values[0]! + 0.5], next: half })
      : count;
  }

  /** Past what stands between half and a million: an article, or a hyphen. */
  #afterJoint(at: number, isHalf: boolean): number {
    const text = this.tokens[at]?.text ?? '';
    return text === '-' || (isHalf && /^an?$/.test(text)) ? at + 1 : at;
  }

  /** What is added to a number of thousands or millions: و نیم, و چهارصد هزار, 50 lakh. */
  #added(count: Count, factor: number): Count {
    const { values, next } = count;
    const form = count.form === 'bare' ? 'counted' : count.form;
    const half = this.#half(next);
    if (half && !this.#multiplier(half))
      return { ...count, form, values: values.map((value) => value + factor / 2), next: half };
    const and = this.#words.and.has(this.tokens[next]?.text ?? '') ? next + 1 : next;
    const more = this.#addend(and, factor, form);
    if (!more) return count;
    return { ...count, form, values: values.map((value) => value + more.values[0]!), next: more.next };
  }

  /** The token after “and a half”, where that stands. */
  #half(at: number): number | undefined {
    const and = this.tokens[at]?.text ?? '';
    let next = this.#words.and.has(and) ? at + 1 : undefined;
    if (next !== undefined && /^an?$/.test(this.tokens[next]?.text ?? '')) next += 1;
    const joined = next === undefined ? at : next;
    const half = this.tokens[joined];
    if (half?.kind !== 'word') return undefined;
    const [, rest = ''] = /^و(.+)$/.exec(half.text) ?? [];
    const isHalf = this.#words.numbers.get(half.text) === 0.5 || this.#words.numbers.get(rest) === 0.5;
    return isHalf && (next !== undefined || rest !== '' || half.text.startsWith('و'))
      ? joined + 1
      : undefined;
  }

  #addend(at: number, factor: number, form: Count['form']): Count | undefined {
    const token = this.tokens[at];
    if (!token || token.kind === 'mark') return undefined;
    const first = token.kind === 'number' ? undefined : this.#spelt(at);
    const count = first ? this.#scale(first) : token.kind === 'number' ? this.#read(at) : undefined;
    if (!count || count.values[0]! >= factor || count.values[0]! < 1) return undefined;
    return count.scaled || (form !== 'digits' && count.form === 'words' && count.values[0]! >= 10)
      ? count
      : undefined;
  }

  #push(at: number, count: Count, found: Piece[], mayBePercent = true): number {
    const percent = mayBePercent ? this.#percentAfter(count.next) : undefined;
    const before = mayBePercent && this.#percentBefore(at);
    const { values, form, scaled } = count;
    const next = percent ?? count.next;
    const where = this.#slice(at, next);
    const figure: NumberFigure = {
      kind: 'number',
      values,
      form,
      scaled,
      percent: percent !== undefined || before,
      ...where,
    };
    found.push({ at, next, figure });
    return next;
  }

  #percentAfter(at: number): number | undefined {
    if (/^[%٪﹪％‰]$/.test(this.tokens[at]?.text ?? '')) return at + 1;
    if (this.#unspaced && this.#startsWith(at, this.#words.percent)) return at + 1;
    return this.#longest(at, (phrase) => this.#words.percent.has(phrase) || undefined)?.next;
  }

  #percentBefore(at: number): boolean {
    const before = this.tokens[at - 1]?.text ?? '';
    return /^[%٪]$/.test(before) || this.#words.percent.has(before);
  }

  #multiplier(at: number, joined = true): { readonly value: number; readonly next: number } | undefined {
    const token = this.tokens[at];
    if (token?.kind !== 'word') return undefined;
    if (this.#unspaced && this.#words.multipliers.size > 0) {
      const [word] = [...this.#words.multipliers.keys()]
        .filter((key) => token.text.startsWith(key))
        .sort((a, b) => b.length - a.length);
      return word === undefined ? undefined : { value: this.#words.multipliers.get(word)!, next: at + 1 };
    }
    // A single letter counts only where it is joined to the number: 1.4m.
    if (token.text.length === 1 && /[a-z]/.test(token.text)) return joined ? this.#joined(at) : undefined;
    return this.#phrase(at, this.#words.multipliers);
  }

  #joined(at: number): { readonly value: number; readonly next: number } | undefined {
    const [before, token] = [this.tokens[at - 1], this.tokens[at]];
    const value = token?.kind === 'word' ? this.#words.multipliers.get(token.text) : undefined;
    return value !== undefined && before?.end === token!.start ? { value, next: at + 1 } : undefined;
  }

  #startsWith(at: number, phrases: ReadonlySet<string>): boolean {
    const token = this.tokens[at];
    return token?.kind === 'word' && [...phrases].some((phrase) => token.text.startsWith(phrase));
  }

  #phrase<T>(at: number, known: ReadonlyMap<string, T>) {
    return this.#longest(at, (phrase) => known.get(phrase));
  }

  /** The longest phrase from `at` on that is known; a hyphen may stand in it. */
  #longest<T>(at: number, find: (phrase: string) => T | undefined) {
    let found: { readonly value: T; readonly phrase: string; readonly next: number } | undefined;
    let phrase = '';
    for (let next = at, words = 0; words < this.#words.longest; next++) {
      const token = this.tokens[next];
      if (token?.kind === 'mark' && /^[-‑.]$/.test(token.text) && next > at) continue;
      if (token?.kind !== 'word') break;
      phrase = phrase === '' ? token.text : `${phrase} ${token.text}`;
      words++;
      const value = find(phrase);
      if (value !== undefined) found = { value, phrase, next: next + 1 };
    }
    return found;
  }

  #slice(at: number, next: number): { readonly text: string; readonly start: number; readonly end: number } {
    const [start, end] = [this.tokens[at]!.start, this.tokens[next - 1]!.end];
    return { text: this.#text.slice(start, end), start, end };
  }
}

function times(values: readonly number[], factor: number): readonly number[] {
  return values.map((value) => value * factor);
}
