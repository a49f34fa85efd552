/** What a picture is, from its headers alone: enough to check it and to measure its place on the page. */
import { type Orientation, swapsSides } from './exif.ts';
import { readJpeg } from './jpeg/file.ts';
import { colorsOf, GRAY_ALPHA, RGB_ALPHA, readPng } from './png/file.ts';
import { imageFormat } from './signature.ts';

export { ImageFormatError } from './image-format-error.ts';

export interface ImageFacts {
  readonly format: 'png' | 'jpeg';
  /** Pixels as the picture is to be seen, turned by its EXIF orientation. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** Some of it may be transparent. */
  readonly hasAlpha: boolean;
  /** Colour components without alpha: 1 gray, 3 RGB (or a palette), 4 CMYK. */
  readonly components: 1 | 3 | 4;
}

/**
 * Reads the headers of a PNG or JPEG file.
 *
 * @throws ImageFormatError for any other format, naming it; for a file cut off or damaged in its headers; for
 *   more than 100 megapixels; for kinds of JPEG that no PDF reader shows
 */
export function inspectImage(bytes: Uint8Array): ImageFacts {
  const format = imageFormat(bytes);
  const file = format === 'png' ? pngFacts(bytes) : jpegFacts(bytes);
  const { orientation } = file;
  const [width, height] = swapsSides(orientation) ? [file.height, file.width] : [file.width, file.height];
  return { format, width, height, orientation, hasAlpha: file.hasAlpha, components: file.components };
}

type StoredFacts = Omit<ImageFacts, 'format'>;

function pngFacts(bytes: Uint8Array): StoredFacts {
  const file = readPng(bytes, { headersOnly: true });
  const { width, height, colorType, transparency, orientation } = file;
  const hasAlpha = colorType === GRAY_ALPHA || colorType === RGB_ALPHA || transparency !== undefined;
  return { width, height, orientation, hasAlpha, components: colorsOf(file) };
}

function jpegFacts(bytes: Uint8Array): StoredFacts {
  const { width, height, components, orientation } = readJpeg(bytes, { headersOnly: true });
  return { width, height, orientation, hasAlpha: false, components: components.length as 1 | 3 | 4 };
}
