/**
 * Grows foreign words into the phrases that are isolated as one: with the numbers, brackets and quotation marks
 * that belong to them, and not with those of the sentence around them. Each token is looked at once.
 */
import type { Direction } from '../../language/language.ts';
import type { IsolateRange } from './isolate.ts';
import type { Token } from './tokens.ts';

export interface PhraseContext {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly foreign: Direction;
  /**
   * Whether the host script has a comma, a semicolon and a question mark of its own (Arabic has, Hebrew has not): then
   * the Latin ones between two Latin words belong to the words.
   */
  readonly hostHasOwnMarks: boolean;
}

/** Lower-case words after a number are counted by it (3.7 million, 30 days); so are these. */
const UNIT =
  /^(?:[AP]M|USD|AUD|NZD|CAD|EUR|GBP|CHF|JPY|CNY|INR|PKR|AFN|IRR|KB|MB|GB|TB|GW|MW|Hz|Mt|CE|BCE|BC|AD)$/;
const ABBREVIATION =
  /^(?:\p{L}|Art|Arts|Vol|vol|No|Nos|no|nos|pp?|para|paras|ch|Ch|ed|eds|Dr|Mr|Mrs|Ms|Prof|St|al|cf|vs|Inc|Ltd|Co|fig|Fig|sec|Sec)$/u;

/** The ranges to isolate among `tokens`. */
export function findPhrases(context: PhraseContext): IsolateRange[] {
  const { text, tokens, foreign } = context;
  const found: IsolateRange[] = [];
  const pure = purity(tokens);
  const add = (first: number, last: number) =>
    found.push({ start: tokens[first]!.start, end: tokens[last]!.end, dir: foreign });
  const whole = wholeParagraph(context, pure);
  if (whole) return [whole];
  for (let t = 0; t < tokens.length; ) {
    const token = tokens[t]!;
    let first = t;
    let last = -1;
    if (token.kind === 'address') found.push({ start: token.start, end: token.end, dir: 'ltr' });
    else if (token.kind === 'word') last = t;
    else if ((token.kind === 'number' || token.kind === 'figure') && isCounted(context, t)) last = t + 2;
    else if (token.kind === 'figure') add(t, t);
    else if (token.kind === 'open' && token.partner > t && pure.isForeign(t + 1, token.partner)) {
      // Brackets and angle quotes mirror, so they stay with the sentence; curly and straight quotes are the phrase's own.
      if (/["“‘]/.test(text[token.start]!)) last = token.partner;
      else {
        first = t + 1;
        let end = token.partner - 1;
        while (tokens[first]!.kind === 'space') first++;
        while (tokens[end]!.kind === 'space') end--;
        add(first, end);
        t = token.partner + 1;
        continue;
      }
    }
    if (last < 0) {
      t++;
      continue;
    }
    last = grow(context, pure, last);
    add(first, last);
    t = last + 1;
  }
  return found;
}

interface Purity {
  /** Whether tokens `[from, to)` hold a foreign word and nothing of the host's. */
  isForeign(from: number, to: number): boolean;
  /** Whether they hold a foreign word or a number and nothing of the host's. */
  belongs(from: number, to: number): boolean;
}

function purity(tokens: readonly Token[]): Purity {
  const host = new Uint32Array(tokens.length + 1);
  const words = new Uint32Array(tokens.length + 1);
  const numbers = new Uint32Array(tokens.length + 1);
  tokens.forEach(({ kind }, t) => {
    host[t + 1] = host[t]! + (kind === 'host' || kind === 'opaque' ? 1 : 0);
    words[t + 1] = words[t]! + (kind === 'word' || kind === 'address' ? 1 : 0);
    numbers[t + 1] = numbers[t]! + (kind === 'number' || kind === 'figure' ? 1 : 0);
  });
  const isForeign = (from: number, to: number) => host[to] === host[from] && words[to]! > words[from]!;
  return {
    isForeign,
    belongs: (from, to) => isForeign(from, to) || (host[to] === host[from] && numbers[to]! > numbers[from]!),
  };
}

/** A paragraph with nothing of the host's in it, a reference in English say, is one phrase with its punctuation. */
function wholeParagraph({ text, tokens, foreign }: PhraseContext, pure: Purity): IsolateRange | undefined {
  let from = 0;
  let to = tokens.length;
  while (from < to && tokens[from]!.kind === 'space') from++;
  // A label's colon belongs to the layout around it.
  while (
    to > from &&
    (tokens[to - 1]!.kind === 'space' ||
      (tokens[to - 1]!.kind === 'mark' && text[tokens[to - 1]!.start] === ':'))
  )
    to--;
  if (from >= to || !pure.isForeign(from, to)) return undefined;
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end, dir: foreign };
}

/** Whether the number at `t` counts the word after it: `3.7 million`, `10:30 AM`, `۳۰ روز`. */
function isCounted({ text, tokens, foreign }: PhraseContext, t: number): boolean {
  const word = tokens[t + 2];
  if (tokens[t + 1]?.kind !== 'space' || word?.kind !== 'word') return false;
  if (foreign === 'rtl') return true;
  const written = text.slice(word.start, word.end);
  return /^\p{Ll}/u.test(written) || UNIT.test(written);
}

/** The last token of the phrase whose last token so far is `last`. */
function grow(context: PhraseContext, pure: Purity, from: number): number {
  const { text, tokens, foreign } = context;
  let last = from;
  for (;;) {
    const next = nextContent(tokens, last);
    if (next < 0) break;
    const token = tokens[next]!;
    const gap = text.slice(tokens[last]!.end, token.start);
    if (!joinable(context, tokens[last]!, gap)) break;
    if (token.kind === 'word' || token.kind === 'number' || token.kind === 'figure') last = next;
    else if (
      token.kind === 'open' &&
      !/[«‹]/.test(text[token.start]!) &&
      pure.belongs(next + 1, token.partner)
    )
      last = token.partner;
    else break;
  }
  // A question mark or full stop of the phrase's own script stays with it.
  const tail = tokens[last + 1];
  const own = foreign === 'rtl' ? '؟۔' : context.hostHasOwnMarks ? '?' : '';
  if (tail?.kind === 'mark' && own.includes(text[tail.start]!) && tail.start === tokens[last]!.end) last++;
  return last;
}

/** At most `, ` or ` – ` may stand between two parts of a phrase. */
const MAX_GAP = 3;

function nextContent(tokens: readonly Token[], last: number): number {
  for (let t = last + 1; t < tokens.length && t <= last + 1 + MAX_GAP; t++) {
    const { kind } = tokens[t]!;
    if (kind !== 'space' && kind !== 'mark') return t;
  }
  return -1;
}

/** Whether what stands between two parts of a phrase holds them together. */
function joinable({ text, foreign, hostHasOwnMarks }: PhraseContext, before: Token, gap: string): boolean {
  if (gap === '' || /^\s+$/.test(gap)) return true;
  if (/^\s?[&/+\u2010-\u2015-]\s?$/.test(gap)) return true;
  if (foreign === 'rtl') return /^[،؛؟۔] $/.test(gap);
  if (/^[’'] $/.test(gap)) return true;
  if (/^[,;:] ?$/.test(gap)) return hostHasOwnMarks;
  if (/^\. ?$/.test(gap)) {
    const word = /[\p{L}\p{M}]+$/u.exec(text.slice(Math.max(before.start, before.end - 8), before.end))?.[0];
    return word !== undefined && ABBREVIATION.test(word);
  }
  return false;
}
