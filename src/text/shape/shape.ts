/**
 * From a paragraph's spans to shaped clusters: itemise by script, face, level and size; shape each run with the
 * paragraph around it as context; gather the glyphs of each cluster. A style change alone never cuts a run,
 * so that the letters of a word stay joined when one of them is bold or part of a link.
 */

import type { TextSpan, TextStyle } from '../../document/style.ts';
import type { FaceCandidate, FontBook } from '../../fonts/book.ts';
import type { Face } from '../../fonts/face.ts';
import { openShapingText, type ShapedGlyph, type ShapingText } from '../../fonts/harfbuzz.ts';
import type { Direction, Language } from '../../language/language.ts';
import { graphemeStarts } from '../unicode/graphemes.ts';
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

/** A character that no face has. */
export interface MissingGlyph {
  readonly index: number;
  readonly text: string;
  readonly span: number;
}

export interface ShapeInput {
  readonly text: string;
  readonly spans: readonly TextSpan[];
  /** Index of the span of each code unit. */
  readonly spanAt: Uint16Array | Uint32Array;
  readonly levels: Uint8Array;
  readonly scripts: readonly string[];
  readonly language: Language;
  readonly fonts: FontBook;
}

const SUPERSCRIPT = { size: 0.62, rise: 0.36 } as const;
const JOINED_SCRIPTS = new Set(['Arab', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mong', 'Deva', 'Beng']);
const NEW_LINE = /[\n\u2028\u2029\u000b\u000c\r]/;
const SPACE = /^[\t \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]$/;
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const IGNORABLE = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]*$/u;

interface Run {
  start: number;
  end: number;
  readonly face: Face;
  readonly script: string;
  readonly level: number;
  readonly language: Language;
  readonly style: TextStyle;
  readonly key: string;
  /** Starts with a picture, whose face has spaces as wide as its pictures. */
  readonly picture: boolean;
  /** Width in pt of what stands here instead of text. */
  readonly object?: number;
}

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

function itemise(input: ShapeInput, missing: MissingGlyph[]): Run[] {
  const { text, spans, spanAt, levels, scripts } = input;
  const starts = graphemeStarts(text);
  const runs: Run[] = [];
  const looks = spans.map(
    ({ style }) =>
      `${style.size}|${style.superscript ? 1 : 0}|${style.tracking ?? 0}|${style.features ? JSON.stringify(style.features) : ''}`,
  );
  let current: Run | undefined;
  let candidates: readonly FaceCandidate[] = [];
  let askedFor = '';
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    const end = starts[i + 1] ?? text.length;
    const first = text[start]!;
    if (NEW_LINE.test(first)) {
      current = undefined;
      continue;
    }
    const span = spans[spanAt[start]!]!;
    const language = span.language ?? input.language;
    const script = scripts[start]!;
    const cluster = text.slice(start, end);
    const wanted = `${script}|${spanAt[start]!}`;
    if (wanted !== askedFor) {
      candidates = input.fonts.candidates(script, span.style, language);
      askedFor = wanted;
    }
    // An object is drawn by nobody's font; it has the face of the text that it stands in.
    const face = pickFace(
      span.object ? ' ' : cluster,
      candidates,
      current?.picture ? undefined : current?.face,
    );
    if (!face) {
      missing.push({ index: start, text: cluster, span: spanAt[start]! });
      current = undefined;
      continue;
    }
    const style = span.style;
    const level = levels[start]!;
    if (span.object) {
      const object = span.object.width;
      runs.push({ start, end, face, script, level, language, style, key: '', picture: false, object });
      current = undefined;
      continue;
    }
    const key = `${face.id}|${script}|${level}|${language.tag}|${looks[spanAt[start]!]!}`;
    if (current && current.key === key && current.end === start) current.end = end;
    else {
      current = { start, end, face, script, level, language, style, key, picture: PICTURE.test(cluster) };
      runs.push(current);
    }
  }
  return runs;
}

/** The first face that has every visible character of a grapheme cluster. Spaces and controls stay in the face before them. */
function pickFace(
  cluster: string,
  candidates: readonly FaceCandidate[],
  previous: Face | undefined,
): Face | undefined {
  if (cluster.length === 1 && candidates.length > 0) {
    // Nearly always: one character, and the first face has it.
    if (previous && cluster === ' ') return previous;
    const first = candidates[0]!();
    if (first?.has(cluster.charCodeAt(0))) return first;
  }
  if (previous && IGNORABLE.test(cluster)) return previous;
  let first: Face | undefined;
  for (const open of candidates) {
    const face = open();
    if (!face) continue;
    first ??= face;
    if (covers(face, cluster)) return face;
  }
  // A base letter may be there although a rare mark is not: the letter is worth more than nothing only when it is alone.
  return IGNORABLE.test(cluster) ? first : undefined;
}

function covers(face: Face, cluster: string): boolean {
  for (const char of cluster) {
    const codePoint = char.codePointAt(0)!;
    if (face.has(codePoint)) continue;
    if (IGNORABLE.test(char)) continue;
    if (codePoint === 0x2011 && face.has(0x2010)) continue; // HarfBuzz draws a non-breaking hyphen as a hyphen
    if ((codePoint === 0xa0 || codePoint === 0x202f || SPACE.test(char)) && face.has(0x20)) continue;
    const decomposed = char.normalize('NFD');
    if (decomposed !== char && [...decomposed].every((part) => face.has(part.codePointAt(0)!))) continue;
    const composed = cluster.normalize('NFC');
    return composed !== cluster && [...composed].every((part) => face.has(part.codePointAt(0)!));
  }
  return true;
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
    const placed: ClusterGlyph[] = [];
    for (let g = group.from; g < group.to; g++) {
      const glyph = glyphs[g]!;
      placed.push({ id: glyph.id, x: pen + glyph.xOffset, y: glyph.yOffset });
      pen += glyph.xAdvance;
      tatweel ||= glyph.safeToInsertTatweel;
    }
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

function groupByCluster(glyphs: readonly ShapedGlyph[]): { from: number; to: number }[] {
  const groups: { from: number; to: number }[] = [];
  for (let i = 0; i < glyphs.length; ) {
    let end = i + 1;
    while (end < glyphs.length && glyphs[end]!.cluster === glyphs[i]!.cluster) end++;
    groups.push({ from: i, to: end });
    i = end;
  }
  return groups;
}
