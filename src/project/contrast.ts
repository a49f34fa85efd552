/**
 * Checks that the colours of a brand which meet on the page can be read together: WCAG 2.2, success criterion
 * 1.4.3 (AA), 4.5:1 for text and 3:1 for large text.
 */
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { adjustForContrast, contrastRatio, type HexColor } from '../document/color.ts';

interface Pair {
  readonly text: string;
  readonly ground: string;
  readonly ratio: number;
  readonly use: string;
}

/** Where Bayan's templates set text in one token on another. */
const PAIRS: readonly Pair[] = [
  { text: 'ink', ground: 'paper', ratio: 4.5, use: 'body text' },
  { text: 'ink', ground: 'tint', ratio: 4.5, use: 'text in panels' },
  { text: 'muted', ground: 'paper', ratio: 4.5, use: 'small text' },
  { text: 'primary', ground: 'paper', ratio: 4.5, use: 'headings and links' },
  { text: 'onPrimary', ground: 'primary', ratio: 4.5, use: 'text on bands' },
  { text: 'accent', ground: 'paper', ratio: 3, use: 'large text' },
];

/** Reports each pair that is too close, at the token the project wrote itself, with a colour that would pass. */
export function checkContrast(
  colors: Readonly<Record<string, HexColor>>,
  written: (token: string) => SourceSpan | undefined,
  report: Report,
): void {
  for (const { text, ground, ratio, use } of PAIRS) {
    const [textColor, groundColor] = [colors[text], colors[ground]];
    if (!textColor || !groundColor) continue;
    const found = contrastRatio(textColor, groundColor);
    if (found >= ratio) continue;
    const changed = written(text) || !written(ground) ? text : ground;
    const [color, other] = changed === text ? [textColor, groundColor] : [groundColor, textColor];
    const better = adjustForContrast(color, other, ratio);
    // Cut, not rounded: 4.496 must not read "4.50:1, needs 4.5:1".
    const shown = (Math.floor(found * 100) / 100).toFixed(2);
    report.error(
      'color-contrast',
      written(changed),
      `${use}: ${text} ${textColor} on ${ground} ${groundColor} has a contrast of ${shown}:1 and needs ${ratio}:1`,
      better ? { hint: `${changed}: '${better}' would pass` } : {},
    );
  }
}
