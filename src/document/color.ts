/** Colours as CSS writes them, and how well two of them can be told apart. */
import { colorsNamed, formatHex, modeHsl, modeLrgb, modeRgb, parse, useMode, wcagContrast } from 'culori/fn';

for (const mode of [modeRgb, modeHsl, modeLrgb]) useMode(mode);

/** A colour without transparency, as `#rrggbb` in lower case. */
export type HexColor = string;

export interface Color {
  readonly color: HexColor;
  /** 0 to 1. */
  readonly opacity: number;
}

/** Names of colours (CSS Color 4, 6.1). */
export const COLOR_NAMES: readonly string[] = Object.keys(colorsNamed);

/** A CSS colour: hex digits behind `#`, `rgb()`, `hsl()`, a name. Undefined when it is none. */
export function readColor(text: string): Color | undefined {
  const value = text.trim();
  if (/^[0-9a-f]+$/i.test(value)) return undefined;
  const found = parsed(value);
  return found && { color: formatHex(found), opacity: found.alpha ?? 1 };
}

/** culori throws where a number has a unit that no colour has: `rgb(10px 20 30)`. */
function parsed(value: string): ReturnType<typeof parse> {
  try {
    return parse(value);
  } catch {
    return undefined;
  }
}

/** A CSS colour that lets nothing through. Undefined when it is none. */
export function parseColor(text: string): HexColor | undefined {
  const found = readColor(text);
  return found?.opacity === 1 ? found.color : undefined;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastRatio(a: HexColor, b: HexColor): number {
  return wcagContrast(a, b);
}

/**
 * The colour nearest to `color`, made darker or lighter step by step, that reaches `ratio` against each of `others`;
 * undefined when neither black nor white does.
 */
export function adjustForContrast(
  color: HexColor,
  others: readonly HexColor[],
  ratio: number,
): HexColor | undefined {
  for (let step = 1; step <= 100; step++)
    for (const end of [0, 255] as const) {
      const candidate = mix(color, end, step / 100);
      if (others.every((other) => contrastRatio(candidate, other) >= ratio)) return candidate;
    }
  return undefined;
}

/** The colour with a share of black (0) or white (255) in each of its channels. */
function mix(color: HexColor, end: 0 | 255, share: number): HexColor {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const mixed = channels.map((value) => Math.round(value + (end - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** A contrast for messages. Cut, not rounded: 4.496 must not read "4.50:1, needs 4.5:1". */
export function shownRatio(a: HexColor, b: HexColor): string {
  return (Math.floor(contrastRatio(a, b) * 100) / 100).toFixed(2);
}
