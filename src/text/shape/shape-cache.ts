/**
 * Remembers how runs were shaped. Shapes do not depend on the type size, so a page that is set smaller until it fits,
 * a brief and a flyer of the same words, and a rebuild after an edit all shape each run once.
 */
import type { HarfBuzzFont, ShapedGlyph, ShapeOptions, ShapingText } from '../../fonts/harfbuzz.ts';

/** Code units of text that are remembered before the oldest runs are forgotten. */
const CAPACITY = 200_000;
/** Letters around a run that can change its shape: HarfBuzz looks at five code points on either side. */
const CONTEXT = 5;

const runs = new Map<string, readonly ShapedGlyph[]>();
let size = 0;

export interface ShapeRequest {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly font: HarfBuzzFont;
  readonly options: ShapeOptions;
}

/** Glyphs of a run; `cluster` counts from the start of the run. `shaping` is asked only for runs not seen before. */
export function shapeOnce(request: ShapeRequest, shaping: () => ShapingText): readonly ShapedGlyph[] {
  const { text, start, end, font, options } = request;
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  const features = options.features ? JSON.stringify(options.features) : '';
  const run = text.slice(start, end);
  const key = `${font.id}|${options.script}|${options.direction}|${options.language}|${features}|${before}\u0000${run}\u0000${after}`;
  const shaped = runs.get(key);
  if (shaped) return shaped;
  const glyphs = shaping()
    .shape(font, start, end, options)
    .map((glyph) => ({ ...glyph, cluster: glyph.cluster - start }));
  runs.set(key, glyphs);
  size += key.length;
  for (const oldest of runs.keys()) {
    if (size <= CAPACITY) break;
    runs.delete(oldest);
    size -= oldest.length;
  }
  return glyphs;
}
