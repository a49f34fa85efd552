/** The properties of SVG styles that are printed: what values each can have, what it begins with and whether it is inherited. */
import { BLEND_MODES, type BlendMode } from '../document/drawing.ts';
import type { FontRole } from '../document/style.ts';
import { type Color, readColor } from './colors.ts';
import { readNumber } from './numbers.ts';
import {
  anyWord,
  BASELINE_SHIFT,
  BLACK,
  DASHES,
  FONT_FAMILY,
  FONT_SIZE,
  FONT_WEIGHT,
  keyword,
  length,
  type PaintValue,
  type Property,
  paint,
  type Reference,
  reference,
  share,
} from './property-values.ts';

/** Blend modes of web pages that print does not know. */
const LOST_BLEND_MODES = ['plus-lighter', 'plus-darker'] as const;
type LostBlendMode = (typeof LOST_BLEND_MODES)[number];

export interface ComputedStyle {
  readonly fill: PaintValue;
  readonly 'fill-opacity': number;
  readonly 'fill-rule': 'nonzero' | 'evenodd';
  readonly stroke: PaintValue;
  readonly 'stroke-opacity': number;
  readonly 'stroke-width': number;
  readonly 'stroke-linecap': 'butt' | 'round' | 'square';
  readonly 'stroke-linejoin': 'miter' | 'round' | 'bevel' | 'arcs' | 'miter-clip';
  readonly 'stroke-miterlimit': number;
  readonly 'stroke-dasharray': readonly number[];
  readonly 'stroke-dashoffset': number;
  readonly color: Color;
  readonly opacity: number;
  readonly 'clip-path': Reference;
  readonly 'clip-rule': 'nonzero' | 'evenodd';
  readonly mask: Reference;
  readonly 'mix-blend-mode': BlendMode | LostBlendMode;
  readonly isolation: 'auto' | 'isolate';
  readonly 'mask-type': 'luminance' | 'alpha';
  readonly display: string;
  readonly visibility: 'visible' | 'hidden' | 'collapse';
  readonly overflow: string;
  readonly 'paint-order': string;
  readonly 'vector-effect': string;
  readonly 'marker-start': Reference;
  readonly 'marker-mid': Reference;
  readonly 'marker-end': Reference;
  readonly 'stop-color': PaintValue;
  readonly 'stop-opacity': number;
  readonly 'font-family': FontRole;
  readonly 'font-size': number;
  readonly 'font-weight': boolean;
  readonly 'font-style': 'normal' | 'italic' | 'oblique';
  readonly 'letter-spacing': number;
  readonly 'text-anchor': 'start' | 'middle' | 'end';
  readonly 'text-decoration': string;
  readonly direction: 'ltr' | 'rtl';
  /** Upwards, in user units. */
  readonly 'baseline-shift': number;
  readonly 'dominant-baseline': string;
  readonly 'white-space': string;
  /** As it is written: the element knows where. */
  readonly transform: string | undefined;
}

export type PropertyName = keyof ComputedStyle;

type Properties = { readonly [Name in PropertyName]: Property<ComputedStyle[Name]> };

export const PROPERTIES: Properties = {
  'font-size': FONT_SIZE,
  fill: paint(true, { type: 'color', ...BLACK }),
  'fill-opacity': share(true),
  'fill-rule': keyword(true, 'nonzero', 'evenodd'),
  stroke: paint(true, { type: 'none' }),
  'stroke-opacity': share(true),
  'stroke-width': length(1, 0),
  'stroke-linecap': keyword(true, 'butt', 'round', 'square'),
  'stroke-linejoin': keyword(true, 'miter', 'round', 'bevel', 'arcs', 'miter-clip'),
  'stroke-miterlimit': {
    inherited: true,
    initial: 4,
    read: (text) => {
      const value = readNumber(text);
      return value === undefined ? undefined : Math.max(1, value);
    },
    expected: 'it is a number from 1',
  },
  'stroke-dasharray': DASHES,
  'stroke-dashoffset': length(0),
  color: {
    inherited: true,
    initial: BLACK,
    read: (text, _measures, before) => (text.toLowerCase() === 'currentcolor' ? before : readColor(text)),
    expected: 'it is a colour such as #0b4f6c',
  },
  opacity: share(false),
  'clip-path': reference(false),
  'clip-rule': keyword(true, 'nonzero', 'evenodd'),
  mask: reference(false),
  'mix-blend-mode': keyword(false, ...BLEND_MODES, ...LOST_BLEND_MODES),
  isolation: keyword(false, 'auto', 'isolate'),
  'mask-type': keyword(false, 'luminance', 'alpha'),
  display: anyWord(false, 'inline'),
  visibility: keyword(true, 'visible', 'hidden', 'collapse'),
  overflow: anyWord(false, ''),
  'paint-order': anyWord(true, 'normal'),
  'vector-effect': anyWord(false, 'none'),
  'marker-start': reference(true),
  'marker-mid': reference(true),
  'marker-end': reference(true),
  'stop-color': paint(false, { type: 'color', ...BLACK }),
  'stop-opacity': share(false),
  'font-family': FONT_FAMILY,
  'font-weight': FONT_WEIGHT,
  'font-style': keyword(true, 'normal', 'italic', 'oblique'),
  'letter-spacing': length(0),
  'text-anchor': keyword(true, 'start', 'middle', 'end'),
  'text-decoration': anyWord(true, 'none'),
  direction: keyword(true, 'ltr', 'rtl'),
  'baseline-shift': BASELINE_SHIFT,
  'dominant-baseline': anyWord(true, 'auto'),
  'white-space': anyWord(true, 'normal'),
  transform: { inherited: false, initial: undefined, read: (text) => text, expected: '' },
};

export function isProperty(name: string): name is PropertyName {
  return Object.hasOwn(PROPERTIES, name);
}
