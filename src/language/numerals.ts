/**
 * Numbers in the digits and with the separators of a language, as CLDR has them.
 */
import { ZEROS } from './digits.ts';
import type { Language } from './language.ts';
import { printLocale, stripBidiControls } from './locale.ts';

const formats = new Map<string, Intl.NumberFormat>();

export interface NumberStyle {
  /** Digits after the decimal mark, 0 to 20; as many as the number has (at most 3) when absent. */
  readonly decimals?: number;
  /** False for years and other numbers that take no thousands separator; true when absent. */
  readonly grouping?: boolean;
}

/** `3.7` → `3.7`, `۳٫۷`, `٣٫٧`. No bidi controls. `value` must be finite. */
export function formatNumber(value: number, language: Language, style: NumberStyle = {}): string {
  const { decimals, grouping = true } = style;
  // Page and list numbers need no more of Intl, which takes 4 ms to start.
  const zero = ZEROS[language.digits];
  if (zero !== undefined && decimals === undefined && Number.isInteger(value) && value >= 0 && value < 1000)
    return String(value).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  const key = `${language.tag} ${language.digits} ${decimals} ${grouping}`;
  let format = formats.get(key);
  if (!format) {
    const digits =
      decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    format = new Intl.NumberFormat(printLocale(language), {
      numberingSystem: language.digits,
      useGrouping: grouping,
      ...digits,
    });
    formats.set(key, format);
  }
  return stripBidiControls(format.format(value));
}
