/** The kinds of values that properties of SVG styles have, and how each is read. */
import type { FontRole } from '../document/style.ts';
import { type Color, readColor } from './colors.ts';
import { ANY_LENGTH, type Measures, readLength, readShare } from './numbers.ts';

/** What a shape is filled or stroked with, as it is written. */
export type PaintValue =
  | { readonly type: 'none' }
  | { readonly type: 'current' }
  | ({ readonly type: 'color' } & Color)
  | { readonly type: 'reference'; readonly id: string; readonly otherwise?: PaintValue };

/** `none` or the id in `url(#id)`. */
export type Reference = string | undefined;

export interface Property<T> {
  readonly inherited: boolean;
  readonly initial: T;
  /** The value; undefined when it is none that the property can have. `before` is what would be inherited. */
  read(text: string, measures: Measures, before: T): T | undefined;
  /** What it can have, for a message. */
  readonly expected: string;
}

export const BLACK: Color = { color: '#000000', opacity: 1 };

export function keyword<const T extends string>(
  inherited: boolean,
  ...values: readonly [T, ...T[]]
): Property<T> {
  return {
    inherited,
    initial: values[0],
    read: (text) => values.find((value) => value === text.toLowerCase()),
    expected: `it is one of ${values.join(', ')}`,
  };
}

export function anyWord(inherited: boolean, initial: string): Property<string> {
  return { inherited, initial, read: (text) => text.toLowerCase(), expected: 'it is a word' };
}

export function share(inherited: boolean): Property<number> {
  return { inherited, initial: 1, read: readShare, expected: 'it is a number from 0 to 1, or a percentage' };
}

export function length(initial: number, least = Number.NEGATIVE_INFINITY): Property<number> {
  const read = (text: string, measures: Measures) => {
    const value = text === 'normal' ? 0 : readLength(text, measures, 'other');
    return value !== undefined && value >= least ? value : undefined;
  };
  return { inherited: true, initial, read, expected: ANY_LENGTH };
}

export function paint(inherited: boolean, initial: PaintValue): Property<PaintValue> {
  return {
    inherited,
    initial,
    read: readPaint,
    expected: 'it is a colour such as #0b4f6c, none, or url(#id)',
  };
}

export function reference(inherited: boolean): Property<Reference> {
  return {
    inherited,
    initial: undefined,
    // `none` is no value that can be told from a fault by undefined: it is the empty name.
    read: (text) => (text === 'none' ? '' : referencedId(text)),
    expected: 'it is none, or url(#id) of an element in the same file',
  };
}

/** The id in `url(#id)`. */
function referencedId(text: string): string | undefined {
  return /^url\(\s*(["']?)#([^"')]+)\1\s*\)/.exec(text)?.[2]?.trim();
}

function readPaint(text: string): PaintValue | undefined {
  const lower = text.toLowerCase();
  if (lower === 'none' || lower === 'context-fill' || lower === 'context-stroke') return { type: 'none' };
  if (lower === 'currentcolor') return { type: 'current' };
  const id = referencedId(text);
  if (id !== undefined) {
    const rest = text.slice(text.indexOf(')') + 1).trim();
    // A reference in place of a reference would go on and on.
    const otherwise = rest === '' || rest.startsWith('url') ? undefined : readPaint(rest);
    return { type: 'reference', id, ...(otherwise && { otherwise }) };
  }
  const color = readColor(text);
  return color && { type: 'color', ...color };
}

export const DASHES: Property<readonly number[]> = {
  inherited: true,
  initial: [],
  read(text, measures) {
    if (text === 'none') return [];
    const lengths = text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((part) => readLength(part, measures, 'other'));
    if (
      lengths.length === 0 ||
      lengths.length > 100 ||
      lengths.some((value) => value === undefined || value < 0)
    )
      return undefined;
    const dashes = lengths as number[];
    return dashes.some((value) => value > 0) ? dashes : [];
  },
  expected: 'it is none, or lengths such as "4 2"',
};

const FONT_SIZES = ['xx-small', 'x-small', 'small', 'medium', 'large', 'x-large', 'xx-large'];

export const FONT_SIZE: Property<number> = {
  inherited: true,
  initial: 16,
  read(text, measures, before) {
    const named = FONT_SIZES.indexOf(text);
    if (named >= 0) return 16 * 1.2 ** (named - 3);
    if (text === 'smaller' || text === 'larger') return text === 'larger' ? before * 1.2 : before / 1.2;
    // A percentage is of the size around, like em.
    const percent = /^([\d.]+)%$/.exec(text)?.[1];
    const value =
      percent === undefined ? readLength(text, measures, 'other') : (before * Number(percent)) / 100;
    return value !== undefined && value >= 0 ? value : undefined;
  },
  expected: 'it is a length such as 12, 12px or 1.2em',
};

export const FONT_WEIGHT: Property<boolean> = {
  inherited: true,
  initial: false,
  read(text) {
    if (/^(normal|lighter|[1-5]\d\d)$/.test(text)) return false;
    return /^(bold|bolder|[6-9]\d\d|1000)$/.test(text) ? true : undefined;
  },
  expected: 'it is normal, bold, or a number from 100 to 900',
};

/** A file names fonts of the computer that it was drawn on. What is printed is the brand's face of that kind. */
export const FONT_FAMILY: Property<FontRole> = {
  inherited: true,
  initial: 'sans',
  read(text) {
    const names = text.toLowerCase();
    if (/mono|courier|consolas|menlo|source code/.test(names)) return 'mono';
    if (/sans|arial|helvetica|verdana|tahoma|roboto|inter\b/.test(names)) return 'sans';
    return /serif|times|georgia|garamond|palatino|cambria|roman|naskh|amiri|nastaliq/.test(names)
      ? 'serif'
      : 'sans';
  },
  expected: 'it is the name of a font',
};

export const BASELINE_SHIFT: Property<number> = {
  inherited: false,
  initial: 0,
  read(text, measures) {
    if (text === 'baseline') return 0;
    if (text === 'super') return measures.fontSize * 0.35;
    if (text === 'sub') return measures.fontSize * -0.2;
    const percent = /^(-?[\d.]+)%$/.exec(text)?.[1];
    return percent === undefined
      ? readLength(text, measures, 'other')
      : (measures.fontSize * Number(percent)) / 100;
  },
  expected: 'it is super, sub, or a length',
};
