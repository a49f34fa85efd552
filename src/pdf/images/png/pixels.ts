/** PNG samples of every colour type and depth as pixels of 8 bits (ISO/IEC 15948 clause 13). */
import type { Pixels } from '../pixels.ts';
import { GRAY, PALETTE, type PngFile } from './file.ts';
import { type PngRows, packed } from './rows.ts';

/** Alpha of palette entries, undefined when all are opaque. Entries past its end are opaque. */
export function paletteAlpha({ transparency }: PngFile): Uint8Array | undefined {
  return transparency?.some((alpha) => alpha < 255) ? transparency : undefined;
}

/** Expands palettes, small depths and transparent colours, and reduces 16 bits to 8. */
export function expandToPixels(file: PngFile, rows: PngRows): Pixels {
  if (file.colorType === PALETTE) return fromPalette(file, rows);
  const samples = reduceDepth(file, rows);
  if (!file.transparency || file.samples === 2 || file.samples === 4) {
    return { width: file.width, height: file.height, channels: file.samples as 1 | 2 | 3 | 4, data: samples };
  }
  return withTransparentColor(file, rows, samples, file.transparency);
}

function fromPalette(file: PngFile, { data, rowBytes }: PngRows): Pixels {
  const { width, height, bitDepth } = file;
  const palette = file.palette!;
  const alpha = paletteAlpha(file);
  const channels = alpha ? 4 : 3;
  const out = new Uint8Array(width * height * channels);
  let at = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = packed(data, y * rowBytes, x, bitDepth);
      for (let k = 0; k < 3; k++) out[at++] = palette[index * 3 + k] ?? 0;
      if (alpha) out[at++] = alpha[index] ?? 255;
    }
  }
  return { width, height, channels, data: out };
}

/** Samples of 8 bits, without padding. */
function reduceDepth({ width, height, bitDepth, samples }: PngFile, { data, rowBytes }: PngRows): Uint8Array {
  if (bitDepth === 8) return data;
  const out = new Uint8Array(width * height * samples);
  if (bitDepth === 16) {
    // Rounded as libpng does: v · 255 / 65535.
    for (let i = 0; i < out.length; i++)
      out[i] = (((data[i * 2]! << 8) | data[i * 2 + 1]!) * 255 + 32895) >> 16;
    return out;
  }
  const step = 255 / ((1 << bitDepth) - 1);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) out[at++] = packed(data, y * rowBytes, x, bitDepth) * step;
  }
  return out;
}

/** Compares at full depth: two colours of 16 bits may look alike in 8. */
function withTransparentColor(file: PngFile, rows: PngRows, samples: Uint8Array, key: Uint8Array): Pixels {
  const { width, height, bitDepth } = file;
  const colors = file.colorType === GRAY ? 1 : 3;
  const channels = colors === 1 ? 2 : 4;
  const mask = (1 << bitDepth) - 1;
  const wanted = Array.from({ length: colors }, (_, k) => ((key[k * 2]! << 8) | key[k * 2 + 1]!) & mask);
  const original = (x: number, y: number, k: number) => {
    if (bitDepth < 16) return packed(rows.data, y * rows.rowBytes, x * colors + k, bitDepth);
    const at = y * rows.rowBytes + (x * colors + k) * 2;
    return (rows.data[at]! << 8) | rows.data[at + 1]!;
  };
  const out = new Uint8Array(width * height * channels);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += channels) {
      let transparent = true;
      for (let k = 0; k < colors; k++) {
        out[at + k] = samples[(y * width + x) * colors + k]!;
        if (original(x, y, k) !== wanted[k]) transparent = false;
      }
      out[at + colors] = transparent ? 0 : 255;
    }
  }
  return { width, height, channels, data: out };
}
