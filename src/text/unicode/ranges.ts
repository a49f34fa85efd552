/**
 * Reads the packed property tables that tools/unicode-tables.ts writes: a class for every code point, as ranges
 * from U+0000 upwards, each a class number and a length (a little-endian base-128 number), in base64.
 */
export interface PropertyTable {
  /** One class for each code point of the Basic Multilingual Plane. */
  readonly basic: Uint8Array;
  /** The class of any code point. */
  of(codePoint: number): number;
}

/** Unpacks a table; `renumber` maps the table's class numbers to the caller's. */
export function unpackRanges(packed: string, renumber: readonly number[] = []): PropertyTable {
  const bytes = Buffer.from(packed, 'base64');
  const basic = new Uint8Array(0x10000);
  const starts: number[] = [];
  const classes: number[] = [];
  for (let at = 0, code = 0; at < bytes.length; ) {
    const stored = bytes[at++]!;
    const number = renumber[stored] ?? stored;
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      length |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    if (code < 0x10000) basic.fill(number, code, code + length);
    if (code + length > 0x10000) {
      starts.push(code);
      classes.push(number);
    }
    code += length;
  }
  return {
    basic,
    of(codePoint) {
      if (codePoint < 0x10000) return basic[codePoint]!;
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= codePoint) low = middle;
        else high = middle - 1;
      }
      return classes[low]!;
    },
  };
}
