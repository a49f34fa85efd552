/**
 * A PNG picture for a PDF: samples are kept as they are where PDF can hold them (gray, RGB, small palettes),
 * 16 bits become 8, and transparency becomes a soft mask, because PDF keeps the two apart.
 */
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { deflateSamples } from '../deflate.ts';
import { usableProfile } from '../icc/profile.ts';
import { downscale, hasAlpha, type Pixels } from '../pixels.ts';
import type { PreparedImage, SampleStream } from '../prepared.ts';
import { type PixelLimits, reducedSize } from '../print-size.ts';
import { GRAY, GRAY_ALPHA, PALETTE, type PngFile, readPng } from './file.ts';
import { expandToPixels, paletteAlpha } from './pixels.ts';
import { type PngRows, packed, readRows } from './rows.ts';

const inflateBytes = promisify<Uint8Array, object, Buffer>(inflate);

/** @throws ImageFormatError when the file is damaged */
export async function preparePng(bytes: Uint8Array, limits: PixelLimits): Promise<PreparedImage> {
  const file = readPng(bytes);
  const rows = await readRows(file);
  const gray = file.colorType === GRAY || file.colorType === GRAY_ALPHA;
  const profile = await profileOf(file, gray ? 1 : 3);
  const size = reducedSize(file, limits);
  if (!size && file.colorType === PALETTE) return { ...(await indexed(file, rows)), profile };
  if (!size && file.colorType === GRAY && file.bitDepth < 8 && !file.transparency) {
    const bitsPerComponent = file.bitDepth as 1 | 2 | 4;
    const samples = await deflateSamples({
      data: rows.data,
      columns: file.width,
      colors: 1,
      bitsPerComponent,
    });
    return { ...placeOf(file), ...samples, colorSpace: 'DeviceGray', profile };
  }
  const pixels = expandToPixels(file, rows);
  const reduced = size ? downscale(pixels, size.width, size.height) : pixels;
  return { ...(await fromPixels(reduced)), orientation: file.orientation, profile };
}

type Place = Pick<PreparedImage, 'width' | 'height' | 'orientation'>;

function placeOf({ width, height, orientation }: PngFile): Place {
  return { width, height, orientation };
}

async function indexed(file: PngFile, rows: PngRows): Promise<PreparedImage> {
  const bitsPerComponent = file.bitDepth as 1 | 2 | 4 | 8;
  const alpha = paletteAlpha(file);
  let most = 0;
  const mask = alpha && new Uint8Array(file.width * file.height);
  for (let y = 0; y < file.height; y++) {
    for (let x = 0; x < file.width; x++) {
      const index = packed(rows.data, y * rows.rowBytes, x, bitsPerComponent);
      if (index > most) most = index;
      if (mask) mask[y * file.width + x] = alpha[index] ?? 255;
    }
  }
  // An index past the palette is black, as libpng has it; PDF readers differ.
  const palette = new Uint8Array(Math.max(file.palette!.length, (most + 1) * 3));
  palette.set(file.palette!);
  const samples = await deflateSamples({ data: rows.data, columns: file.width, colors: 1, bitsPerComponent });
  const colorSpace = { palette: palette.subarray(0, 3 << bitsPerComponent) };
  return {
    ...placeOf(file),
    ...samples,
    colorSpace,
    ...(mask && { softMask: await maskOf(mask, file.width) }),
  };
}

async function fromPixels(pixels: Pixels): Promise<Omit<PreparedImage, 'orientation'>> {
  const { width, height, channels, data } = pixels;
  const colors = channels < 3 ? 1 : 3;
  const colorSpace = colors === 1 ? 'DeviceGray' : 'DeviceRGB';
  if (!hasAlpha(pixels)) {
    return {
      width,
      height,
      colorSpace,
      ...(await deflateSamples({ data, columns: width, colors, bitsPerComponent: 8 })),
    };
  }
  const count = width * height;
  const color = new Uint8Array(count * colors);
  const mask = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < colors; k++) color[i * colors + k] = data[i * channels + k]!;
    mask[i] = data[i * channels + colors]!;
  }
  const samples = await deflateSamples({ data: color, columns: width, colors, bitsPerComponent: 8 });
  return { width, height, colorSpace, ...samples, softMask: await maskOf(mask, width) };
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
async function profileOf({ profile }: PngFile, components: 1 | 3): Promise<Uint8Array | undefined> {
  if (!profile) return undefined;
  const compressed = profile.subarray(profile.indexOf(0) + 2);
  try {
    return usableProfile(await inflateBytes(compressed, { maxOutputLength: 1 << 20 }), components);
  } catch {
    // A broken profile does not make the picture unreadable.
    return undefined;
  }
}
