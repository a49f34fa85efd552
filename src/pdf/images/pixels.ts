/** Pictures as samples of 8 bits, and making them smaller. */

/**
 * Rows from the top, samples interleaved. 1 is gray, 2 gray with alpha, 3 RGB, 4 RGB with alpha (not
 * premultiplied).
 */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
  readonly data: Uint8Array;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Weights of the source samples, from `start` on, that make up one sample of the smaller picture. */
interface Window {
  readonly start: number;
  readonly weights: Float32Array;
}

/**
 * Makes a picture smaller row by row, filtered with a Catmull-Rom cubic as wide as the reduction asks: sharper than
 * averaging and with less ringing than Lanczos. Colours are weighted by their alpha, so that what shows through leaves no
 * fringe.
 */
export class Downscaler {
  readonly #channels: Pixels['channels'];
  readonly #emit: (row: Uint8Array) => void;
  readonly #columns: readonly Window[];
  readonly #rows: readonly Window[];
  readonly #source: Float32Array;
  readonly #sum: Float32Array;
  readonly #row: Uint8Array;
  /** Source rows already narrowed: only as many as one window needs are kept. */
  readonly #narrowed: readonly Float32Array[];
  #pushed = 0;
  #emitted = 0;

  /**
   * @param to - in pixels, at least 1 and at most the picture's own on each side
   * @param emit - gets the rows of the smaller picture, in an array that is used again
   */
  constructor(from: Size, to: Size, channels: Pixels['channels'], emit: (row: Uint8Array) => void) {
    this.#channels = channels;
    this.#emit = emit;
    this.#columns = windows(from.width, to.width);
    this.#rows = windows(from.height, to.height);
    this.#source = new Float32Array(from.width * channels);
    this.#sum = new Float32Array(to.width * channels);
    this.#row = new Uint8Array(to.width * channels);
    const kept = this.#rows.reduce((most, { weights }) => Math.max(most, weights.length), 0);
    this.#narrowed = Array.from({ length: kept }, () => new Float32Array(to.width * channels));
  }

  /** The next row of the picture, from the top; it is not kept. */
  push(row: Uint8Array | Uint8ClampedArray): void {
    loadRow(row, this.#channels, this.#source);
    narrow(
      this.#source,
      this.#columns,
      this.#channels,
      this.#narrowed[this.#pushed % this.#narrowed.length]!,
    );
    this.#pushed++;
    for (;;) {
      const next = this.#rows[this.#emitted];
      if (!next || next.start + next.weights.length > this.#pushed) return;
      this.#sum.fill(0);
      for (let k = 0; k < next.weights.length; k++)
        addRow(this.#narrowed[(next.start + k) % this.#narrowed.length]!, next.weights[k]!, this.#sum);
      storeRow(this.#sum, this.#channels, this.#row);
      this.#emitted++;
      this.#emit(this.#row);
    }
  }
}

function addRow(row: Float32Array, weight: number, sum: Float32Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += row[i]! * weight;
}

function windows(from: number, to: number): Window[] {
  const ratio = from / to;
  return Array.from({ length: to }, (_, i) => {
    const center = (i + 0.5) * ratio;
    const start = Math.max(0, Math.floor(center - 2 * ratio));
    const end = Math.min(from, Math.ceil(center + 2 * ratio));
    const weights = Array.from({ length: end - start }, (_, k) => cubic((start + k + 0.5 - center) / ratio));
    const total = weights.reduce((a, b) => a + b, 0);
    return { start, weights: Float32Array.from(weights, (weight) => weight / total) };
  });
}

/** The Catmull-Rom kernel, zero from 2 on. */
function cubic(x: number): number {
  const t = Math.abs(x);
  if (t >= 2) return 0;
  return t < 1 ? 1.5 * t * t * t - 2.5 * t * t + 1 : -0.5 * t * t * t + 2.5 * t * t - 4 * t + 2;
}

function loadRow(
  samples: Uint8Array | Uint8ClampedArray,
  channels: Pixels['channels'],
  row: Float32Array,
): void {
  row.set(samples);
  if (channels === 1 || channels === 3) return;
  for (let i = channels - 1; i < row.length; i += channels) {
    const alpha = row[i]! / 255;
    for (let k = i - channels + 1; k < i; k++) row[k]! *= alpha;
  }
}

/** Most pictures have three channels: their sums stay in registers, at a third of the time. */
function narrow(source: Float32Array, columns: readonly Window[], channels: number, row: Float32Array): void {
  for (let x = 0; x < columns.length; x++) {
    const { start, weights } = columns[x]!;
    if (channels === 3) {
      let [red, green, blue] = [0, 0, 0];
      for (let k = 0, i = start * 3; k < weights.length; k++, i += 3) {
        const weight = weights[k]!;
        red += source[i]! * weight;
        green += source[i + 1]! * weight;
        blue += source[i + 2]! * weight;
      }
      row[x * 3] = red;
      row[x * 3 + 1] = green;
      row[x * 3 + 2] = blue;
      continue;
    }
    for (let channel = 0; channel < channels; channel++) {
      let total = 0;
      for (let k = 0, i = start * channels + channel; k < weights.length; k++, i += channels)
        total += source[i]! * weights[k]!;
      row[x * channels + channel] = total;
    }
  }
}

function storeRow(row: Float32Array, channels: number, data: Uint8Array): void {
  if (channels === 1 || channels === 3) {
    new Uint8ClampedArray(data.buffer).set(row);
    return;
  }
  for (let i = 0; i < row.length; i += channels) {
    const alpha = clamp(row[i + channels - 1]!);
    for (let k = i; k < i + channels - 1; k++) data[k] = alpha === 0 ? 0 : clamp((row[k]! * 255) / alpha);
    data[i + channels - 1] = alpha;
  }
}

function clamp(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value);
}
