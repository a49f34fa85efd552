/**
 * A prepared paragraph: everything about it that does not depend on the width of a column. Prepared once, broken
 * into lines as often as the page needs.
 */

import type { ParagraphStyle, TextSpan } from '../document/style.ts';
import type { FontBook } from '../fonts/book.ts';
import { resolveScripts } from '../language/script.ts';
import { paragraphLevels } from './bidi/bidi.ts';
import { addHyphenation } from './break/hyphenation.ts';
import { BREAK_MANDATORY, lineBreaks, NO_BREAK } from './break/opportunities.ts';
import { findAddresses } from './isolate/address.ts';
import type { IsolateRange } from './isolate/isolate.ts';
import type { MissingGlyph } from './shape/itemise.ts';
import { type Cluster, shapeParagraph } from './shape/shape.ts';

export interface Paragraph {
  readonly text: string;
  readonly spans: readonly TextSpan[];
  readonly style: ParagraphStyle;
  /** Clusters in logical order. */
  readonly clusters: readonly Cluster[];
  /** UAX #14 opportunities by index of `text`. */
  readonly breaks: Uint8Array;
  /** Embedding levels by index of `text`, before rule L1. */
  readonly levels: Uint8Array;
  readonly missing: readonly MissingGlyph[];
  /** Width of the widest piece that cannot be broken, pt. */
  readonly minWidth: number;
  /** Width without any breaks but forced ones, pt. */
  readonly maxWidth: number;
}

/** Lone surrogates have no meaning in Unicode; they are shown as U+FFFD rather than passed on to the shaper. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Resolves bidi, scripts, breaks and shapes of a paragraph. */
export function prepareParagraph(
  spans: readonly TextSpan[],
  style: ParagraphStyle,
  fonts: FontBook,
): Paragraph {
  const text = spans
    .map((span) => span.text)
    .join('')
    .replace(LONE_SURROGATE, '\ufffd');
  const spanAt = new Uint32Array(text.length);
  for (let i = 0, at = 0; i < spans.length; i++) {
    spanAt.fill(i, at, at + spans[i]!.text.length);
    at += spans[i]!.text.length;
  }
  const explicit = explicitIsolates(spans);
  const levels = paragraphLevels(text, style.dir, explicit);
  const scripts = scriptsByLevel(text, levels, style);
  const { clusters, missing } = shapeParagraph({
    text,
    spans,
    spanAt,
    levels,
    scripts,
    language: style.language,
    fonts,
  });
  const addresses = findAddresses(text, explicit);
  const breaks = lineBreaks(text, style.language, style.balance, addresses);
  keepCalls(spans, breaks);
  if (style.hyphenate)
    addHyphenation(text, breaks, (index) => spans[spanAt[index]!]!.language ?? style.language, addresses);
  return { text, spans, style, clusters, breaks, levels, missing, ...measure(text, clusters, breaks) };
}

/** No line begins with the call of a note: UAX #14 takes its number for one of the text, as in `1951.3`. */
function keepCalls(spans: readonly TextSpan[], breaks: Uint8Array): void {
  let at = 0;
  for (const { text, note } of spans) {
    if (note !== undefined && breaks[at] !== BREAK_MANDATORY) breaks[at] = NO_BREAK;
    at += text.length;
  }
}

/** Links, code, citations and `dir` spans are isolated whole: neighbouring spans of one group make one range. */
function explicitIsolates(spans: readonly TextSpan[]): IsolateRange[] {
  const ranges: IsolateRange[] = [];
  let at = 0;
  for (let i = 0; i < spans.length; ) {
    const span = spans[i]!;
    let end = at + span.text.length;
    let next = i + 1;
    if (span.isolate) {
      while (next < spans.length && span.group !== undefined && spans[next]!.group === span.group)
        end += spans[next++]!.text.length;
      if (end > at) ranges.push({ start: at, end, dir: span.isolate });
    }
    at = end;
    i = next;
  }
  return ranges;
}

/** Scripts are resolved stretch by stretch of one direction, so that `30` in `30-day` takes the Latin face and `۳۰` the Arabic one. */
function scriptsByLevel(text: string, levels: Uint8Array, style: ParagraphStyle): string[] {
  const whole = resolveScripts(text, style.language.script);
  // Latin digits are foreign where the language has others, also when they stand alone: one number looks as the next.
  const foreignDigits = style.dir === 'rtl' && style.language.digits !== 'latn';
  for (let i = 0; i < text.length; ) {
    let end = i + 1;
    while (end < text.length && levels[end] === levels[i]) end++;
    const stretch = text.slice(i, end);
    if (end - i < text.length && /\p{L}/u.test(stretch)) {
      const part = resolveScripts(stretch, whole[i]!);
      for (let k = 0; k < part.length; k++) whole[i + k] = part[k]!;
    } else if (foreignDigits && levels[i]! % 2 === 0 && /[0-9]/.test(stretch)) whole.fill('Latn', i, end);
    i = end;
  }
  return whole;
}

function measure(
  text: string,
  clusters: readonly Cluster[],
  breaks: Uint8Array,
): { minWidth: number; maxWidth: number } {
  let minWidth = 0;
  let maxWidth = 0;
  let piece = 0;
  let pieceSpace = 0;
  let line = 0;
  for (const cluster of clusters) {
    if (cluster.space) pieceSpace += cluster.width;
    else {
      piece += pieceSpace + cluster.width;
      pieceSpace = 0;
    }
    line += cluster.width;
    let at = cluster.end;
    while (at < text.length && breaks[at] === NO_BREAK && /[\n\u2028\u2029]/.test(text[at]!)) at++;
    if (breaks[at] !== NO_BREAK) {
      minWidth = Math.max(minWidth, piece);
      piece = 0;
      pieceSpace = 0;
    }
    if (breaks[at] === BREAK_MANDATORY) {
      maxWidth = Math.max(maxWidth, line);
      line = 0;
    }
  }
  return { minWidth: Math.max(minWidth, piece), maxWidth: Math.max(maxWidth, line) };
}
