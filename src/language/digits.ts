/** Decimal digits of the scripts in which authors number lists and write dates and figures, as ASCII digits. */

/** The zero of decimal numbering systems (CLDR); the other nine follow it. */
export const ZEROS: Readonly<Record<string, number>> = {
  latn: 0x30,
  arab: 0x660,
  arabext: 0x6f0,
  nkoo: 0x7c0,
  deva: 0x966,
  beng: 0x9e6,
  guru: 0xa66,
  gujr: 0xae6,
  orya: 0xb66,
  tamldec: 0xbe6,
  telu: 0xc66,
  knda: 0xce6,
  mlym: 0xd66,
  thai: 0xe50,
  laoo: 0xed0,
  tibt: 0xf20,
  mymr: 0x1040,
  mymrshan: 0x1090,
  khmr: 0x17e0,
  olck: 0x1c50,
  fullwide: 0xff10,
  rohg: 0x10d30,
  adlm: 0x1e950,
};

/** The zeros of Arabic-Indic, Extended Arabic-Indic (Persian, Urdu, Pashto), Devanagari and Bengali digits. */
const LIST_ZEROS = [ZEROS.arab!, ZEROS.arabext!, ZEROS.deva!, ZEROS.beng!];
const DIGIT = /[٠-٩۰-۹०-९০-৯]/g;

/** `text` with its decimal digits in ASCII. The length stays the same: each is one code unit. */
export function foldDigits(text: string): string {
  return text.replace(DIGIT, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - LIST_ZEROS.find((zero) => code >= zero && code <= zero + 9)!);
  });
}

const SYSTEMS = Object.entries(ZEROS);

/** The numbering system of a digit, and what it counts; undefined for what is no digit of the table. */
export function readDigit(char: string): { readonly system: string; readonly value: number } | undefined {
  const code = char.codePointAt(0)!;
  const found = SYSTEMS.find(([, zero]) => code >= zero && code <= zero + 9);
  return found && { system: found[0], value: code - found[1] };
}
