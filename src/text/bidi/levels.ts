/**
 * Embedding levels by the Unicode Bidirectional Algorithm (UAX #9, revision 46): rules X1 to I2 for one paragraph,
 * in linear time whatever the text. Weak and neutral types are resolved in ./resolve.ts.
 */
import {
  AL,
  B,
  BN,
  FSI,
  isIsolateInitiator,
  isRemoved,
  L,
  LRE,
  LRO,
  ON,
  PDF,
  PDI,
  R,
  RLE,
  RLI,
  RLO,
} from './class.ts';
import { resolveSequence } from './resolve.ts';

/** BD2. */
const MAX_DEPTH = 125;
const NEUTRAL = -1;

interface Status {
  readonly level: number;
  /** L or R inside an override, else NEUTRAL. */
  readonly override: number;
  readonly isolate: boolean;
}

/**
 * Levels of a paragraph, one for each entry of `classes`, before rule L1. Characters that X9 removes take the level
 * of what stands before them. `units` are the UTF-16 code units, for brackets.
 */
export function resolveLevels(classes: Uint8Array, units: Uint16Array, base: number): Uint8Array {
  const count = classes.length;
  const levels = new Uint8Array(count);
  const types = classes.slice();
  const { partner, strong } = matchIsolates(classes);
  explicitLevels(classes, types, levels, strong, base);
  for (const sequence of isolatingRunSequences(classes, levels, partner, base))
    resolveSequence(sequence, classes, types, units);
  implicitLevels(classes, types, levels, base);
  return levels;
}

/** BD9: the partner of each isolate initiator and PDI (-1 for none), and the first strong class inside each initiator. */
function matchIsolates(classes: Uint8Array): { partner: Int32Array; strong: Map<number, number> } {
  const partner = new Int32Array(classes.length).fill(-1);
  const strong = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < classes.length; i++) {
    const cls = classes[i]!;
    if (isIsolateInitiator(cls)) open.push(i);
    else if (cls === PDI) {
      const initiator = open.pop();
      if (initiator === undefined) continue;
      partner[i] = initiator;
      partner[initiator] = i;
    } else if (cls === L || cls === R || cls === AL) {
      const inside = open[open.length - 1];
      if (inside !== undefined && !strong.has(inside)) strong.set(inside, cls);
    }
  }
  return { partner, strong };
}

/** X1 to X8. */
function explicitLevels(
  classes: Uint8Array,
  types: Uint8Array,
  levels: Uint8Array,
  strong: ReadonlyMap<number, number>,
  base: number,
): void {
  const stack: Status[] = [{ level: base, override: NEUTRAL, isolate: false }];
  let overflowIsolates = 0;
  let overflowEmbeddings = 0;
  let validIsolates = 0;
  for (let i = 0; i < classes.length; i++) {
    const cls = classes[i]!;
    let top = stack[stack.length - 1]!;
    if (cls === RLE || cls === LRE || cls === RLO || cls === LRO) {
      levels[i] = top.level;
      const rtl = cls === RLE || cls === RLO;
      const level = rtl ? (top.level + 1) | 1 : (top.level + 2) & ~1;
      if (level <= MAX_DEPTH && overflowIsolates === 0 && overflowEmbeddings === 0)
        stack.push({ level, override: cls === RLO ? R : cls === LRO ? L : NEUTRAL, isolate: false });
      else if (overflowIsolates === 0) overflowEmbeddings++;
    } else if (isIsolateInitiator(cls)) {
      levels[i] = top.level;
      if (top.override !== NEUTRAL) types[i] = top.override;
      const inside = strong.get(i);
      const rtl = cls === RLI || (cls === FSI && (inside === R || inside === AL));
      const level = rtl ? (top.level + 1) | 1 : (top.level + 2) & ~1;
      if (level <= MAX_DEPTH && overflowIsolates === 0 && overflowEmbeddings === 0) {
        validIsolates++;
        stack.push({ level, override: NEUTRAL, isolate: true });
      } else overflowIsolates++;
    } else if (cls === PDI) {
      if (overflowIsolates > 0) overflowIsolates--;
      else if (validIsolates > 0) {
        overflowEmbeddings = 0;
        while (!stack[stack.length - 1]!.isolate) stack.pop();
        stack.pop();
        validIsolates--;
      }
      top = stack[stack.length - 1]!;
      levels[i] = top.level;
      if (top.override !== NEUTRAL) types[i] = top.override;
    } else if (cls === PDF) {
      if (overflowIsolates > 0) {
        // Inside an isolate that was too deep: nothing to close.
      } else if (overflowEmbeddings > 0) overflowEmbeddings--;
      else if (!top.isolate && stack.length > 1) stack.pop();
      levels[i] = stack[stack.length - 1]!.level;
    } else if (cls === B) levels[i] = base;
    else {
      levels[i] = top.level;
      if (cls !== BN && top.override !== NEUTRAL) types[i] = top.override;
    }
  }
}

/** One isolating run sequence (BD13): indices of its characters, X9's left out, with its level and edges. */
export interface RunSequence {
  readonly indices: number[];
  readonly level: number;
  /** Direction (L or R) on either side. */
  readonly sos: number;
  eos: number;
}

/** X9 and X10. */
function isolatingRunSequences(
  classes: Uint8Array,
  levels: Uint8Array,
  partner: Int32Array,
  base: number,
): RunSequence[] {
  const sequences: RunSequence[] = [];
  const waiting = new Map<number, RunSequence>();
  let current: RunSequence | undefined;
  let previous = -1;
  const close = (sequence: RunSequence, last: number, next: number) => {
    const pending = isIsolateInitiator(classes[last]!);
    if (pending && partner[last]! >= 0) waiting.set(last, sequence);
    const after = pending || next < 0 ? base : levels[next]!;
    sequence.eos = Math.max(after, sequence.level) & 1 ? R : L;
  };
  for (let i = 0; i < classes.length; i++) {
    const cls = classes[i]!;
    if (isRemoved(cls)) continue;
    const level = levels[i]!;
    if (!current || level !== levels[previous]) {
      if (current) close(current, previous, i);
      const resumed: RunSequence | undefined =
        cls === PDI && partner[i]! >= 0 ? waiting.get(partner[i]!) : undefined;
      if (resumed) current = resumed;
      else {
        const before = previous < 0 ? base : levels[previous]!;
        current = { indices: [], level, sos: Math.max(before, level) & 1 ? R : L, eos: L };
        sequences.push(current);
      }
    }
    current.indices.push(i);
    previous = i;
  }
  if (current) close(current, previous, -1);
  return sequences;
}

/** I1 and I2. */
function implicitLevels(classes: Uint8Array, types: Uint8Array, levels: Uint8Array, base: number): void {
  for (let i = 0; i < classes.length; i++) {
    if (isRemoved(classes[i]!)) {
      levels[i] = i === 0 ? base : levels[i - 1]!;
      continue;
    }
    const type = types[i]!;
    const level = levels[i]!;
    if (level & 1) {
      if (type !== R && type !== ON) levels[i] = level + 1;
    } else if (type === R) levels[i] = level + 1;
    else if (type !== L && type !== ON) levels[i] = level + 2;
  }
}
