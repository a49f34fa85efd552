/**
 * Checks each style's colour against the grounds it may stand on, at the size it has: WCAG 2.2, success criterion 1.4.3 (AA)
 * wants 4.5:1 of text, and 3:1 of text that is large, from 18 pt, or 14 pt bold.
 */
import { Report, type SourceSpan } from '../diagnostics/diagnostic.ts';
import { adjustForContrast, contrastRatio, type HexColor, shownRatio } from '../document/color.ts';
import { findLanguage, type Language } from '../language/language.ts';
import type { StyleRule, StyleSheet } from './styles.ts';

/** Tokens that are text on the page or in a panel, whichever style takes them. */
const TEXT = ['primary', 'accent', 'muted'] as const;
const GROUNDS = ['paper', 'tint'] as const;

/** The languages whose sizes styles.yaml changes, and one that it leaves alone. */
const LANGUAGES = ['en', 'ar', 'ur'].map((tag) => findLanguage(tag)!);

/** Contrasts that large text needs, and text of any size. */
const LARGE = 3;
const ANY_SIZE = 4.5;

interface Use {
  readonly style: string;
  /** pt */
  readonly size: number;
  readonly needs: typeof LARGE | typeof ANY_SIZE;
}

/**
 * Reports each colour of the brand that some style sets too small for its contrast, once, on the ground where it is worst:
 * with the styles, and the nearest colour that passes on all grounds.
 */
export function checkStyleContrast(
  styles: StyleSheet,
  colors: Readonly<Record<string, HexColor>>,
  places: Readonly<Record<string, SourceSpan>>,
  report: Report,
): void {
  const grounds = GROUNDS.flatMap((name) => {
    const color = colors[name];
    return color ? [{ name, color }] : [];
  });
  for (const token of TEXT) {
    const color = colors[token];
    if (!color) continue;
    let uses: readonly Use[] | undefined;
    const faults = grounds.flatMap((ground) => {
      const contrast = contrastRatio(color, ground.color);
      // Most brands have no colour so poor that it matters where it is used.
      if (contrast >= ANY_SIZE) return [];
      uses ??= styles.names.flatMap((name) => usesOf(styles, name, token));
      const poor = uses.filter(({ needs }) => contrast < needs);
      return poor.length > 0 ? [{ ground, contrast, poor }] : [];
    });
    const [worst] = faults.sort((a, b) => a.contrast - b.contrast);
    if (!worst) continue;
    const { ground, poor } = worst;
    const needs = Math.max(...poor.map((use) => use.needs));
    const behind = grounds.map((each) => each.color);
    const better = adjustForContrast(color, behind, needs);
    const shown = poor.slice(0, 4).map(({ style, size }) => `${style} ${size} pt`);
    report.error(
      'color-contrast',
      places[token] ?? places[ground.name],
      `${token} ${color} on ${ground.name} ${ground.color} has a contrast of ${shownRatio(color, ground.color)}:1 and needs ${needs}:1 in ${shown.join(', ')}${poor.length > 4 ? ' …' : ''}`,
      better ? { hint: `${token}: '${better}' would pass` } : {},
    );
  }
}

/** The smallest size at which a style sets text in a colour; nothing when it has another, or stands on a fill of its own. */
function usesOf(styles: StyleSheet, style: string, token: string): Use[] {
  const uses = LANGUAGES.flatMap((language): Use[] => {
    const rule = rulesFor(styles, style, language);
    if (rule.color !== token || (rule.fill !== undefined && rule.fill !== 'tint')) return [];
    // A line that is drawn in the colour is no text.
    if (rule.lineWidth !== undefined && rule.size === undefined) return [];
    const base = rulesFor(styles, 'document', language).size;
    const size = points(rule.size, typeof base === 'number' ? base : 10.5);
    return [{ style, size, needs: size >= 18 || (size >= 14 && rule.weight === 'bold') ? LARGE : ANY_SIZE }];
  });
  return uses.sort((a, b) => a.size - b.size).slice(0, 1);
}

function rulesFor(styles: StyleSheet, name: string, language: Language): StyleRule {
  return styles.has(name) ? styles.rules(name, language, new Report(), undefined) : {};
}

/** A size in points; ems are of the text around, for which that of the document stands. */
function points(size: number | string | undefined, around: number): number {
  if (size === undefined) return around;
  return typeof size === 'number' ? size : Math.round(Number.parseFloat(size) * around * 10) / 10;
}
