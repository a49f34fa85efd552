/**
 * Colours as a brand writes them (CSS hex, rgb() and names), and how well two of them can be told apart.
 */
import { NAMED_COLORS } from './named-colors.ts';

/** A colour without transparency, as `#rrggbb` in lower case. */
export type HexColor = string;

/** Parses a CSS colour: `#rgb`, `#rrggbb`, `rgb(1, 2, 3)`, `rgb(10% 20% 30%)` or a name. Undefined when it is none. */
export function parseColor(text: string): HexColor | undefined {
  const value = text.trim().toLowerCase();
  const named = NAMED_COLORS[value];
  if (named !== undefined && Object.hasOwn(NAMED_COLORS, value)) return `#${named}`;
  if (/^#[0-9a-f]{6}$/.test(value)) return value;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(value);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  const call = /^rgb\(\s*([^()]+?)\s*\)$/.exec(value)?.[1];
  const parts = call?.includes(',') ? call.split(/\s*,\s*/) : call?.split(/\s+/);
  if (parts?.length !== 3) return undefined;
  const channels = parts.map(channel);
  return channels.includes(undefined) ? undefined : toHex(channels as number[]);
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastRatio(a: HexColor, b: HexColor): number {
  const lighter = Math.max(luminance(a), luminance(b));
  const darker = Math.min(luminance(a), luminance(b));
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * The colour nearest to `color`, made darker or lighter step by step, that reaches `ratio` against `against`;
 * undefined when neither black nor white does.
 */
export function adjustForContrast(color: HexColor, against: HexColor, ratio: number): HexColor | undefined {
  for (let step = 1; step <= 100; step++)
    for (const end of ['#000000', '#ffffff']) {
      const candidate = mix(color, end, step / 100);
      if (contrastRatio(candidate, against) >= ratio) return candidate;
    }
  return undefined;
}

function channel(text: string): number | undefined {
  const match = /^([+]?(?:\d+\.?\d*|\.\d+))(%?)$/.exec(text);
  if (!match) return undefined;
  return Math.min(255, Math.round((Number(match[1]) * (match[2] ? 255 : 100)) / 100));
}

function toHex(channels: readonly number[]): HexColor {
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channels(color: HexColor): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function mix(color: HexColor, end: HexColor, share: number): HexColor {
  const to = channels(end);
  return toHex(channels(color).map((value, i) => Math.round(value + (to[i]! - value) * share)));
}

/** Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(color: HexColor): number {
  const [r, g, b] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
