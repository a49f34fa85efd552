/** Rows of PNG samples of every colour type and depth as pixels of 8 bits (ISO/IEC 15948 clause 13). */
import type { Pixels } from '../pixels.ts';
import { GRAY, PALETTE, type PngFile } from './file.ts';
import { packed } from './rows.ts';

/** Makes pixels of a packed row, in an array that is used again. */
export interface RowExpander {
  readonly channels: Pixels['channels'];
  expand(row: Uint8Array): Uint8Array;
}

/** Alpha of palette entries, undefined when all are opaque. Entries past its end are opaque. */
export function paletteAlpha({ transparency }: PngFile): Uint8Array | undefined {
  return transparency?.some((alpha) => alpha < 255) ? transparency : undefined;
}

/** Expands palettes, small depths and transparent colours, and reduces 16 bits to 8. */
export function rowExpander(file: PngFile): RowExpander {
  if (file.colorType === PALETTE) return fromPalette(file);
  const samples = depthReducer(file);
  const channels = file.samples as Pixels['channels'];
  if (!file.transparency || channels === 2 || channels === 4) return { channels, expand: samples };
  return withTransparentColor(file, file.transparency, samples);
}

function fromPalette(file: PngFile): RowExpander {
  const { width, bitDepth } = file;
  const palette = file.palette!;
  const alpha = paletteAlpha(file);
  const channels = alpha ? 4 : 3;
  const out = new Uint8Array(width * channels);
  return {
    channels,
    expand(row) {
      for (let x = 0, at = 0; x < width; x++) {
        const index = packed(row, x, bitDepth);
        for (let k = 0; k < 3; k++) out[at++] = palette[index * 3 + k] ?? 0;
        if (alpha) out[at++] = alpha[index] ?? 255;
      }
      return out;
    },
  };
}

/** Samples of 8 bits. */
function depthReducer({ width, bitDepth, samples }: PngFile): RowExpander['expand'] {
  if (bitDepth === 8) return (row) => row;
  const out = new Uint8Array(width * samples);
  if (bitDepth === 16)
    return (row) => {
      // Rounded as libpng does: v · 255 / 65535.
      for (let i = 0; i < out.length; i++)
        out[i] = (((row[i * 2]! << 8) | row[i * 2 + 1]!) * 255 + 32895) >> 16;
      return out;
    };
  const step = 255 / ((1 << bitDepth) - 1);
  return (row) => {
    for (let x = 0; x < width; x++) out[x] = packed(row, x, bitDepth) * step;
    return out;
  };
}

/** Compares at full depth: two colours of 16 bits may look alike in 8. */
function withTransparentColor(file: PngFile, key: Uint8Array, reduce: RowExpander['expand']): RowExpander {
  const { width, bitDepth } = file;
  const colors = file.colorType === GRAY ? 1 : 3;
  const channels = colors === 1 ? 2 : 4;
  const mask = (1 << bitDepth) - 1;
  const wanted = Array.from({ length: colors }, (_, k) => ((key[k * 2]! << 8) | key[k * 2 + 1]!) & mask);
  const original = (row: Uint8Array, sample: number) =>
    bitDepth < 16 ? packed(row, sample, bitDepth) : (row[sample * 2]! << 8) | row[sample * 2 + 1]!;
  const out = new Uint8Array(width * channels);
  return {
    channels,
    expand(row) {
      const samples = reduce(row);
      for (let x = 0, at = 0; x < width; x++, at += channels) {
        let transparent = true;
        for (let k = 0; k < colors; k++) {
          out[at + k] = samples[x * colors + k]!;
          if (original(row, x * colors + k) !== wanted[k]) transparent = false;
        }
        out[at + colors] = transparent ? 0 : 255;
      }
      return out;
    },
  };
}
