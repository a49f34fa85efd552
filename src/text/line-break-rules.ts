/**
 * Where a line may end by the letter of UAX #14: rules LB1 to LB31 of Unicode 15.0, with numbers kept together as in
 * example 7 of its section 8.2, as LineBreakTest.txt has it. What Bayan adds to them is in ./line-break.ts.
 */
import { basicClasses, CLASS_COUNT, classNumber, lineBreakClass } from './line-break-classes.ts';

/** No line may end here. */
export const NO_BREAK = 0;
/** A line may end here. */
export const BREAK_ALLOWED = 1;
/** A line ends here. */
export const BREAK_MANDATORY = 2;

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
const ADJACENT = 1;
const SPACED = 2;

const NAMES =
  'BK CR LF NL SP ZW WJ GL CM ZWJ CL CP EX IS SY OP OPE QU NS B2 CB BA HY HL BB AL NU PR PO IN ID EPU EB EM JL JV JT H2 H3 RI'.split(' ');

function matches(set: string, name: string): boolean {
  if (set === ANY) return true;
  return set.startsWith('^') ? !set.slice(1).split(' ').includes(name) : set.split(' ').includes(name);
}

/** `pairs[before * CLASS_COUNT + after]`, worked out from the rules once. */
const pairs = new Uint8Array(CLASS_COUNT * CLASS_COUNT);
for (const before of NAMES)
  for (const after of NAMES) {
    const fits = RULES.filter((rule) => matches(rule.before, before) && matches(rule.after, after));
    const adjacent = fits[0]?.allow ?? fits.length === 0;
    const overSpaces = fits.find((rule) => rule.spaces);
    const spaced = overSpaces ? overSpaces.allow === true : true;
    pairs[classNumber(before) * CLASS_COUNT + classNumber(after)] = (adjacent ? ADJACENT : 0) | (spaced ? SPACED : 0);
  }

const C = Object.fromEntries(NAMES.map((name) => [name, classNumber(name)])) as Readonly<Record<string, number>>;
const { BK, CR, LF, NL, SP, ZW, CM, ZWJ, AL, NU, HL, HY, BA, CB, CL, CP, IS, SY, PR, PO, OP, OPE, RI } = C as Readonly<
  Record<'BK' | 'CR' | 'LF' | 'NL' | 'SP' | 'ZW' | 'CM' | 'ZWJ' | 'AL' | 'NU' | 'HL' | 'HY' | 'BA' | 'CB' | 'CL' | 'CP' | 'IS' | 'SY' | 'PR' | 'PO' | 'OP' | 'OPE' | 'RI', number>
>;

/** Where the reading is inside a number (LB25): after `NU (NU | SY | IS)*`, or after the bracket that closes it. */
const OUTSIDE = 0;
const IN_NUMBER = 1;
const AFTER_NUMBER = 2;

/**
 * For each index of `text`, whether a line may end before the code unit there; the last entry, for the end of the
 * text, is mandatory. One pass, no look-ahead.
 */
export function unicodeLineBreaks(text: string): Uint8Array {
  const breaks = new Uint8Array(text.length + 1);
  const basic = basicClasses();
  /** Class of the character before, marks and spaces passed over; -1 at the start of the text or of a forced line. */
  let before = -1;
  let spaces = false;
  let joiner = false;
  let number = OUTSIDE;
  let hebrewHyphen = false;
  let oddRegional = false;
  /** Where a bracket follows PR or PO: closed to breaks when a number comes next (LB25). */
  let prefixBracket = -1;
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    let size = 1;
    let own = basic[unit]!;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const code = text.codePointAt(i)!;
      if (code > 0xffff) {
        size = 2;
        own = lineBreakClass(code);
      }
    }
    const at = i;
    i += size;
    if (own === BK || own === CR || own === LF || own === NL) {
      if (own === CR && text.charCodeAt(i) === 0x0a) i++; // LB5
      breaks[i] = BREAK_MANDATORY;
      before = -1;
      spaces = joiner = hebrewHyphen = oddRegional = false;
      number = OUTSIDE;
      prefixBracket = -1;
      continue;
    }
    if (own === CM || own === ZWJ) {
      const attaches = before >= 0 && !spaces && before !== ZW;
      if (attaches) {
        joiner = own === ZWJ; // LB9
        continue;
      }
    }
    if (own === SP) {
      if (before < 0) before = AL;
      spaces = true;
      joiner = false;
      continue;
    }
    const cls = own === CM || own === ZWJ ? AL : own; // LB10
    if (before >= 0) {
      let open: boolean;
      if (spaces) open = (pairs[before * CLASS_COUNT + cls]! & SPACED) !== 0;
      else if (joiner) open = false; // LB8a
      else if (hebrewHyphen && cls !== CB) open = false; // LB21a
      else if (number !== OUTSIDE && continuesNumber(number, cls)) open = false;
      else if (oddRegional && cls === RI) open = false; // LB30a
      else open = (pairs[before * CLASS_COUNT + cls]! & ADJACENT) !== 0;
      if (open) breaks[at] = BREAK_ALLOWED;
    }
    if (spaces) {
      number = OUTSIDE;
      oddRegional = hebrewHyphen = false;
      prefixBracket = -1;
    }
    if (cls === NU && prefixBracket >= 0) breaks[prefixBracket] = NO_BREAK;
    prefixBracket = (cls === OP || cls === OPE) && !spaces && (before === PR || before === PO) ? at : -1;
    hebrewHyphen = !spaces && before === HL && (cls === HY || cls === BA);
    oddRegional = cls === RI && !oddRegional;
    if (cls === NU) number = IN_NUMBER;
    else if (number !== OUTSIDE)
      number = number === IN_NUMBER && (cls === IS || cls === SY) ? IN_NUMBER : number === IN_NUMBER && isClosing(cls) ? AFTER_NUMBER : OUTSIDE;
    before = cls;
    spaces = false;
    joiner = own === ZWJ;
  }
  breaks[text.length] = BREAK_MANDATORY;
  return breaks;
}

function isClosing(cls: number): boolean {
  return cls === CL || cls === CP;
}

/** LB25: what follows a number without a break. */
function continuesNumber(state: number, cls: number): boolean {
  if (cls === PO || cls === PR) return true;
  return state === IN_NUMBER && (cls === NU || cls === SY || cls === IS || isClosing(cls));
}
