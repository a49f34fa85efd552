/**
 * Checks that the colours of a brand which meet on the page whatever the styles are can be read together: WCAG 2.2, success
 * criterion 1.4.3 (AA), 4.5:1 for text. Colours that are bound to a size are checked with the styles
 * (src/compose/style-contrast.ts).
 */
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { adjustForContrast, contrastRatio, type HexColor, shownRatio } from '../document/color.ts';

interface Pair {
  readonly text: string;
  readonly ground: string;
  readonly use: string;
}

const MINIMUM = 4.5;

/** Where Bayan's templates set text in one token on another. */
const PAIRS: readonly Pair[] = [
  { text: 'ink', ground: 'paper', use: 'body text' },
  { text: 'ink', ground: 'tint', use: 'text in panels' },
  { text: 'muted', ground: 'paper', use: 'small text' },
  { text: 'primary', ground: 'paper', use: 'headings and links' },
  { text: 'onPrimary', ground: 'primary', use: 'text on bands' },
];

/** Reports each pair that is too close, at the token the project wrote itself, with a colour that would pass. */
export function checkContrast(
  colors: Readonly<Record<string, HexColor>>,
  places: Readonly<Record<string, SourceSpan>>,
  report: Report,
): void {
  for (const { text, ground, use } of PAIRS) {
    const [textColor, groundColor] = [colors[text], colors[ground]];
    if (!textColor || !groundColor) continue;
    if (contrastRatio(textColor, groundColor) >= MINIMUM) continue;
    const changed = places[text] || !places[ground] ? text : ground;
    const [color, other] = changed === text ? [textColor, groundColor] : [groundColor, textColor];
    const better = adjustForContrast(color, [other], MINIMUM);
    report.error(
      'color-contrast',
      places[changed],
      `${use}: ${text} ${textColor} on ${ground} ${groundColor} has a contrast of ${shownRatio(textColor, groundColor)}:1 and needs ${MINIMUM}:1`,
      better ? { hint: `${changed}: '${better}' would pass` } : {},
    );
  }
}
