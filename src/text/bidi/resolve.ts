/**
 * Resolves one isolating run sequence: weak types (UAX #9 W1 to W7), paired brackets (N0) and neutrals (N1, N2).
 * Each rule is a pass forward with what it must remember, so that the time is linear.
 */
import { AL, AN, bracketOf, CS, EN, ES, ET, isIsolateInitiator, L, NSM, ON, PDI, R } from './class.ts';
import type { RunSequence } from './levels.ts';

/** Resolves `types` of the sequence in place to L, R, EN or AN. `classes` are the characters' own classes. */
export function resolveSequence(
  sequence: RunSequence,
  classes: Uint8Array,
  types: Uint8Array,
  units: Uint16Array,
): void {
  const { indices } = sequence;
  const resolved = new Uint8Array(indices.length);
  for (let s = 0; s < indices.length; s++) resolved[s] = types[indices[s]!]!;
  resolveWeak(resolved, sequence.sos);
  resolveBrackets(resolved, sequence, classes, units);
  resolveNeutrals(resolved, sequence);
  for (let s = 0; s < indices.length; s++) types[indices[s]!] = resolved[s]!;
}

function resolveWeak(types: Uint8Array, sos: number): void {
  const count = types.length;
  // W1, W2, W3
  let previous = sos;
  let strong = sos;
  for (let s = 0; s < count; s++) {
    let type = types[s]!;
    if (type === NSM) type = isIsolateInitiator(previous) || previous === PDI ? ON : previous;
    previous = type;
    if (type === L || type === R || type === AL) strong = type;
    types[s] = type === AL ? R : type === EN && strong === AL ? AN : type;
  }
  // W4
  for (let s = 1; s < count - 1; s++) {
    const type = types[s]!;
    if (type !== ES && type !== CS) continue;
    const before = types[s - 1]!;
    if (before === types[s + 1] && (before === EN || (before === AN && type === CS))) types[s] = before;
  }
  // W5, W6
  for (let s = 0; s < count; ) {
    const type = types[s]!;
    if (type === ES || type === CS) types[s] = ON;
    if (type !== ET) {
      s++;
      continue;
    }
    let end = s;
    while (end < count && types[end] === ET) end++;
    const number = (s > 0 && types[s - 1] === EN) || (end < count && types[end] === EN);
    types.fill(number ? EN : ON, s, end);
    s = end;
  }
  // W7
  strong = sos;
  for (let s = 0; s < count; s++) {
    const type = types[s]!;
    if (type === L || type === R) strong = type;
    else if (type === EN && strong === L) types[s] = L;
  }
}

/** BD16. */
const MAX_OPEN = 63;

/** The closing position of each opening bracket that has one, by position in the sequence. */
function bracketPairs(
  types: Uint8Array,
  indices: readonly number[],
  units: Uint16Array,
): Map<number, number> | undefined {
  let pairs: Map<number, number> | undefined;
  const open: { bracket: number; at: number }[] = [];
  for (let s = 0; s < indices.length; s++) {
    if (types[s] !== ON) continue;
    const bracket = bracketOf(units[indices[s]!]!);
    if (bracket === 0) continue;
    if (bracket > 0) {
      if (open.length === MAX_OPEN) break;
      open.push({ bracket, at: s });
    } else {
      const match = open.findLastIndex((other) => other.bracket === -bracket);
      if (match < 0) continue;
      pairs ??= new Map();
      pairs.set(open[match]!.at, s);
      open.length = match;
    }
  }
  return pairs;
}

/** Direction that counts for N0 to N2, where numbers are R; -1 for neutrals. */
function direction(type: number): number {
  return type === L ? L : type === R || type === EN || type === AN ? R : -1;
}

function resolveBrackets(
  types: Uint8Array,
  sequence: RunSequence,
  classes: Uint8Array,
  units: Uint16Array,
): void {
  const { indices } = sequence;
  const pairs = bracketPairs(types, indices, units);
  if (!pairs) return;
  const embedding = sequence.level & 1 ? R : L;
  // How many characters of either direction stand before each position: what a pair holds is a difference.
  const along = new Uint32Array(types.length + 1);
  const against = new Uint32Array(types.length + 1);
  for (let s = 0; s < types.length; s++) {
    const dir = direction(types[s]!);
    along[s + 1] = along[s]! + (dir === embedding ? 1 : 0);
    against[s + 1] = against[s]! + (dir >= 0 && dir !== embedding ? 1 : 0);
  }
  const settle = (at: number, dir: number) => {
    types[at] = dir;
    for (let s = at + 1; s < types.length && classes[indices[s]!] === NSM; s++) types[s] = dir;
  };
  let context = sequence.sos;
  for (let s = 0; s < types.length; s++) {
    const close = pairs.get(s);
    if (close !== undefined) {
      let dir = -1;
      if (along[close]! > along[s + 1]!) dir = embedding;
      else if (against[close]! > against[s + 1]!) dir = context === embedding ? embedding : context;
      if (dir >= 0) {
        settle(s, dir);
        settle(close, dir);
      }
    }
    const dir = direction(types[s]!);
    if (dir >= 0) context = dir;
  }
}

function resolveNeutrals(types: Uint8Array, sequence: RunSequence): void {
  const embedding = sequence.level & 1 ? R : L;
  let before = sequence.sos;
  for (let s = 0; s < types.length; ) {
    const dir = direction(types[s]!);
    if (dir >= 0) {
      before = dir;
      s++;
      continue;
    }
    let end = s;
    while (end < types.length && direction(types[end]!) < 0) end++;
    const after = end < types.length ? direction(types[end]!) : sequence.eos;
    types.fill(before === after ? before : embedding, s, end);
    s = end;
  }
}
