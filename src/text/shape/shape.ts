/**
 * From a paragraph's spans to shaped clusters: shape each run with the paragraph around it as context; gather the glyphs
 * of each cluster. A style change alone never cuts a run, so that the letters of a word stay joined when one of them is
 * bold or part of a link.
 */

import type { Face } from '../../fonts/face.ts';
import { openShapingText, type ShapedGlyph, type ShapingText } from '../../fonts/harfbuzz.ts';
import type { Direction } from '../../language/language.ts';
import { itemise, type MissingGlyph, type Run, type ShapeInput, SPACE } from './itemise.ts';
import { shapeOnce } from './shape-cache.ts';

export interface ClusterGlyph {
  readonly id: number;
  /** Offset from the cluster's left edge and from the baseline, font units. */
  readonly x: number;
  readonly y: number;
}

/** What one or more grapheme clusters became: glyphs that move, break and are copied together. */
export interface Cluster {
  /** Index in the paragraph's text, UTF-16 code units, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly span: number;
  readonly face: Face;
  /** Type size in pt after the face's scale. */
  readonly size: number;
  /** Baseline shift upwards in pt. */
  readonly rise: number;
  readonly level: number;
  readonly glyphs: readonly ClusterGlyph[];
  /** Font units, with kerning. */
  readonly advance: number;
  /** pt, with letterspacing. */
  readonly width: number;
  /** White space that a line may end with and justification may stretch. */
  readonly space: boolean;
  /** Whether kashida may stand between the cluster before it and this one. */
  readonly tatweel: boolean;
}

const SUPERSCRIPT = { size: 0.62, rise: 0.36 } as const;
const JOINED_SCRIPTS = new Set(['Arab', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mong', 'Deva', 'Beng']);

/** Shapes a whole paragraph; clusters come in logical order. */
export function shapeParagraph(input: ShapeInput): { clusters: Cluster[]; missing: MissingGlyph[] } {
  const missing: MissingGlyph[] = [];
  const runs = itemise(input, missing);
  const clusters: Cluster[] = [];
  // Copied into HarfBuzz only when some run has not been shaped before.
  let shaping: ShapingText | undefined;
  const open = () => {
    shaping ??= openShapingText(input.text);
    return shaping;
  };
  try {
    for (const run of runs) {
      if (run.object === undefined) shapeRun(run, input, open, clusters);
      else clusters.push(objectCluster(run, input, run.object));
    }
  } finally {
    shaping?.release();
  }
  return { clusters, missing };
}

function objectCluster(
  { start, end, face, style, level }: Run,
  { spanAt }: ShapeInput,
  width: number,
): Cluster {
  const place = { start, end, span: spanAt[start]!, level, face, size: style.size * face.scale, rise: 0 };
  return { ...place, glyphs: [], advance: 0, width, space: false, tatweel: false };
}

function shapeRun(run: Run, input: ShapeInput, shaping: () => ShapingText, out: Cluster[]): void {
  const { face, style } = run;
  const direction: Direction = run.level & 1 ? 'rtl' : 'ltr';
  const options = {
    script: run.script,
    direction,
    language: run.language.tag,
    ...(style.features && { features: style.features }),
  };
  const glyphs = shapeOnce(
    { text: input.text, start: run.start, end: run.end, font: face.harfbuzz, options },
    shaping,
  );
  const size = style.size * face.scale * (style.superscript ? SUPERSCRIPT.size : 1);
  const rise = style.superscript ? style.size * SUPERSCRIPT.rise : 0;
  const perUnit = size / face.unitsPerEm;
  const tracking =
    style.tracking && !JOINED_SCRIPTS.has(run.script) ? (style.tracking * style.size) / 1000 : 0;
  const groups = groupByCluster(glyphs);
  if (direction === 'rtl') groups.reverse();
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i]!;
    const start = run.start + glyphs[group.from]!.cluster;
    const end = i + 1 < groups.length ? run.start + glyphs[groups[i + 1]!.from]!.cluster : run.end;
    let pen = 0;
    let tatweel = false;
    for (let g = group.from; g < group.to; g++) {
      pen += glyphs[g]!.xAdvance;
      tatweel ||= glyphs[g]!.safeToInsertTatweel;
    }
    const placed = placeGlyphs(glyphs, group);
    const text = input.text.slice(start, end);
    out.push({
      start,
      end,
      span: input.spanAt[start]!,
      face,
      size,
      rise,
      level: run.level,
      glyphs: placed,
      advance: pen,
      width: pen * perUnit + (placed.length > 0 ? tracking : 0),
      space: SPACE.test(text),
      tatweel,
    });
  }
}

interface Group {
  readonly from: number;
  readonly to: number;
}

/** What most letters are: one glyph at the origin. Kept by glyph id, as it is by far the most of a long paragraph. */
const atOrigin: (readonly ClusterGlyph[])[] = [];

function placeGlyphs(glyphs: readonly ShapedGlyph[], { from, to }: Group): readonly ClusterGlyph[] {
  const first = glyphs[from]!;
  if (to - from === 1 && first.xOffset === 0 && first.yOffset === 0) {
    atOrigin[first.id] ??= [{ id: first.id, x: 0, y: 0 }];
    return atOrigin[first.id]!;
  }
  let pen = 0;
  return glyphs.slice(from, to).map(({ id, xOffset, yOffset, xAdvance }) => {
    const x = pen + xOffset;
    pen += xAdvance;
    return { id, x, y: yOffset };
  });
}

function groupByCluster(glyphs: readonly ShapedGlyph[]): Group[] {
  const groups: Group[] = [];
  for (let i = 0; i < glyphs.length; ) {
    let end = i + 1;
    while (end < glyphs.length && glyphs[end]!.cluster === glyphs[i]!.cluster) end++;
    groups.push({ from: i, to: end });
    i = end;
  }
  return groups;
}
