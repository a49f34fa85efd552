/** Makes a picture ready for a PDF. The decoders are loaded when the first picture of their kind comes. */
import { ImageFormatError } from './image-format-error.ts';
import type { PreparedImage } from './prepared.ts';
import type { PixelLimits } from './print-size.ts';
import { imageFormat } from './signature.ts';

/**
 * Prepares a PNG or JPEG file: without metadata, no larger than print needs, and without DeviceCMYK. The same
 * bytes and limits give the same result.
 *
 * @param limits - pixels that the printed size needs (300 an inch), of the picture as it is seen; more than a
 *   fifth above them is scaled down to fit both
 * @throws ImageFormatError, and nothing else, for a file that is damaged, too large or of another format
 */
export async function prepareImage(bytes: Uint8Array, limits: PixelLimits): Promise<PreparedImage> {
  const format = imageFormat(bytes);
  try {
    if (format === 'png') return await (await import('./png/prepare.ts')).preparePng(bytes, limits);
    return await (await import('./jpeg/prepare.ts')).prepareJpeg(bytes, limits);
  } catch (error) {
    // What JavaScript throws when memory cannot be had.
    if (!(error instanceof RangeError)) throw error;
    throw new ImageFormatError('too-large', 'the picture takes too much memory to open; make it smaller');
  }
}
