/**
 * Numbers in the digits and with the separators of a language, as CLDR has them.
 */
import type { Language } from '../language/language.ts';
import { stripBidiControls } from './locale.ts';

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
  const key = `${language.tag} ${language.digits} ${decimals} ${grouping}`;
  let format = formats.get(key);
  if (!format) {
    const digits =
      decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    format = new Intl.NumberFormat(language.tag, {
      numberingSystem: language.digits,
      useGrouping: grouping,
      ...digits,
    });
    formats.set(key, format);
  }
  return stripBidiControls(format.format(value));
}
