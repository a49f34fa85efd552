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

export function hasAlpha({ channels }: Pixels): boolean {
  return channels === 2 || channels === 4;
}

/** Weights of the source samples, from `start` on, that make up one sample of the smaller picture. */
interface Window {
  readonly start: number;
  readonly weights: Float32Array;
}

/**
 * A smaller copy, filtered with a Catmull-Rom cubic as wide as the reduction asks: sharper than averaging and
 * with less ringing than Lanczos. Colours are weighted by their alpha, so that what shows through leaves no
 * fringe.
 *
 * @param width - in pixels, at least 1 and at most the picture's own; the same for `height`
 */
export function downscale(pixels: Pixels, width: number, height: number): Pixels {
  const { channels } = pixels;
  const columns = windows(pixels.width, width);
  const rows = windows(pixels.height, height);
  const data = new Uint8Array(width * height * channels);
  const source = new Float32Array(pixels.width * channels);
  const sum = new Float32Array(width * channels);
  // Source rows already narrowed: only as many as one window needs are kept.
  const narrowed = Array.from(
    { length: Math.max(...rows.map(({ weights }) => weights.length)) },
    () => new Float32Array(width * channels),
  );
  let next = 0;
  rows.forEach(({ start, weights }, y) => {
    for (; next < start + weights.length; next++) {
      loadRow(pixels, next, source);
      narrow(source, columns, channels, narrowed[next % narrowed.length]!);
    }
    sum.fill(0);
    weights.forEach((weight, k) => {
      const row = narrowed[(start + k) % narrowed.length]!;
      for (let i = 0; i < sum.length; i++) sum[i]! += row[i]! * weight;
    });
    storeRow(sum, channels, data, y * width * channels);
  });
  return { width, height, channels, data };
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

function loadRow({ width, channels, data }: Pixels, y: number, row: Float32Array): void {
  const offset = y * width * channels;
  for (let i = 0; i < row.length; i++) row[i] = data[offset + i]!;
  if (channels === 1 || channels === 3) return;
  for (let i = channels - 1; i < row.length; i += channels) {
    const alpha = row[i]! / 255;
    for (let k = i - channels + 1; k < i; k++) row[k]! *= alpha;
  }
}

function narrow(source: Float32Array, columns: readonly Window[], channels: number, row: Float32Array): void {
  columns.forEach(({ start, weights }, x) => {
    for (let channel = 0; channel < channels; channel++) {
      let total = 0;
      for (let k = 0, i = start * channels + channel; k < weights.length; k++, i += channels)
        total += source[i]! * weights[k]!;
      row[x * channels + channel] = total;
    }
  });
}

function storeRow(row: Float32Array, channels: number, data: Uint8Array, offset: number): void {
  const alphaAt = channels === 2 || channels === 4 ? channels - 1 : -1;
  for (let i = 0; i < row.length; i += channels) {
    const alpha = alphaAt < 0 ? 255 : clamp(row[i + alphaAt]!);
    for (let k = 0; k < channels; k++) {
      const value = row[i + k]!;
      data[offset + i + k] = k === alphaAt ? alpha : alpha === 0 ? 0 : clamp((value * 255) / alpha);
    }
  }
}

function clamp(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value);
}
