/**
 * A JPEG picture for a PDF: kept as it is without its metadata; decoded, made smaller and encoded again where
 * it has many more pixels than print needs; converted to RGB where it is CMYK.
 */
import { usableProfile } from './icc.ts';
import { type JpegFile, readJpeg } from './jpeg-file.ts';
import { downscale, type Pixels } from './pixels.ts';
import type { PreparedImage } from './prepared.ts';
import { type PixelLimits, reducedSize } from './print-size.ts';

/** @throws ImageFormatError when the file is damaged or of a kind that cannot go into a PDF */
export async function prepareJpeg(bytes: Uint8Array, limits: PixelLimits): Promise<PreparedImage> {
  const file = readJpeg(bytes);
  const size = reducedSize(file, limits);
  const cmyk = file.components.length === 4;
  if (!cmyk && !size) return asStored(file);
  const pixels = await decode(file);
  const reduced = size ? downscale(pixels, size.width, size.height) : pixels;
  const { encodeJpeg } = await import('./jpeg-codec.ts');
  const data = await encodeJpeg(reduced);
  // A picture saved at a low quality may be smaller as it is.
  if (!cmyk && data.length >= file.stripped.length) return asStored(file);
  return {
    width: reduced.width,
    height: reduced.height,
    orientation: file.orientation,
    colorSpace: reduced.channels === 1 ? 'DeviceGray' : 'DeviceRGB',
    profile: profileOf(file),
    bitsPerComponent: 8,
    filter: 'DCTDecode',
    data,
  };
}

async function decode(file: JpegFile): Promise<Pixels> {
  if (file.components.length === 4) return (await import('./cmyk.ts')).decodeCmykJpeg(file);
  const { decodeJpeg } = await import('./jpeg-codec.ts');
  return decodeJpeg(file.stripped, file.components.length === 1 ? 1 : 3);
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
