/** Effects on all of an element together: opacity, blend mode, clip path and mask. */
import type { BlendMode, GroupMark, Mark } from '../document/drawing.ts';
import { multiply, translation } from '../document/matrix.ts';
import type { Box } from '../document/path.ts';
import { clipsOf, maskOf } from './clips.ts';
import { fade } from './draw-shape.ts';
import type { SvgElement } from './element.ts';
import { boxOf, transformBox } from './extents.ts';
import type { ComputedStyle } from './properties.ts';
import type { SvgReader } from './reader.ts';
import { type Drawn, NOTHING, type SvgContext, type SvgScope } from './scope.ts';

export interface Mixing {
  /** How the element mixes with what is below it. */
  readonly blend: BlendMode | undefined;
  /** Whether something in it mixes with what is below. */
  readonly mixes: boolean;
}

/** What was drawn of an element as one mark, where its style asks for an effect on all of it. */
export function grouped(
  context: SvgContext,
  { at }: SvgElement,
  scope: SvgScope,
  { marks, box }: Drawn,
  { blend, mixes }: Mixing,
): Drawn {
  const { opacity, isolation, 'clip-path': clipPath, mask: maskId } = scope.style;
  // What is clipped is a group of its own, as under every effect (CSS Masking 1, 5.1).
  const isolated = mixes && (isolation === 'isolate' || clipPath !== undefined);
  const isPlain = opacity === 1 && !clipPath && !maskId && !blend && !isolated;
  if (marks.length === 0 || isPlain) return { marks, box };
  const own = clipPath || maskId ? (box ?? userBox(marks, scope)) : undefined;
  const clips = clipPath ? clipsOf(context, clipPath, scope, own, at) : [];
  const mask = maskId ? maskOf(context, maskId, scope, own, at) : undefined;
  if (!clips || (maskId && !mask)) return NOTHING;
  const [only] = marks;
  if (marks.length === 1 && only?.type === 'shape' && clips.length === 0 && !mask && !blend) {
    const faded = fade(only, opacity);
    if (faded) return { marks: [faded], box };
  }
  const mixed = { ...(blend && { blend }), ...(isolated && { isolated }) };
  const group: GroupMark = { type: 'group', opacity, ...mixed, clips, marks, ...(mask && { mask }) };
  return { marks: [group], box };
}

/** The blend mode of an element; those that print does not know are told. */
export function blendOf(
  reader: SvgReader,
  { at }: SvgElement,
  { 'mix-blend-mode': mode }: ComputedStyle,
): BlendMode | undefined {
  if (mode === 'normal') return undefined;
  if (mode !== 'plus-lighter' && mode !== 'plus-darker') return mode;
  const problem = `\`mix-blend-mode: ${mode}\` is not printed`;
  reader.warn('svg-element', at, 1, problem, 'take a mode that print has too, such as screen');
  return undefined;
}

function userBox(marks: readonly Mark[], { matrix }: SvgScope): Box | undefined {
  const box = boxOf(marks);
  return box && transformBox(box, inverse(matrix));
}

function inverse([a, b, c, d, e, f]: SvgScope['matrix']): SvgScope['matrix'] {
  const area = a * d - b * c;
  return multiply([d / area, -b / area, -c / area, a / area, 0, 0], translation(-e, -f));
}
