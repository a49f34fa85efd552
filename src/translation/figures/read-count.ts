/** Numbers of a text with what multiplies them and what is added to them: 1.4 million, 14 لاکھ, یک میلیون و چهارصد هزار. */
import { type CountingWords, countingWords } from '../../language/counting.ts';
import type { Language } from '../../language/language.ts';
import type { NumberFigure } from './figure.ts';
import { readNumbers } from './read-number.ts';
import { type Token, tokens } from './tokens.ts';

/** A number and how far it goes. */
export interface Count {
  readonly values: readonly number[];
  readonly form: NumberFigure['form'];
  readonly scaled: boolean;
  /** The token after its last. */
  readonly next: number;
}

interface Factor {
  readonly value: number;
  readonly next: number;
}

export class CountReader {
  readonly tokens: readonly Token[];
  /** Written without spaces: a word is what the letters at a place begin with. */
  readonly unspaced: boolean;
  readonly #text: string;
  readonly #language: Language;
  readonly #words: CountingWords;

  constructor(text: string, language: Language) {
    this.tokens = tokens(text);
    this.unspaced = language.justification === 'characters';
    this.#text = text;
    this.#language = language;
    this.#words = countingWords(language);
  }

  /** The number that begins at a token. */
  read(at: number): Count | undefined {
    const token = this.tokens[at]!;
    const first = token.kind === 'number' ? this.digits(token.text.replace('/', '.'), at) : this.#spelt(at);
    if (first) return this.scale(first);
    const bare = this.#multiplier(at, false);
    if (!bare) return undefined;
    // သိန်း ၁၄
    const after = this.tokens[bare.next];
    if (this.#words.multiplierFirst && after?.kind === 'number' && !this.#multiplier(bare.next + 1)) {
      const { values } = this.digits(after.text, bare.next);
      return { values: times(values, bare.value), form: 'digits', scaled: true, next: bare.next + 1 };
    }
    return this.#added({ values: [bare.value], form: 'bare', scaled: true, next: bare.next }, bare.value);
  }

