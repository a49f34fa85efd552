/**
 * Where text came from: maps offsets in a string that a parser was given (an inline token's content, the
 * value of a YAML scalar) back to lines and columns of the file it was cut out of.
 */
import type { SourceSpan } from '../diagnostics/diagnostic.ts';

/** From `offset` on, up to the next segment, characters stand one by one in the file from `line:column`. */
export interface Segment {
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

export class PositionMap {
  readonly file: string;
  readonly #segments: readonly Segment[];
  readonly #shift: number;

  /** `segments` are in order of `offset`, the first at 0. */
  constructor(file: string, segments: readonly Segment[], shift = 0) {
    this.file = file;
    this.#segments = segments;
    this.#shift = shift;
  }

  /** The same map for the part of the string that begins at `offset`. */
  from(offset: number): PositionMap {
    return new PositionMap(this.file, this.#segments, this.#shift + offset);
  }

  at(offset: number): { line: number; column: number } {
    const wanted = offset + this.#shift;
    const segment = this.#segments[this.#find(wanted)] ?? { offset: 0, line: 1, column: 1 };
    return { line: segment.line, column: segment.column + Math.max(0, wanted - segment.offset) };
  }

  /** Offsets between `start` and `end` at which characters stop standing one by one in the file. */
  cuts(start: number, end: number): number[] {
    const cuts: number[] = [];
    for (let index = this.#find(start + this.#shift) + 1; index < this.#segments.length; index++) {
      const offset = this.#segments[index]!.offset - this.#shift;
      if (offset >= end) break;
      cuts.push(offset);
    }
    return cuts;
  }

  /** Index of the last segment that starts at `offset` or before. */
  #find(offset: number): number {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#segments[middle]!.offset <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The place of the characters from `start` up to `end`; a span over several lines keeps its first character. */
  span(start: number, end: number): SourceSpan {
    const first = this.at(start);
    const last = end > start ? this.at(end - 1) : first;
    const length = last.line === first.line ? last.column - first.column + 1 : 1;
    return { file: this.file, line: first.line, column: first.column, length: Math.max(1, length) };
  }
}

/** `text` without white space at its end; a regular expression would look at inner runs again and again. */
function endSpace(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\n\v\f\r'.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** `text` without the closing marks of a heading, `## Title ##`. */
function endMarks(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '#') end--;
  return end < text.length && ' \t'.includes(text[end - 1] ?? '#') ? endSpace(text.slice(0, end)) : text;
}

/**
 * The map of a string that a block parser cut out of whole lines, having stripped prefixes (`> `, list
 * indents) from the starts of lines and white space from the ends: every line of `content` ends where its
 * line of the file ends, so it is placed from the end.
 *
 * @param lines all lines of the file
 * @param first index in `lines` of the first line of `content`
 */
export function mapLines(
  file: string,
  lines: readonly string[],
  first: number,
  content: string,
): PositionMap {
  const segments: Segment[] = [];
  let offset = 0;
  for (const [index, part] of content.split('\n').entries()) {
    let source = endSpace(lines[first + index] ?? '');
    const wanted = endSpace(part);
    // The closing marks of a heading are not part of its content.
    if (!source.endsWith(wanted.trimStart())) source = endMarks(source);
    segments.push({
      offset,
      line: first + index + 1,
      column: Math.max(1, source.length - wanted.length + 1),
    });
    offset += part.length + 1;
  }
  return new PositionMap(file, segments);
}
