/** The one error that reading a picture may raise: what was found instead of a sound PNG or JPEG file. */

/**
 * - `unsupported`: another format, or a kind of PNG or JPEG that cannot go into a PDF
 * - `corrupt`: cut off or damaged
 * - `too-large`: more pixels than Bayan opens
 */
export type ImageFault = 'unsupported' | 'corrupt' | 'too-large';

/**
 * The message is a plain phrase without the file's name, such as `this is a WebP file; save it as PNG or
 * JPEG`.
 */
export class ImageFormatError extends Error {
  readonly fault: ImageFault;

  constructor(fault: ImageFault, message: string) {
    super(message);
    this.name = 'ImageFormatError';
    this.fault = fault;
  }
}

/** The error for a file that stops before its end. */
export function cutOff(format: 'PNG' | 'JPEG'): ImageFormatError {
  return new ImageFormatError('corrupt', `the ${format} file is cut off; copy or save it again`);
}

/** The error for a file whose content contradicts itself; `what` says what, without a full stop. */
export function damaged(format: 'PNG' | 'JPEG', what: string): ImageFormatError {
  return new ImageFormatError('corrupt', `the ${format} file is damaged: ${what}`);
}

const MEGAPIXEL = 1_000_000;
/** As many as a JPEG can have on a side. What is longer is no picture, and takes memory by its length alone. */
const LONGEST_SIDE = 65_535;
/**
 * More would take gigabytes of memory to open; A0 at 300 dpi has 140 megapixels and is never needed on A3.
 */
const MOST_MEGAPIXELS = 100;

/** @throws ImageFormatError for a picture without pixels or with more than Bayan opens */
export function checkDimensions(format: 'PNG' | 'JPEG', width: number, height: number): void {
  if (width === 0 || height === 0) throw damaged(format, 'it has no pixels');
  if (width > LONGEST_SIDE || height > LONGEST_SIDE)
    throw new ImageFormatError(
      'too-large',
      `the picture is ${width} × ${height} pixels, and no side may have more than ${LONGEST_SIDE}; make it smaller`,
    );
  const pixels = width * height;
  if (pixels <= MOST_MEGAPIXELS * MEGAPIXEL) return;
  const size = `${Math.ceil(pixels / MEGAPIXEL)} megapixels (${width} × ${height})`;
  const message = `the picture has ${size}, and the limit is ${MOST_MEGAPIXELS}; make it smaller`;
  throw new ImageFormatError('too-large', message);
}