  /** A number in digits: `text`, or a part of it, at a token. */
  digits(text: string, at: number): Count {
    const token = this.tokens[at]!;
    // Several numbers that commas hold together are all looked for.
    const values = readNumbers(text, this.#language, token.digits !== 'latn').flat();
    const before = this.#text.slice(Math.max(0, token.start - 2), token.start);
    const after = this.#text.slice(token.end, token.end + 2);
    const ending = /^(?:st|nd|rd|th|er|re|e|º|ª)(?![\p{L}])|^s\b/iu.test(
      this.#text.slice(token.end, token.end + 4),
    );
    const unit = this.#joined(at + 1) !== undefined || this.#multiplier(at + 1) !== undefined;
    // COVID-19 is a name, and mid-2024 a year.
    const name =
      /\p{sc=Latin}$|\p{Lu}[-‑]$/u.test(before) || (/^\p{sc=Latin}/u.test(after) && !ending && !unit);
    return { values, form: name ? 'name' : 'digits', scaled: false, next: at + 1 };
  }

  /** The count with what multiplies it, and what is added to it then: 2 crore 50 lakh. */
  scale(count: Count): Count {
    if (count.form === 'name') return count;
    const { values } = count;
    const years = this.#words.spans.get(this.tokens[count.next]?.text ?? '');
    if (years !== undefined)
      return { ...count, values: [...values, ...times(values, years)], next: count.next + 1 };
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
    // One word for two millions: مليونان.
    if (count.form === 'words' && values[0]! >= 2000)
      return this.#added({ ...count, form: 'counted', scaled: true }, values[0]! / 2);
    if (count.form === 'words' && values[0]! >= 100) return this.#added(count, 100);
    const half = this.#half(next);
    return half && this.#multiplier(half)
      ? this.scale({ ...count, values: [values[0]! + 0.5], next: half })
      : count;
  }

  percentAfter(at: number): number | undefined {
    const { text = '', kind } = this.tokens[at] ?? {};
    if (/^[%٪﹪％‰]$/.test(text)) return at + 1;
    if (this.unspaced && kind === 'word' && [...this.#words.percent].some((word) => text.startsWith(word)))
      return at + 1;
    return this.longest(at, (phrase) => this.#words.percent.has(phrase) || undefined)?.next;
  }

  percentBefore(at: number): boolean {
    const before = this.tokens[at - 1]?.text ?? '';
    return /^[%٪]$/.test(before) || this.#words.percent.has(before);
  }

  /** ۳/۷ میلیون: Iran writes a slash for the decimal mark. */
  isSlashDecimal(at: number): boolean {
    const { text, digits } = this.tokens[at]!;
    if (digits !== 'arabext' || !/^\d+\/\d{1,2}$/.test(text)) return false;
    return this.#multiplier(at + 1) !== undefined || this.percentAfter(at + 1) !== undefined;
  }

  /** The longest phrase from `at` on that is known; a hyphen may stand in it. */
  longest<T>(at: number, find: (phrase: string) => T | undefined) {
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

  slice(at: number, next: number): { readonly text: string; readonly start: number; readonly end: number } {
    const [start, end] = [this.tokens[at]!.start, this.tokens[next - 1]!.end];
    return { text: this.#text.slice(start, end), start, end };
  }

  /** A number in words. */
  #spelt(at: number): Count | undefined {
    const word = this.longest(at, (phrase) => this.#words.numbers.get(phrase));
    // سه‌شنبه is a day of the week.
    if (!word || this.tokens[word.next]?.text === 'شنبه') return undefined;
    return { values: [word.value], form: 'words', scaled: false, next: word.next };
  }

  /** Past what stands between half and a million: an article, or a hyphen. */
  #afterJoint(at: number, isHalf: boolean): number {
    const text = this.tokens[at]?.text ?? '';
    return text === '-' || (isHalf && /^an?$/.test(text)) ? at + 1 : at;
  }

  /** The count with what is added to it, below its factor: و نیم, و چهارصد هزار, 50 lakh. */
  #added(count: Count, factor: number): Count {
    const { values, next } = count;
    const plus = (more: number, end: number): Count => ({
      ...count,
      form: count.form === 'bare' ? 'counted' : count.form,
      values: values.map((value) => value + more),
      next: end,
    });
    const half = factor >= 1000 ? this.#half(next) : undefined;
    const unit = half === undefined ? undefined : this.#multiplier(half);
    // مليون ونصف, and مليون ونصف المليون.
    if (half !== undefined && (!unit || unit.value === factor)) return plus(factor / 2, unit?.next ?? half);
    const more = this.#addend(
      this.#words.and.has(this.tokens[next]?.text ?? '') ? next + 1 : next,
      factor,
      count,
    );
    return more ? plus(more.values[0]!, more.next) : count;
  }

  /** The token after “and a half”, where that stands. */
  #half(at: number): number | undefined {
    const isHalf = (word: string): boolean => this.#words.numbers.get(word) === 0.5;
    const first = this.tokens[at]?.text ?? '';
    // In Arabic the word for and is joined to the next.
    if (/^و./.test(first) && isHalf(first)) return at + 1;
    if (!this.#words.and.has(first)) return undefined;
    const next = /^an?$/.test(this.tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
    return isHalf(this.tokens[next]?.text ?? '') ? next + 1 : undefined;
  }

  #addend(at: number, factor: number, count: Count): Count | undefined {
    const token = this.tokens[at];
    if (!token || token.kind === 'mark') return undefined;
    const spelt = token.kind === 'word' ? this.#spelt(at) : undefined;
    const more = spelt ? this.scale(spelt) : token.kind === 'number' ? this.read(at) : undefined;
    const value = more?.values[0] ?? 0;
    if (!more || value >= factor || value < 1) return undefined;
    // Five hundred and six are one number; “a million and two of them” are two.
    const words = count.form !== 'digits' && more.form === 'words' && (value >= 10 || factor === 100);
    return (more.scaled && more.form !== 'words') || words ? more : undefined;
  }

  #multiplier(at: number, joined = true): Factor | undefined {
    const token = this.tokens[at];
    if (token?.kind !== 'word') return undefined;
    if (this.unspaced) {
      const [word] = [...this.#words.multipliers.keys()]
        .filter((key) => token.text.startsWith(key))
        .sort((a, b) => b.length - a.length);
      return word === undefined ? undefined : { value: this.#words.multipliers.get(word)!, next: at + 1 };
    }
    // A single letter counts only where it is joined to the number: 1.4m.
    if (token.text.length === 1 && /[a-z]/.test(token.text)) return joined ? this.#joined(at) : undefined;
    return this.longest(at, (phrase) => this.#words.multipliers.get(phrase));
  }

  #joined(at: number): Factor | undefined {
    const [before, token] = [this.tokens[at - 1], this.tokens[at]];
    const value = token?.kind === 'word' ? this.#words.multipliers.get(token.text) : undefined;
    return value !== undefined && before?.end === token!.start ? { value, next: at + 1 } : undefined;
  }
}

function times(values: readonly number[], factor: number): readonly number[] {
  return values.map((value) => value * factor);
}
