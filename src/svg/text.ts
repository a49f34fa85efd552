/** Text of a drawing (SVG 2, 11): into marks on one baseline each, which the text engine sets later. */
import type { TextMark, TextPiece, TextRun } from '../document/drawing.ts';
import { areaFactor, multiply, scaling, translation } from '../document/matrix.ts';
import { isElement, type SvgElement } from './element.ts';
import type { ComputedStyle } from './properties.ts';
import { type Drawn, NOTHING, type SvgContext, type SvgScope } from './scope.ts';
import { type Segment, SegmentGatherer } from './text-segments.ts';

/** How far the alphabetic baseline lies below the point that a text is placed by, em. */
const BASELINES: Readonly<Record<string, number>> = {
  middle: 0.25,
  central: 0.35,
  mathematical: 0.35,
  hanging: 0.75,
  'text-before-edge': 0.8,
  'text-top': 0.8,
  'text-after-edge': -0.2,
  'text-bottom': -0.2,
  ideographic: -0.15,
};
/** Smaller type is not seen at any size that a drawing is printed in. */
const LEAST_SIZE = 1e-4;
const MOST_TRACKING = 100_000;

export function drawText(context: SvgContext, element: SvgElement, scope: SvgScope): Drawn {
  const gatherer = new SegmentGatherer(context, scope);
  gatherer.add(element, scope.style, [], undefined);
  const marks = marksOf(context, gatherer.segments(), scope);
  return marks.length === 0 ? NOTHING : { marks, box: undefined };
}

/** One mark from each place that is told whole; what follows it stands where the text before has ended. */
function marksOf(context: SvgContext, segments: readonly Segment[], scope: SvgScope): TextMark[] {
  const marks: TextMark[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < segments.length; ) {
    const first = segments[i]!;
    let next = i + 1;
    while (next < segments.length && segments[next]!.x === undefined) next++;
    x = (first.x ?? x) + first.dx;
    y = (first.y ?? y) + first.dy;
    const chunk = segments.slice(i, next);
    const mark = chunkMark(context, chunk, x, y, scope);
    if (mark) marks.push(mark);
    for (const { y: told, dy } of chunk.slice(1)) y = (told ?? y) + dy;
    i = next;
  }
  return marks;
}

function chunkMark(
  context: SvgContext,
  chunk: readonly Segment[],
  x: number,
  y: number,
  scope: SvgScope,
): TextMark | undefined {
  const { style, at } = chunk[0]!;
  const size = style['font-size'];
  const baseline = BASELINES[style['dominant-baseline']] ?? 0;
  const place = multiply(scope.matrix, translation(x, y + baseline * size));
  if (size < LEAST_SIZE || areaFactor(place) === 0) return undefined;
  context.reader.countMark(at);
  const pieces: (TextPiece & { readonly runs: TextRun[] })[] = [];
  let shift = 0;
  let line = y;
  chunk.forEach((segment, i) => {
    const rise = segment.style['baseline-shift'] / size;
    const down = i === 0 ? 0 : (segment.y === undefined ? segment.dy : segment.y - line + segment.dy) / size;
    if (i > 0) line = (segment.y ?? line) + segment.dy;
    const right = i === 0 ? 0 : segment.dx / size;
    const dy = down - (rise - shift);
    shift = rise;
    const run = runOf(context, segment, size);
    const last = pieces[pieces.length - 1];
    if (last && dy === 0 && right === 0) last.runs.push(run);
    else pieces.push({ runs: [run], dx: right, dy });
  });
  return {
    type: 'text',
    matrix: multiply(place, scaling(size)),
    anchor: style['text-anchor'],
    dir: style.direction,
    pieces,
  };
}

function runOf(context: SvgContext, { text, style, lang, at }: Segment, size: number): TextRun {
  const { color, opacity } = colorOf(context, style, at);
  const decoration = style['text-decoration'];
  const hidden = style.visibility !== 'visible';
  return {
    text,
    role: style['font-family'],
    bold: style['font-weight'],
    italic: style['font-style'] !== 'normal',
    size: style['font-size'] / size,
    color,
    opacity: hidden ? 0 : opacity,
    underline: /underline/.test(decoration),
    strike: /line-through/.test(decoration),
    tracking: trackingOf(style),
    ...(lang && { lang }),
    source: context.reader.span(at, text.length),
  };
}

/** Letterspacing in thousandths of the size of type, and no more than that is a page wide. */
function trackingOf(style: ComputedStyle): number {
  const tracking = (style['letter-spacing'] / Math.max(style['font-size'], LEAST_SIZE)) * 1000;
  return Math.min(MOST_TRACKING, Math.max(-MOST_TRACKING, tracking));
}

/** Letters have one colour; outlines without a fill are printed filled. */
function colorOf(context: SvgContext, style: ComputedStyle, at: number): { color: string; opacity: number } {
  const isOutline = style.fill.type === 'none' && style.stroke.type !== 'none';
  const value = isOutline ? style.stroke : style.fill;
  const share = isOutline ? style['stroke-opacity'] : style['fill-opacity'];
  if (value.type === 'color') return { color: value.color, opacity: value.opacity * share };
  if (value.type === 'current') return { color: style.color.color, opacity: style.color.opacity * share };
  if (value.type === 'none') return { color: '#000000', opacity: 0 };
  context.reader.warn(
    'svg-element',
    at,
    1,
    'text is printed in one colour, not in a gradient or pattern',
    'turn the text into paths in your drawing program',
  );
  const stop = context.ids.get(value.id)?.children.find((child) => isElement(child) && child.name === 'stop');
  const color =
    stop && isElement(stop) ? context.cascade.styleOf(stop, style, [1, 1])['stop-color'] : undefined;
  return { color: color?.type === 'color' ? color.color : style.color.color, opacity: share };
}
