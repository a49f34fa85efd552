/**
 * A PNG picture for a PDF: samples are kept as they are where PDF can hold them (gray, RGB, small palettes),
 * 16 bits become 8, and transparency becomes a soft mask, because PDF keeps the two apart.
 */
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { deflateSamples } from '../deflate.ts';
import { usableProfile } from '../icc/profile.ts';
import { Downscaler, type Pixels } from '../pixels.ts';
import type { PreparedImage, SampleStream } from '../prepared.ts';
import { type PixelLimits, reducedSize } from '../print-size.ts';
import { colorsOf, GRAY, PALETTE, type PngFile, readPng } from './file.ts';
import { paletteAlpha, rowExpander } from './pixels.ts';
import { packed, readRows, rowBytes } from './rows.ts';

const inflateBytes = promisify<Uint8Array, object, Buffer>(inflate);

/** @throws ImageFormatError when the file is damaged */
export async function preparePng(bytes: Uint8Array, limits: PixelLimits): Promise<PreparedImage> {
  const file = readPng(bytes);
  const { orientation } = file;
  const profile = await profileOf(file);
  const size = reducedSize(file, limits);
  if (!size && file.colorType === PALETTE) return { ...(await indexed(file)), orientation, profile };
  if (!size && file.colorType === GRAY && file.bitDepth < 8 && !file.transparency)
    return { ...(await smallGray(file)), orientation, profile };
  const expander = rowExpander(file);
  const layers = new Layers(size ?? file, expander.channels);
  const scaler = size && new Downscaler(file, size, expander.channels, (row) => layers.push(row));
  await readRows(file, (row) => (scaler ?? layers).push(expander.expand(row)));
  return { ...(await layers.samples()), orientation, profile };
}

type Samples = Omit<PreparedImage, 'orientation' | 'profile'>;

/** Samples as they are in the file. */
async function packedRows(file: PngFile): Promise<Uint8Array> {
  const bytes = rowBytes(file);
  const data = new Uint8Array(bytes * file.height);
  let y = 0;
  await readRows(file, (row) => data.set(row, y++ * bytes));
  return data;
}

async function smallGray(file: PngFile): Promise<Samples> {
  const { width, height } = file;
  const data = await packedRows(file);
  const bitsPerComponent = file.bitDepth as 1 | 2 | 4;
  const samples = await deflateSamples({ data, columns: width, colors: 1, bitsPerComponent });
  return { width, height, ...samples, colorSpace: 'DeviceGray' };
}

async function indexed(file: PngFile): Promise<Samples> {
  const { width, height } = file;
  const bitsPerComponent = file.bitDepth as 1 | 2 | 4 | 8;
  const bytes = rowBytes(file);
  const data = await packedRows(file);
  const alpha = paletteAlpha(file);
  const mask = alpha && new Uint8Array(width * height);
  let most = 0;
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * bytes, (y + 1) * bytes);
    for (let x = 0; x < width; x++) {
      const index = packed(row, x, bitsPerComponent);
      if (index > most) most = index;
      if (mask) mask[y * width + x] = alpha[index] ?? 255;
    }
  }
  // An index past the palette is black, as libpng has it; PDF readers differ.
  const palette = new Uint8Array(Math.max(file.palette!.length, (most + 1) * 3));
  palette.set(file.palette!);
  const samples = await deflateSamples({ data, columns: width, colors: 1, bitsPerComponent });
  const colorSpace = { palette: palette.subarray(0, 3 << bitsPerComponent) };
  return { width, height, ...samples, colorSpace, ...(mask && { softMask: await maskOf(mask, width) }) };
}

/** Colours and opacity apart, as PDF has them. */
class Layers {
  readonly #width: number;
  readonly #height: number;
  readonly #channels: Pixels['channels'];
  readonly #color: Uint8Array;
  readonly #mask: Uint8Array | undefined;
  #rows = 0;

  constructor(
    { width, height }: { readonly width: number; readonly height: number },
    channels: Pixels['channels'],
  ) {
    this.#width = width;
    this.#height = height;
    this.#channels = channels;
    this.#color = new Uint8Array(width * height * this.#colors);
    this.#mask = channels === 2 || channels === 4 ? new Uint8Array(width * height) : undefined;
  }

  get #colors(): 1 | 3 {
    return this.#channels < 3 ? 1 : 3;
  }

  push(row: Uint8Array): void {
    const colors = this.#colors;
    let at = this.#rows++ * this.#width;
    if (!this.#mask) {
      this.#color.set(row, at * colors);
      return;
    }
    for (let i = 0; i < row.length; i += this.#channels, at++) {
      for (let k = 0; k < colors; k++) this.#color[at * colors + k] = row[i + k]!;
      this.#mask[at] = row[i + colors]!;
    }
  }

  async samples(): Promise<Samples> {
    const columns = this.#width;
    const data = { data: this.#color, columns, colors: this.#colors, bitsPerComponent: 8 } as const;
    const softMask = this.#mask && (await maskOf(this.#mask, columns));
    return {
      width: columns,
      height: this.#height,
      colorSpace: this.#colors === 1 ? 'DeviceGray' : 'DeviceRGB',
      ...(await deflateSamples(data)),
      ...(this.#mask && { softMask }),
    };
  }
}

/**
 * A soft mask, or undefined when everything is opaque: many editors write an alpha channel that says nothing.
 */
async function maskOf(mask: Uint8Array, columns: number): Promise<SampleStream | undefined> {
  if (mask.every((alpha) => alpha === 255)) return undefined;
  return deflateSamples({ data: mask, columns, colors: 1, bitsPerComponent: 8 });
}

/**
 * The profile in iCCP: a name, a zero, the compression method and the compressed profile (ISO/IEC 15948
 * 11.3.3.3).
 */
async function profileOf(file: PngFile): Promise<Uint8Array | undefined> {
  const { profile } = file;
  if (!profile) return undefined;
  const compressed = profile.subarray(profile.indexOf(0) + 2);
  try {
    return usableProfile(await inflateBytes(compressed, { maxOutputLength: 1 << 20 }), colorsOf(file));
  } catch {
    // A broken profile does not make the picture unreadable.
    return undefined;
  }
}
