/**
 * The inverse discrete cosine transform (ITU-T T.81 A.3.3) at full size and at a half, a quarter and an eighth of it:
 * a smaller block is made from the low frequencies alone, so that a large picture is never whole in memory.
 */

/** Side of the block that comes out, in samples. */
export type BlockSize = 1 | 2 | 4 | 8;

/**
 * Writes a block of samples.
 *
 * @param coefficients - 64 of them from `at` on, row after row
 * @param table - from `dequantization` for the same size
 */
export type InverseTransform = (
  coefficients: Int16Array,
  at: number,
  table: Float64Array,
  to: Uint8ClampedArray,
  offset: number,
  stride: number,
) => void;

/** Factors of Arai, Agui and Nakajima's transform, which takes five multiplications for eight samples. */
const AAN = [1, 1.387039845, 1.306562965, 1.175875602, 1, 0.785694958, 0.5411961, 0.275899379];

/** What coefficients are multiplied with before a transform: the quantization table and the transform's own factors. */
export function dequantization(quantization: Uint16Array, size: BlockSize): Float64Array {
  return Float64Array.from(quantization, (step, i) =>
    size === 8 ? (step * AAN[i >> 3]! * AAN[i & 7]!) / 8 : step / 8,
  );
}

const workspace = new Float64Array(64);
const MIDDLE = 128;

function fill(value: number, size: number, to: Uint8ClampedArray, offset: number, stride: number): void {
  for (let y = 0; y < size; y++) to.fill(value, offset + y * stride, offset + y * stride + size);
}

/** Whether all coefficients of the block's upper left corner but the first are zero. */
function isFlat(coefficients: Int16Array, at: number, size: number): boolean {
  for (let y = 0; y < size; y++)
    for (let x = y === 0 ? 1 : 0; x < size; x++) if (coefficients[at + y * 8 + x] !== 0) return false;
  return true;
}

const full: InverseTransform = (coefficients, at, table, to, offset, stride) => {
  if (isFlat(coefficients, at, 8)) {
    fill(coefficients[at]! * table[0]! + MIDDLE, 8, to, offset, stride);
    return;
  }
  for (let x = 0; x < 8; x++) {
    for (let y = 0; y < 64; y += 8) workspace[y + x] = coefficients[at + y + x]! * table[y + x]!;
    eight(workspace, x, 8);
  }
  for (let y = 0; y < 8; y++) {
    eight(workspace, y * 8, 1);
    for (let x = 0; x < 8; x++) to[offset + y * stride + x] = workspace[y * 8 + x]! + MIDDLE;
  }
};

/** Eight values in place, `step` apart from `at` on. */
function eight(values: Float64Array, at: number, step: number): void {
  const v0 = values[at]!;
  const v1 = values[at + step]!;
  const v2 = values[at + 2 * step]!;
  const v3 = values[at + 3 * step]!;
  const v4 = values[at + 4 * step]!;
  const v5 = values[at + 5 * step]!;
  const v6 = values[at + 6 * step]!;
  const v7 = values[at + 7 * step]!;
  const even = v0 + v4;
  const odd = v0 - v4;
  const sum = v2 + v6;
  const turn = (v2 - v6) * Math.SQRT2 - sum;
  const e0 = even + sum;
  const e3 = even - sum;
  const e1 = odd + turn;
  const e2 = odd - turn;
  const z13 = v5 + v3;
  const z10 = v5 - v3;
  const z11 = v1 + v7;
  const z12 = v1 - v7;
  const o7 = z11 + z13;
  const z5 = (z10 + z12) * 1.847759065;
  const o6 = z5 - 2.61312593 * z10 - o7;
  const o5 = (z11 - z13) * Math.SQRT2 - o6;
  const o4 = z5 - 1.0823922 * z12 - o5;
  values[at] = e0 + o7;
  values[at + step] = e1 + o6;
  values[at + 2 * step] = e2 + o5;
  values[at + 3 * step] = e3 + o4;
  values[at + 4 * step] = e3 - o4;
  values[at + 5 * step] = e2 - o5;
  values[at + 6 * step] = e1 - o6;
  values[at + 7 * step] = e0 - o7;
}

/** √2 cos(π/8) and √2 cos(3π/8), with the first coefficient's factor taken out. */
const C1 = Math.SQRT2 * Math.cos(Math.PI / 8);
const C3 = Math.SQRT2 * Math.cos((3 * Math.PI) / 8);

const half: InverseTransform = (coefficients, at, table, to, offset, stride) => {
  if (isFlat(coefficients, at, 4)) {
    fill(coefficients[at]! * table[0]! + MIDDLE, 4, to, offset, stride);
    return;
  }
  for (let x = 0; x < 4; x++) {
    for (let y = 0; y < 32; y += 8) workspace[y + x] = coefficients[at + y + x]! * table[y + x]!;
    four(workspace, x, 8);
  }
  for (let y = 0; y < 4; y++) {
    four(workspace, y * 8, 1);
    for (let x = 0; x < 4; x++) to[offset + y * stride + x] = workspace[y * 8 + x]! + MIDDLE;
  }
};

function four(values: Float64Array, at: number, step: number): void {
  const v0 = values[at]!;
  const v1 = values[at + step]!;
  const v2 = values[at + 2 * step]!;
  const v3 = values[at + 3 * step]!;
  const o0 = C1 * v1 + C3 * v3;
  const o1 = C3 * v1 - C1 * v3;
  values[at] = v0 + v2 + o0;
  values[at + step] = v0 - v2 + o1;
  values[at + 2 * step] = v0 - v2 - o1;
  values[at + 3 * step] = v0 + v2 - o0;
}

const quarter: InverseTransform = (coefficients, at, table, to, offset, stride) => {
  const v00 = coefficients[at]! * table[0]! + MIDDLE;
  const v01 = coefficients[at + 1]! * table[1]!;
  const v10 = coefficients[at + 8]! * table[8]!;
  const v11 = coefficients[at + 9]! * table[9]!;
  to[offset] = v00 + v01 + v10 + v11;
  to[offset + 1] = v00 - v01 + v10 - v11;
  to[offset + stride] = v00 + v01 - v10 - v11;
  to[offset + stride + 1] = v00 - v01 - v10 + v11;
};

const eighth: InverseTransform = (coefficients, at, table, to, offset) => {
  to[offset] = coefficients[at]! * table[0]! + MIDDLE;
};

export const INVERSE: Readonly<Record<BlockSize, InverseTransform>> = {
  1: eighth,
  2: quarter,
  4: half,
  8: full,
};
