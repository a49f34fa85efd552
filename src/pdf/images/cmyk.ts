/**
 * CMYK pictures made RGB: a file with an sRGB output intent may not hold DeviceCMYK (ISO 19005-2 6.2.4.3).
 * Inks on paper are duller than the RGB colours of their names: pure cyan is #009fe3 and not #00ffff, and
 * pictures must not turn to neon.
 */
import { damaged, ImageFormatError } from './image-format-error.ts';
import type { JpegFile } from './jpeg-file.ts';
import type { Pixels } from './pixels.ts';

const MOST_MEGABYTES = 1024;

/**
 * Coated offset print (FOGRA39, ISO 12647-2) in sRGB, by which of cyan (1), magenta (2) and yellow (4) are
 * printed.
 */
const INKS: readonly (readonly [number, number, number])[] = [
  [255, 255, 255],
  [0, 159, 227],
  [230, 0, 126],
  [49, 39, 131],
  [255, 237, 0],
  [0, 150, 64],
  [227, 6, 19],
];

/** Dots on paper grow: FOGRA39's 50 % black is #9d9d9c. Fits its steps within 2 %. */
const tint = (coverage: number) => coverage * (0.7 + 0.3 * coverage);

/**
 * Decodes a JPEG of four components into RGB.
 *
 * @throws ImageFormatError when its samples are damaged, or it does not say how its inks are stored
 */
export async function decodeCmykJpeg(file: JpegFile): Promise<Pixels> {
  if (!file.adobe)
    throw new ImageFormatError(
      'unsupported',
      'this CMYK JPEG does not say how its inks are stored; save it as RGB',
    );
  const { default: jpeg } = await import('jpeg-js');
  let image: { width: number; height: number; data: Uint8Array };
  try {
    image = jpeg.decode(file.stripped, {
      useTArray: true,
      formatAsRGBA: false,
      maxMemoryUsageInMB: MOST_MEGABYTES,
    });
  } catch (error) {
    if (`${error}`.includes('maxMemoryUsageInMB'))
      throw new ImageFormatError('too-large', 'this CMYK JPEG is too large to convert; save it as RGB');
    throw damaged('JPEG', 'its samples cannot be decoded');
  }
  printedColors(image.data);
  return { width: image.width, height: image.height, channels: 3, data: image.data };
}

/**
 * Turns (1 − ink)(1 − black), which is how the decoder mixes, into the colours of print, in place: as much
 * black as there can be is taken out, and what is left is a mix of two inks at most (Neugebauer's equations).
 */
export function printedColors(rgb: Uint8Array): void {
  const mixed = [0, 0, 0];
  for (let i = 0; i < rgb.length; i += 3) {
    const lightest = Math.max(rgb[i]!, rgb[i + 1]!, rgb[i + 2]!);
    const light = 1 - tint(1 - lightest / 255);
    const coverage = (k: number) => (lightest === 0 ? 0 : tint(1 - rgb[i + k]! / lightest));
    const cyan = coverage(0);
    const magenta = coverage(1);
    const yellow = coverage(2);
    mixed.fill(0);
    INKS.forEach((color, inks) => {
      const share =
        (inks & 1 ? cyan : 1 - cyan) * (inks & 2 ? magenta : 1 - magenta) * (inks & 4 ? yellow : 1 - yellow);
      if (share > 0) for (let k = 0; k < 3; k++) mixed[k]! += share * color[k]!;
    });
    for (let k = 0; k < 3; k++) rgb[i + k] = Math.round(mixed[k]! * light);
  }
}
