/**
 * Which character of the file each character of a YAML scalar came from: plain, quoted, literal or folded,
 * with escapes and line folding taken into account, so that an error inside a demand points at its column.
 */
import type { LineCounter, Scalar } from 'yaml';
import { PositionMap, type Segment } from './position-map.ts';

/** Escapes of double-quoted scalars: `\n`, `\x41`, `\u0041`, `\U00000041`, and `\` before a line end. */
const ESCAPE = /\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|\n[ \t]*|[\s\S])/iy;

/**
 * The map from the scalar's value, trimmed of white space at both ends, to the file.
 *
 * @param text the YAML, starting at line `line` of `file`
 */
export function mapScalar(
  file: string,
  text: string,
  line: number,
  lines: LineCounter,
  scalar: Scalar<string>,
): PositionMap {
  const value = scalar.value.trim();
  const [start, end] = scalar.range ?? [0, 0];
  let source = start;
  if (scalar.type === 'QUOTE_SINGLE' || scalar.type === 'QUOTE_DOUBLE') source += 1;
  // The header of a block scalar, `>-` and perhaps a comment, fills its line.
  else if (scalar.type?.startsWith('BLOCK')) source = text.indexOf('\n', start) + 1;

  const segments: Segment[] = [];
  let expected = -1;
  for (let offset = 0; offset < value.length; ) {
    const step = matchAt(text, source, end, value, offset, scalar.type);
    source = step.source;
    // A new segment wherever characters stop standing one by one.
    if (source !== expected) {
      const position = lines.linePos(source);
      segments.push({ offset, line: position.line + line - 1, column: position.col || 1 });
    }
    offset += step.taken;
    expected = step.taken === step.width ? source + step.width : -1;
    source += step.width;
  }
  if (segments.length === 0) {
    const position = lines.linePos(start);
    segments.push({ offset: 0, line: position.line + line - 1, column: position.col || 1 });
  }
  return new PositionMap(file, segments);
}

/** The next character of `value` in the source: where it stands, how wide it is there, how many it yields. */
function matchAt(
  text: string,
  from: number,
  end: number,
  value: string,
  offset: number,
  type: Scalar['type'],
): { source: number; width: number; taken: number } {
  const wanted = value.charAt(offset);
  const blank = /\s/.test(wanted);
  let source = from;
  for (; source < end; source++) {
    const found = text.charAt(source);
    if (type === 'QUOTE_DOUBLE' && found === '\\') {
      ESCAPE.lastIndex = source;
      const spelt = ESCAPE.exec(text)?.[0] ?? '\\';
      if (spelt.startsWith('\\\n')) {
        source += spelt.length - 1;
        continue;
      }
      const taken = /^\\U000[1-9a-f]|^\\U0010/i.test(spelt) ? 2 : 1;
      return { source, width: spelt.length, taken };
    }
    if (type === 'QUOTE_SINGLE' && found === "'" && wanted === "'") return { source, width: 2, taken: 1 };
    if (found === wanted) return { source, width: 1, taken: 1 };
    // A folded line end stands for a space; the indent after it stands for nothing.
    if (blank && found === '\n') return { source, width: 1, taken: 1 };
    if (!/\s/.test(found)) break;
  }
  return { source: Math.min(source, end), width: 1, taken: 1 };
}
