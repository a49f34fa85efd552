/**
 * The rules of UAX #14 that speak of two neighbours, and the table that comes of them.
 */
import { CLASS_COUNT, classNumber } from './classes.ts';

const ANY = '*';

/** One rule about two neighbours: `before × after`, or `before ÷ after` where `allow` is set. The first that fits decides. */
interface PairRule {
  readonly rule: string;
  readonly before: string;
  readonly after: string;
  readonly allow?: true;
  /** Whether the rule also holds over spaces: `before SP* × after`. */
  readonly spaces?: true;
}

const CLOSING = 'CL CP';
const LETTERS = 'AL HL';
const IDEOGRAPHS = 'ID EPU EB EM';
const HANGUL = 'JL JV JT H2 H3';

const RULES: readonly PairRule[] = [
  { rule: 'LB6', before: ANY, after: 'BK CR LF NL', spaces: true },
  { rule: 'LB7', before: ANY, after: 'SP ZW', spaces: true },
  { rule: 'LB8', before: 'ZW', after: ANY, allow: true, spaces: true },
  { rule: 'LB11', before: ANY, after: 'WJ', spaces: true },
  { rule: 'LB11', before: 'WJ', after: ANY },
  { rule: 'LB12', before: 'GL', after: ANY },
  { rule: 'LB12a', before: '^BA HY', after: 'GL' },
  { rule: 'LB13', before: ANY, after: `${CLOSING} EX IS SY`, spaces: true },
  { rule: 'LB14', before: 'OP OPE', after: ANY, spaces: true },
  { rule: 'LB15', before: 'QU', after: 'OP OPE', spaces: true },
  { rule: 'LB16', before: CLOSING, after: 'NS', spaces: true },
  { rule: 'LB17', before: 'B2', after: 'B2', spaces: true },
  // LB18 (SP ÷) stands here: rules below hold for neighbours without a space between them only.
  { rule: 'LB19', before: ANY, after: 'QU' },
  { rule: 'LB19', before: 'QU', after: ANY },
  { rule: 'LB20', before: ANY, after: 'CB', allow: true },
  { rule: 'LB20', before: 'CB', after: ANY, allow: true },
  { rule: 'LB21', before: ANY, after: 'BA HY NS' },
  { rule: 'LB21', before: 'BB', after: ANY },
  { rule: 'LB21b', before: 'SY', after: 'HL' },
  { rule: 'LB22', before: ANY, after: 'IN' },
  { rule: 'LB23', before: LETTERS, after: 'NU' },
  { rule: 'LB23', before: 'NU', after: LETTERS },
  { rule: 'LB23a', before: 'PR', after: IDEOGRAPHS },
  { rule: 'LB23a', before: IDEOGRAPHS, after: 'PO' },
  { rule: 'LB24', before: 'PR PO', after: LETTERS },
  { rule: 'LB24', before: LETTERS, after: 'PR PO' },
  { rule: 'LB25', before: 'PR PO OP OPE HY NU', after: 'NU' },
  { rule: 'LB26', before: 'JL', after: 'JL JV H2 H3' },
  { rule: 'LB26', before: 'JV H2', after: 'JV JT' },
  { rule: 'LB26', before: 'JT H3', after: 'JT' },
  { rule: 'LB27', before: HANGUL, after: 'PO' },
  { rule: 'LB27', before: 'PR', after: HANGUL },
  { rule: 'LB28', before: LETTERS, after: LETTERS },
  { rule: 'LB29', before: 'IS', after: LETTERS },
  { rule: 'LB30', before: `${LETTERS} NU`, after: 'OP' },
  { rule: 'LB30', before: 'CP', after: `${LETTERS} NU` },
  { rule: 'LB30b', before: 'EB EPU', after: 'EM' },
];

/** Bits of a pair: whether a line may end between the two, without and with spaces after the first. */
export const ADJACENT = 1;
export const SPACED = 2;

export const CLASSES =
  'BK CR LF NL SP ZW WJ GL CM ZWJ CL CP EX IS SY OP OPE QU NS B2 CB BA HY HL BB AL NU PR PO IN ID EPU EB EM JL JV JT H2 H3 RI'.split(
    ' ',
  );

/** Numbers of the classes that a set of names stands for; `^` in front means all the others. */
function members(set: string): number[] {
  const names = set.replace('^', '').split(' ');
  const wanted =
    set === ANY ? CLASSES : set.startsWith('^') ? CLASSES.filter((name) => !names.includes(name)) : names;
  return wanted.map(classNumber);
}

/** `pairs[before * CLASS_COUNT + after]`, worked out from the rules once: of the rules that fit a pair the first counts. */
export const pairs = workOutPairs();

function workOutPairs(): Uint8Array {
  const table = new Uint8Array(CLASS_COUNT * CLASS_COUNT).fill(ADJACENT | SPACED);
  const decided = new Uint8Array(table.length);
  for (const { before, after, allow, spaces } of RULES) {
    const bits = spaces ? ADJACENT | SPACED : ADJACENT;
    const seconds = members(after);
    for (const first of members(before))
      for (const second of seconds) {
        const at = first * CLASS_COUNT + second;
        const open = bits & ~decided[at]!;
        if (!allow) table[at]! &= ~open;
        decided[at]! |= open;
      }
  }
  return table;
}
