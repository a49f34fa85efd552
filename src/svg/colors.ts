/** Colours of SVG: those of CSS, with their opacity. */
import { parseColor } from '../document/color.ts';
import { singleSpaced } from './numbers.ts';

export interface Color {
  /** `#rrggbb`. */
  readonly color: string;
  /** 0 to 1. */
  readonly opacity: number;
}

/** A colour; undefined when it is none. `currentColor` is for the caller. */
export function readColor(text: string): Color | undefined {
  // A colour of a press may follow, after one for screens.
  const value = singleSpaced(text)
    .toLowerCase()
    .replace(/ (icc-color|device-cmyk)\([^)]*\)$/, '');
  if (value === 'transparent') return { color: '#000000', opacity: 0 };
  const plain = parseColor(value);
  if (plain) return { color: plain, opacity: 1 };
  const digits = /^#([0-9a-f]{4}|[0-9a-f]{8})$/.exec(value)?.[1];
  if (digits) {
    const full = digits.length === 8 ? digits : [...digits].map((digit) => digit + digit).join('');
    return { color: `#${full.slice(0, 6)}`, opacity: Number.parseInt(full.slice(6), 16) / 255 };
  }
  const call = /^(rgba?|hsla?)\(([^()]*)\)$/.exec(value);
  return call ? fromCall(call[1]!, call[2]!.split(/[\s,/]+/).filter(Boolean)) : undefined;
}

function fromCall(name: string, parts: readonly string[]): Color | undefined {
  if (parts.length !== 3 && parts.length !== 4) return undefined;
  const numbers = parts.map((part) => /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|deg)?$/.exec(part));
  if (numbers.includes(null)) return undefined;
  const value = (index: number, of: number) => {
    const [, number, unit] = numbers[index]!;
    return unit === '%' ? (Number(number) / 100) * of : Number(number);
  };
  const opacity = parts.length === 4 ? clamp(value(3, 1)) : 1;
  const channels = name.startsWith('rgb')
    ? [0, 1, 2].map((index) => clamp(value(index, 255) / 255))
    : fromHue(value(0, 360), clamp(value(1, 100) / 100), clamp(value(2, 100) / 100));
  const hex = channels.map((channel) =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return { color: `#${hex.join('')}`, opacity };
}

/** CSS Color 4, 7.1: hue in degrees, the others from 0 to 1. */
function fromHue(hue: number, saturation: number, lightness: number): number[] {
  const channel = (n: number) => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return (
      lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    );
  };
  return [channel(0), channel(8), channel(4)];
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
