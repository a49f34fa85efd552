/**
 * Itemisation: a paragraph becomes runs of one script, face, level and size, each grapheme cluster in the first face that
 * has it. An object in the text is a run of its own.
 */

import { graphemeStarts } from '../../diagnostics/graphemes.ts';
import type { TextSpan, TextStyle } from '../../document/style.ts';
import type { FaceCandidate, FontBook } from '../../fonts/book.ts';
import type { Face } from '../../fonts/face.ts';
import type { Language } from '../../language/language.ts';
import { isPicture } from '../../language/script.ts';

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

const NEW_LINE = /[\n\u2028\u2029\u000b\u000c\r]/;
/** White space that a line may end with. */
export const SPACE = /^[\t \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]$/;
/** Letters without a space that are shaped at once: HarfBuzz takes the square of their time where they are joined in steps. */
const LONGEST_WORD = 2000;
const IGNORABLE = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]*$/u;

export interface Run {
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

/** The runs of a paragraph in logical order; characters that no face has are added to `missing`. */
export function itemise(input: ShapeInput, missing: MissingGlyph[]): Run[] {
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
  let wordStart = 0;
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
    // A space after code, as wide as all of its letters, is a space of the text.
    const goesOn = current && !current.picture && isCode(current.style) === isCode(span.style);
    const face = pickFace(span.object ? ' ' : cluster, candidates, goesOn ? current?.face : undefined);
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
    if (SPACE.test(cluster)) wordStart = end;
    if (current && current.key === key && current.end === start && start - wordStart < LONGEST_WORD)
      current.end = end;
    else {
      wordStart = start;
      current = { start, end, face, script, level, language, style, key, picture: isPicture(cluster) };
      runs.push(current);
    }
  }
  return runs;
}

function isCode({ role }: TextStyle): boolean {
  return role === 'mono';
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
