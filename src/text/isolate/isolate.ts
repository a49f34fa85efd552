/**
 * Isolation by a higher-level protocol (UAX #9 HL3). By the letter of the algorithm a foreign phrase with numbers or
 * brackets at its edges is pulled apart: `(30-day deadline)` after Arabic shows as `(day deadline-30)`. Foreign
 * phrases, addresses and marked spans are found here and isolated, so that an author never types a control character.
 * What belongs together is said by example in test/text/fixtures/isolation.txt.
 */
import type { Direction } from '../../language/language.ts';
import { AL, AN, bidiClass, EN, isIsolateInitiator, L, LRE, PDF, PDI, R } from '../bidi/class.ts';
import { type Address, findAddresses } from './address.ts';
import { findPhrases } from './phrases.ts';
import { type Atom, tokenize } from './tokens.ts';

/** A stretch `[start, end)` of a paragraph to be isolated, in UTF-16 code units. Ranges nest, they never cross. */
export interface IsolateRange {
  readonly start: number;
  readonly end: number;
  readonly dir: Direction | 'auto';
}

/** Direction of the first strong character (UAX #9 P2, P3), or undefined when there is none. */
function firstStrong(text: string): Direction | undefined {
  for (const char of text) {
    const cls = bidiClass(char.codePointAt(0)!);
    if (cls === L) return 'ltr';
    if (cls === R || cls === AL) return 'rtl';
  }
  return undefined;
}

/**
 * All ranges to isolate in a paragraph, outer ones first. `classes` are its bidi classes; `explicit` are links, code
 * spans and `dir` spans: inside each, foreign phrases are looked for against the direction of that range.
 */
export function findIsolates(
  text: string,
  classes: Uint8Array,
  base: Direction,
  explicit: readonly IsolateRange[] = [],
): IsolateRange[] {
  const found: IsolateRange[] = [];
  const controlled = classes.some((cls) => cls >= LRE && cls <= PDI);
  const ranges = explicit
    .filter((range) => range.end > range.start && (!controlled || isBalanced(classes, range)))
    .sort(outerFirst);
  const addresses = findAddresses(text, ranges);
  const source = { text, classes, addresses, hostHasOwnMarks: classes.includes(AL) };
  visit(source, { start: 0, end: text.length, dir: base }, ranges, 0, found);
  return found.sort(outerFirst);
}

function outerFirst(a: IsolateRange, b: IsolateRange): number {
  return a.start - b.start || b.end - a.end;
}

interface Source {
  readonly text: string;
  readonly classes: Uint8Array;
  readonly addresses: readonly Address[];
  readonly hostHasOwnMarks: boolean;
}

/** Ranges deeper in each other than this are left as they are: UAX #9 itself gives up soon after. */
const MAX_DEPTH = 60;

/** Looks through `[start, end)`, whose direction is `dir`, and through the ranges in it. */
function visit(
  source: Source,
  { start, end, dir: base }: { start: number; end: number; dir: Direction },
  explicit: readonly IsolateRange[],
  depth: number,
  found: IsolateRange[],
): void {
  const { text, classes, hostHasOwnMarks } = source;
  const foreign: Direction = base === 'rtl' ? 'ltr' : 'rtl';
  const atoms = new Map<number, Atom>();
  for (let i = 0; i < explicit.length; ) {
    const range = explicit[i]!;
    let next = i + 1;
    while (next < explicit.length && explicit[next]!.start < range.end) next++;
    const strong = firstStrong(text.slice(range.start, range.end));
    const dir = range.dir === 'auto' ? (strong ?? 'ltr') : range.dir;
    // What holds no letter, the mark of a note say, reads in the direction of whatever stands around it.
    const kind = dir !== foreign ? (strong ? 'host' : 'aside') : strong ? 'word' : 'number';
    atoms.set(range.start, { start: range.start, end: range.end, kind });
    found.push(range);
    if (depth < MAX_DEPTH) visit(source, { ...range, dir }, explicit.slice(i + 1, next), depth + 1, found);
    i = next;
  }
  if (!mayHoldForeign(classes, start, end, foreign)) return;
  const stops = withAddresses([...atoms.values()], source.addresses, start, end);
  const tokens = tokenize(text, classes, start, end, foreign, stops);
  for (const phrase of findPhrases({ text, tokens, foreign, hostHasOwnMarks }))
    if (atoms.get(phrase.start)?.end !== phrase.end) found.push(phrase);
}

/** The atoms of `[start, end)` with the addresses that lie between them. */
function withAddresses(
  atoms: readonly Atom[],
  addresses: readonly Address[],
  start: number,
  end: number,
): readonly Atom[] {
  const all: Atom[] = [...atoms];
  let next = 0;
  for (let i = firstFrom(addresses, start); i < addresses.length && addresses[i]!.end <= end; i++) {
    const address = addresses[i]!;
    while (next < atoms.length && atoms[next]!.end <= address.start) next++;
    const atom = atoms[next];
    if (!atom || atom.start >= address.end)
      all.push({ start: address.start, end: address.end, kind: 'address' });
  }
  return all.sort((a, b) => a.start - b.start);
}

/** Index of the first address that does not begin before `start`. */
function firstFrom(addresses: readonly Address[], start: number): number {
  let low = 0;
  let high = addresses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (addresses[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Text all in the host's script, the usual case, is not cut into tokens; a right-to-left one may hold a telephone number. */
function mayHoldForeign(classes: Uint8Array, start: number, end: number, foreign: Direction): boolean {
  for (let i = start; i < end; i++) {
    const cls = classes[i]!;
    if (foreign === 'ltr' ? cls === L || (cls >= EN && cls <= AN) : cls === R || cls === AL) return true;
  }
  return false;
}

/** A range that cuts through an author's own embedding or isolate cannot be one itself. */
function isBalanced(classes: Uint8Array, { start, end }: IsolateRange): boolean {
  let isolates = 0;
  let embeddings = 0;
  for (let i = start; i < end; i++) {
    const cls = classes[i]!;
    if (cls < LRE || cls > PDI) continue;
    if (isIsolateInitiator(cls)) isolates++;
    else if (cls === PDI) isolates--;
    else embeddings += cls === PDF ? -1 : 1;
    if (isolates < 0 || embeddings < 0) return false;
  }
  return isolates === 0 && embeddings === 0;
}
