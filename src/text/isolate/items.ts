/**
 * The parts of foreign text that are decided on as one: a word, a number, a bracket with all that it holds, an
 * equation, an article with its paragraph and letter (14(1)(a)).
 */
import type { Token } from './tokens.ts';

export interface Item {
  /** `word` holds foreign letters, `native` a number in the host's digits; `figure` is isolated even alone. */
  kind: 'word' | 'number' | 'figure' | 'native' | 'group';
  /** Tokens `[first, last]`. */
  readonly first: number;
  last: number;
  /** Whether it is, or holds, foreign letters; a number. */
  hasWord: boolean;
  hasNumber: boolean;
}

/** How many tokens of a sort stand before each place: what a stretch holds is a difference. */
export interface Counts {
  readonly host: Uint32Array;
  readonly lines: Uint32Array;
  readonly words: Uint32Array;
  readonly numbers: Uint32Array;
  readonly natives: Uint32Array;
}

export function countKinds(text: string, tokens: readonly Token[]): Counts {
  const size = tokens.length + 1;
  const counts = {
    host: new Uint32Array(size),
    lines: new Uint32Array(size),
    words: new Uint32Array(size),
    numbers: new Uint32Array(size),
    natives: new Uint32Array(size),
  };
  const count = (into: Uint32Array, t: number, is: boolean) => {
    into[t + 1] = into[t]! + (is ? 1 : 0);
  };
  tokens.forEach((token, t) => {
    const lettered = token.kind === 'word' || (token.kind === 'address' && isLettered(text, token));
    count(counts.host, t, token.kind === 'host' || token.kind === 'opaque');
    count(counts.lines, t, token.kind === 'line');
    count(counts.words, t, lettered);
    count(
      counts.numbers,
      t,
      !lettered && (token.kind === 'number' || token.kind === 'figure' || token.kind === 'address'),
    );
    count(counts.natives, t, token.kind === 'native');
  });
  return counts;
}

/** Whether tokens `[from, to)` count any of a sort. */
export function holds(counts: Uint32Array, from: number, to: number): boolean {
  return counts[to]! > counts[from]!;
}

/** An address on the web has letters; a telephone number has none and is a number that is never taken apart. */
function isLettered(text: string, { start, end }: Token): boolean {
  return /\p{L}/u.test(text.slice(start, end));
}

interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** What is written from the first token to the last. */
export function textOf({ text, tokens }: Source, { first, last }: Pick<Item, 'first' | 'last'>): string {
  return text.slice(tokens[first]!.start, tokens[last]!.end);
}

export function hasDigits(source: Source, item: Item): boolean {
  return /\p{Nd}/u.test(textOf(source, item));
}

/** The text between tokens `before` and `after`, links and notes' marks left out. */
export function textBetween(text: string, tokens: readonly Token[], before: number, after: number): string {
  let between = '';
  for (let t = before + 1; t < after; t++)
    if (tokens[t]!.kind !== 'aside') between += text.slice(tokens[t]!.start, tokens[t]!.end);
  return between;
}

/** Items of tokens `[from, to)`, which hold nothing of the host's but numbers. */
export function itemsOf(
  text: string,
  tokens: readonly Token[],
  counts: Counts,
  from: number,
  to: number,
): Item[] {
  const items: Item[] = [];
  for (let t = from; t < to; t++) {
    const { kind, partner } = tokens[t]!;
    if (kind === 'open') {
      const hasWord = holds(counts.words, t, partner);
      const hasNumber = holds(counts.numbers, t, partner);
      const native = !hasWord && holds(counts.natives, t, partner);
      items.push({ kind: native ? 'native' : 'group', first: t, last: partner, hasWord, hasNumber });
      t = partner;
    } else if (kind === 'word' || kind === 'number' || kind === 'figure' || kind === 'native')
      items.push({ kind, first: t, last: t, hasWord: kind === 'word', hasNumber: kind !== 'word' });
    else if (kind === 'address') {
      const hasWord = holds(counts.words, t, t + 1);
      items.push({ kind: hasWord ? 'word' : 'figure', first: t, last: t, hasWord, hasNumber: !hasWord });
    }
  }
  return withEquations(text, tokens, withParagraphs(tokens, items));
}

/** Puts a number together with the brackets that touch it when they name a letter: `14(1)(a)`. */
function withParagraphs(tokens: readonly Token[], items: readonly Item[]): Item[] {
  const merged: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    let end = i;
    let lettered = false;
    if (item.kind === 'number')
      while (items[end + 1]?.kind === 'group' && touches(tokens, items[end]!, items[end + 1]!)) {
        end++;
        lettered ||= items[end]!.hasWord;
      }
    if (lettered) {
      merged.push({ ...item, kind: 'word', last: items[end]!.last, hasWord: true });
      i = end;
    } else merged.push(item);
  }
  return merged;
}

function touches(tokens: readonly Token[], before: Item, after: Item): boolean {
  return tokens[before.last]!.end === tokens[after.first]!.start;
}

/** A sign that makes an equation of the numbers around it; dashes and slashes alone make a range or a date. */
const RELATION = /^\s?[%°]?\s?[=<>≤≥≠≈≡×÷·∙*+±^√]\s?$/;
const DASH = /^\s?[%°]?\s?[/\u2212\u2010-\u2015-]\s?$/;

/** What stands between the two numbers of a place: -37.8136, 144.9631. */
const PAIR = /^,\s?$/;
const DEGREE = /^[-+\u2212]?\d{1,3}\.\d{3,}$/;

function isDegree(text: string, tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  return [items[at]!, items[at + 1]!].every((item) => DEGREE.test(textOf({ text, tokens }, item)));
}

/** Puts numbers together that signs of arithmetic relate, 2 + 3 = 5, or that are the two degrees of a place. */
function withEquations(text: string, tokens: readonly Token[], items: readonly Item[]): Item[] {
  const merged: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    let end = i;
    let related = i;
    let ofPercent = false;
    while (end + 1 < items.length && isOperand(items[end]!) && isOperand(items[end + 1]!)) {
      const gap = textBetween(text, tokens, items[end]!.last, items[end + 1]!.first);
      if (RELATION.test(gap) || (PAIR.test(gap) && isDegree(text, tokens, items, end))) related = end + 1;
      else if (!DASH.test(gap)) break;
      ofPercent ||= gap.includes('%');
      end++;
    }
    const last = ofPercent ? withPercent(text, tokens, items[end]!.last) : items[end]!.last;
    if (related > i) merged.push({ ...items[i]!, kind: 'figure', last });
    else merged.push(...items.slice(i, end + 1));
    i = end;
  }
  return merged;
}

/** The last token of a sum of percentages, whose last sign is the sum's too. */
function withPercent(text: string, tokens: readonly Token[], last: number): number {
  const sign = tokens[last + 1]?.kind === 'space' ? last + 2 : last + 1;
  return tokens[sign]?.kind === 'mark' && text[tokens[sign].start] === '%' ? sign : last;
}

function isOperand(item: Item): boolean {
  return item.kind === 'number' || item.kind === 'figure' || (item.kind === 'group' && !item.hasWord);
}
