/**
 * Finds the foreign phrases of a paragraph that are isolated as one, from the large to the small: a paragraph with no
 * letter of the host's, then stretches between two words of the host's, in them sentences and citations
 * (./sentences.ts), in those phrases with the numbers that belong to them (./pieces.ts).
 */
import { INTRODUCES_NUMBER } from '../../language/data/number-words.ts';
import type { Direction } from '../../language/language.ts';
import type { IsolateRange } from './isolate.ts';
import { type Counts, countKinds, holds, itemsOf, textBetween } from './items.ts';
import { type HostBefore, NO_HOST } from './number-owner.ts';
import { readSentences } from './sentences.ts';
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

/** What those who decide on a stretch share. */
export interface Reader extends PhraseContext {
  readonly counts: Counts;
  /** Isolates tokens `[first, last]`. */
  add(first: number, last: number): void;
  /** Decides on the inside of a bracket, tokens `[from, to)`. */
  readInside(from: number, to: number): void;
}

/**
 * What an end of a stretch is: `free` is the beginning or end of a paragraph, a line or a sentence; `clause` a colon, a
 * comma, a bracket; `tied` a word of the host's.
 */
export type Edge = 'free' | 'clause' | 'tied';

/** The ranges to isolate among `tokens`. */
export function findPhrases(context: PhraseContext): IsolateRange[] {
  const { text, tokens, foreign } = context;
  const counts = countKinds(text, tokens);
  const found: IsolateRange[] = [];
  const reader: Reader = {
    ...context,
    counts,
    add(first, last) {
      const { kind } = tokens[first]!;
      const number = first === last && (kind === 'address' || kind === 'figure');
      found.push({
        start: tokens[first]!.start,
        end: tokens[last]!.end,
        dir: number ? 'ltr' : foreign,
      });
      // In text from right to left an address is a phrase in the phrase.
      if (foreign === 'rtl' && !number)
        for (let t = first; t <= last; t++)
          if (tokens[t]!.kind === 'address')
            found.push({ start: tokens[t]!.start, end: tokens[t]!.end, dir: 'ltr' });
    },
    readInside: (from, to) => readInside(reader, from, to),
  };
  if (holds(counts.host, 0, tokens.length) || !addWhole(reader, 0, tokens.length)) readStretches(reader);
  return found;
}

/**
 * Isolates tokens `[from, to)`, a paragraph or a line with no letter of the host's, as one phrase with its punctuation: a
 * reference in English, a line of an address. False when they hold no foreign word.
 */
function addWhole({ tokens, counts, add }: Reader, from: number, to: number): boolean {
  if (!holds(counts.words, from, to)) return false;
  let first = from;
  let last = to - 1;
  while (isBlank(tokens[first]!)) first++;
  while (isBlank(tokens[last]!)) last--;
  // A number in the host's digits with a stop or bracket numbers the paragraph.
  if (tokens[first]!.kind === 'native' && tokens[first + 1]?.kind === 'mark') {
    first += 2;
    while (first < last && isBlank(tokens[first]!)) first++;
  }
  add(first, last);
  return true;
}

function isBlank({ kind }: Token): boolean {
  return kind === 'space' || kind === 'line';
}

function readStretches(reader: Reader): void {
  const { tokens, counts } = reader;
  let from = 0;
  for (let t = 0; t <= tokens.length; t++) {
    if (t < tokens.length && !isBorder(tokens, counts, t)) continue;
    if (t > from && (holds(counts.words, from, t) || holds(counts.numbers, from, t)))
      readStretch(reader, from, t);
    from = t + 1;
  }
}

/** Words of the host's, lines, and brackets that hold either. */
function isBorder(tokens: readonly Token[], { host, lines }: Counts, t: number): boolean {
  const { kind, partner } = tokens[t]!;
  if (kind === 'host' || kind === 'opaque' || kind === 'line') return true;
  if (kind !== 'open' && kind !== 'close') return false;
  const [from, to] = kind === 'open' ? [t, partner] : [partner, t];
  return holds(host, from, to) || holds(lines, from, to);
}

function readStretch(reader: Reader, from: number, to: number): void {
  const { text, tokens, counts } = reader;
  const items = itemsOf(text, tokens, counts, from, to);
  if (items.length === 0) return;
  const before = tokens[from - 1];
  const after = tokens[to];
  const alone = (!before || before.kind === 'line') && (!after || after.kind === 'line');
  if (alone && addWhole(reader, from, to)) return;
  const lead = textBetween(text, tokens, from - 1, items[0]!.first);
  const trail = textBetween(text, tokens, items[items.length - 1]!.last, to);
  const hostBefore = hostBeforeOf(text, before, lead);
  readSentences(reader, items, {
    left:
      before && before.kind !== 'line'
        ? leftEdge(text.slice(before.end - 1, before.end) + lead, hostBefore)
        : 'free',
    right:
      after && after.kind !== 'line' ? rightEdge(trail, text.slice(after.start, after.start + 1)) : 'free',
    hostBefore,
    after: trail + (after ? text.slice(after.start, after.start + 1) : ''),
    end: to,
  });
}

/** The host's word before `lead`. The stop or geresh of an abbreviation that a number follows is part of it: ص. 12. */
function hostBeforeOf(text: string, before: Token | undefined, lead: string): HostBefore {
  if (before?.kind !== 'host') return NO_HOST;
  const word = text.slice(Math.max(before.start, before.end - 24), before.end);
  const [sign] = /^[.'’]?/.exec(lead)!;
  const abbreviated = sign !== '' && INTRODUCES_NUMBER.has(word + sign);
  return abbreviated
    ? { word: word + sign, tied: SPACE.test(lead.slice(1)) }
    : { word, tied: SPACE.test(lead) };
}

const SPACE = /^[ \u00a0-]?$/;

function leftEdge(lead: string, { word, tied }: HostBefore): Edge {
  // The stop of an abbreviation ends no sentence.
  if (tied && INTRODUCES_NUMBER.has(word)) return 'tied';
  if (/[.!?…۔؟]["”’»)\]]*\s+$/.test(lead)) return 'free';
  return /[:;؛،,([{«‹“"‘•|–—/]\s*$|\s-\s+$/.test(lead) ? 'clause' : 'tied';
}

function rightEdge(trail: string, next: string): Edge {
  if (/^["”’»)\]]*[.!?…]+["”’»)\]]*(?:\s|$)/.test(trail) || /^[۔؟]$/.test(trail.trim() + next)) return 'free';
  return /^\s*[:;؛،,)\]}»›”"–—|•]/.test(trail + next) ? 'clause' : 'tied';
}

/** A bracket or quotation with nothing of the host's in it, or only its numbers. */
function readInside(reader: Reader, from: number, to: number): void {
  const { text, tokens, counts } = reader;
  const items = itemsOf(text, tokens, counts, from, to);
  if (items.length === 0) return;
  if (!holds(counts.natives, from, to) && holds(counts.words, from, to)) {
    let first = from;
    let last = to - 1;
    while (tokens[first]!.kind === 'space') first++;
    while (tokens[last]!.kind === 'space') last--;
    reader.add(first, last);
    return;
  }
  readSentences(reader, items, {
    left: 'clause',
    right: 'clause',
    hostBefore: NO_HOST,
    after: '',
    end: to,
  });
}
