/**
 * A drawing, resolved: what an SVG file says after styles, references, units and transformations are worked out. All places
 * are in the drawing's own space, whose longer side is a thousand units, from the top left with y downwards.
 */
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Direction } from '../language/language.ts';
import type { Matrix } from './matrix.ts';
import type { Box, Path } from './path.ts';
import type { FontRole } from './style.ts';

export interface Drawing {
  /** Natural size, pt. */
  readonly width: number;
  readonly height: number;
  /** Sides of its own space. */
  readonly space: readonly [width: number, height: number];
  /** Fills whatever box it is printed in, instead of keeping its proportions. */
  readonly stretches: boolean;
  readonly marks: readonly Mark[];
  readonly links: readonly DrawingLink[];
}

/** What is painted, one after another. */
export type Mark = ShapeMark | GroupMark | BitmapMark | TextMark;

export interface ShapeMark {
  readonly type: 'shape';
  readonly path: Path;
  readonly fill?: Fill;
  readonly stroke?: Stroke;
  /** The stroke lies below the fill. */
  readonly strokeFirst: boolean;
}

export interface Fill {
  readonly paint: Paint;
  readonly opacity: number;
  /** Where an outline crosses itself, what it goes round twice is not filled. */
  readonly evenOdd: boolean;
}

export interface Stroke {
  readonly paint: Paint;
  readonly opacity: number;
  readonly width: number;
  /** 0 butt, 1 round, 2 square. */
  readonly cap: 0 | 1 | 2;
  /** 0 miter, 1 round, 2 bevel. */
  readonly join: 0 | 1 | 2;
  readonly miterLimit: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
  /** A pen that is no circle in the drawing's space: the outline and the pen as they are before this transformation. */
  readonly before?: { readonly matrix: Matrix; readonly path: Path };
}

export type Paint = ColorPaint | Gradient | Pattern;

export interface ColorPaint {
  readonly type: 'color';
  /** `#rrggbb`. */
  readonly color: string;
}

export interface GradientStop {
  /** 0 to 1, never less than that of the stop before. */
  readonly offset: number;
  readonly color: string;
  readonly opacity: number;
}

export interface Gradient {
  readonly type: 'linear' | 'radial';
  /** x1, y1, x2, y2 of a line; x, y, radius of two circles, from the first stop to the last. */
  readonly line: readonly number[];
  readonly stops: readonly GradientStop[];
  readonly spread: 'pad' | 'reflect' | 'repeat';
  readonly matrix: Matrix;
}

export interface Pattern {
  readonly type: 'pattern';
  /** The tile, in the space of its marks. */
  readonly tile: Box;
  readonly marks: readonly Mark[];
  /** From the space of its marks to that of the drawing. */
  readonly matrix: Matrix;
}

/** How colours mix with those below them (CSS Compositing 1, 5; ISO 32000-1 11.3.5): all that PDF has too. */
export const BLEND_MODES = [
  ...(['normal', 'multiply', 'screen', 'overlay', 'darken', 'lighten', 'color-dodge', 'color-burn'] as const),
  ...([
    'hard-light',
    'soft-light',
    'difference',
    'exclusion',
    'hue',
    'saturation',
    'color',
    'luminosity',
  ] as const),
] as const;

export type BlendMode = (typeof BLEND_MODES)[number];

/** Marks that are clipped, masked, transparent or mixed with what is below them together. */
export interface GroupMark {
  readonly type: 'group';
  readonly opacity: number;
  /** As it is where it is not said. */
  readonly blend?: BlendMode;
  /** Its marks mix with one another only, and not with what is below the group. */
  readonly isolated?: boolean;
  /** Nothing is painted outside of each of these. */
  readonly clips: readonly Clip[];
  readonly mask?: Mask;
  readonly marks: readonly Mark[];
}

export interface Clip {
  readonly path: Path;
  readonly evenOdd: boolean;
}

export interface Mask {
  readonly marks: readonly Mark[];
  /** What shows: where the mask's colours are light, or where it is opaque. */
  readonly by: 'luminance' | 'alpha';
  /** Nothing shows outside. */
  readonly clip: Path;
}

export interface BitmapMark {
  readonly type: 'bitmap';
  /** The name under which its bytes are known. */
  readonly id: string;
  /** From a square of side 1 to the place of the picture. */
  readonly matrix: Matrix;
  readonly opacity: number;
}

/** Text on one baseline, which begins, ends or has its middle at a point. */
export interface TextMark {
  readonly type: 'text';
  /** From units of its size of type, with the origin at that point, to the drawing's space. */
  readonly matrix: Matrix;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly dir: Direction;
  readonly pieces: readonly TextPiece[];
}

/** A stretch of text that is shaped as one. */
export interface TextPiece {
  readonly runs: readonly TextRun[];
  /** Away from where the piece before ended. */
  readonly dx: number;
  readonly dy: number;
}

export interface TextRun {
  readonly text: string;
  readonly role: FontRole;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Of 1, the size of the mark. */
  readonly size: number;
  readonly color: string;
  readonly opacity: number;
  readonly underline: boolean;
  readonly strike: boolean;
  /** 1/1000 em. */
  readonly tracking: number;
  /** BCP 47, where the file says so. */
  readonly lang?: string;
  readonly source: SourceSpan;
}

export interface DrawingLink {
  readonly href: string;
  /** Where it leads, in words. */
  readonly contents: string;
  readonly box: Box;
}

/** All marks, those in groups, masks and patterns too: each before what is in it. */
export function* marksIn(marks: readonly Mark[]): Generator<Mark> {
  for (const mark of marks) {
    yield mark;
    if (mark.type === 'group') {
      yield* marksIn(mark.marks);
      if (mark.mask) yield* marksIn(mark.mask.marks);
    }
    if (mark.type !== 'shape') continue;
    for (const used of [mark.fill, mark.stroke])
      if (used?.paint.type === 'pattern') yield* marksIn(used.paint.marks);
  }
}
