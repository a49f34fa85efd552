/**
 * A JPEG picture for a PDF: kept as it is without its metadata; decoded, made smaller and encoded again where
 * it has many more pixels than print needs; converted to RGB where it is CMYK.
 */
import { usableProfile } from '../icc/profile.ts';
import { Downscaler, type Pixels } from '../pixels.ts';
import type { PreparedImage } from '../prepared.ts';
import { type PixelLimits, reducedSize } from '../print-size.ts';
import { JpegDecoder } from './decode.ts';
import { encodeJpeg } from './encode.ts';
import { type JpegFile, readJpeg } from './file.ts';

/** @throws ImageFormatError when the file is damaged or of a kind that cannot go into a PDF */
export async function prepareJpeg(bytes: Uint8Array, limits: PixelLimits): Promise<PreparedImage> {
  const file = readJpeg(bytes);
  const size = reducedSize(file, limits);
  const cmyk = file.components.length === 4;
  if (!cmyk && !size) return asStored(file);
  const pixels = decode(file, size ?? file);
  const data = await encodeJpeg(pixels);
  // A picture saved at a low quality may be smaller as it is.
  if (!cmyk && data.length >= file.stripped.length) return asStored(file);
  return {
    width: pixels.width,
    height: pixels.height,
    orientation: file.orientation,
    colorSpace: pixels.channels === 1 ? 'DeviceGray' : 'DeviceRGB',
    profile: profileOf(file),
    bitsPerComponent: 8,
    filter: 'DCTDecode',
    data,
  };
}

function decode(file: JpegFile, size: { readonly width: number; readonly height: number }): Pixels {
  const decoder = new JpegDecoder(file, size);
  const { channels } = decoder;
  const data = new Uint8Array(size.width * size.height * channels);
  let at = 0;
  const store = (row: Uint8Array | Uint8ClampedArray): void => {
    data.set(row, at);
    at += row.length;
  };
  const isReduced = decoder.width > size.width || decoder.height > size.height;
  const scaler = isReduced ? new Downscaler(decoder, size, channels, store) : undefined;
  decoder.decode((row) => (scaler ? scaler.push(row) : store(row)));
  return { width: size.width, height: size.height, channels, data };
}

function asStored(file: JpegFile): PreparedImage {
  return {
    width: file.width,
    height: file.height,
    orientation: file.orientation,
    colorSpace: file.components.length === 1 ? 'DeviceGray' : 'DeviceRGB',
    profile: profileOf(file),
    bitsPerComponent: 8,
    filter: 'DCTDecode',
    // Readers take three components for luminance and chroma unless told (ISO 32000-1 table 13).
    ...(file.storedAsRgb && { decodeParms: { ColorTransform: 0 } }),
    data: file.stripped,
  };
}

function profileOf(file: JpegFile): Uint8Array | undefined {
  const count = file.components.length;
  return count === 1 || count === 3 ? usableProfile(file.profile, count) : undefined;
}
