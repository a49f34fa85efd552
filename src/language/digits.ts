/** Decimal digits of the scripts in which authors number lists and write dates, as ASCII digits. */

/** The zeros of Arabic-Indic, Extended Arabic-Indic (Persian, Urdu, Pashto), Devanagari and Bengali digits. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6];
const DIGIT = /[٠-٩۰-۹०-९০-৯]/g;

/** `text` with its decimal digits in ASCII. The length stays the same: each is one code unit. */
export function foldDigits(text: string): string {
  return text.replace(DIGIT, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - ZEROS.find((zero) => code >= zero && code <= zero + 9)!);
  });
}
