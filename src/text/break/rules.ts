/**
 * Where a line may end by the letter of UAX #14: rules LB1 to LB31 of Unicode 15.0, with numbers kept together as in
 * example 7 of its section 8.2, as LineBreakTest.txt has it. What Bayan adds to them is in ./opportunities.ts.
 */
import { basicClasses, CLASS_COUNT, classNumber, lineBreakClass } from './classes.ts';
import { ADJACENT, CLASSES, pairs, SPACED } from './pairs.ts';

/** No line may end here. */
export const NO_BREAK = 0;
/** A line may end here. */
export const BREAK_ALLOWED = 1;
/** A line ends here. */
export const BREAK_MANDATORY = 2;

const C = Object.fromEntries(CLASSES.map((name) => [name, classNumber(name)])) as Readonly<
  Record<string, number>
>;
const { BK, CR, LF, NL, SP, ZW, CM, ZWJ, AL, NU, HL, HY, BA, CB, CL, CP, IS, SY, PR, PO, OP, OPE, RI } =
  C as Readonly<
    Record<
      | 'BK'
      | 'CR'
      | 'LF'
      | 'NL'
      | 'SP'
      | 'ZW'
      | 'CM'
      | 'ZWJ'
      | 'AL'
      | 'NU'
      | 'HL'
      | 'HY'
      | 'BA'
      | 'CB'
      | 'CL'
      | 'CP'
      | 'IS'
      | 'SY'
      | 'PR'
      | 'PO'
      | 'OP'
      | 'OPE'
      | 'RI',
      number
    >
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
      else if (joiner)
        open = false; // LB8a
      else if (hebrewHyphen && cls !== CB)
        open = false; // LB21a
      else if (number !== OUTSIDE && continuesNumber(number, cls)) open = false;
      else if (oddRegional && cls === RI)
        open = false; // LB30a
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
      number =
        number === IN_NUMBER && (cls === IS || cls === SY)
          ? IN_NUMBER
          : number === IN_NUMBER && isClosing(cls)
            ? AFTER_NUMBER
            : OUTSIDE;
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
