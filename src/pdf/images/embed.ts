/** Writes prepared pictures as image XObjects (ISO 32000-1 8.9.5) and the operators that draw them. */

import type { ObjectWriter, PdfReference } from '../embedded-font.ts';
import { number } from '../operators.ts';
import type { Orientation } from './exif.ts';
import type { PreparedImage, SampleStream } from './prepared.ts';
import { latin1 } from './signature.ts';

const embedded = new WeakMap<ObjectWriter, Map<PreparedImage, PdfReference>>();
/** Profiles that a file has, by their bytes. */
const profiles = new WeakMap<ObjectWriter, Map<string, PdfReference>>();

/** The picture's XObject in a file; written the first time, so that a logo on every page is there once. */
export function embedImage(writer: ObjectWriter, prepared: PreparedImage): PdfReference {
  let images = embedded.get(writer);
  if (!images) {
    images = new Map();
    embedded.set(writer, images);
  }
  let reference = images.get(prepared);
  if (!reference) {
    reference = writeImage(writer, prepared);
    images.set(prepared, reference);
  }
  return reference;
}

function writeImage(writer: ObjectWriter, prepared: PreparedImage): PdfReference {
  const { width, height, softMask } = prepared;
  const mask =
    softMask && writeSamples(writer, softMask, { Width: width, Height: height, ColorSpace: 'DeviceGray' });
  return writeSamples(writer, prepared, {
    Width: width,
    Height: height,
    ColorSpace: colorSpace(writer, prepared),
    ...(mask && { SMask: mask }),
  });
}

/** The filter is known to pdfkit before the data, so that it does not compress them again. */
function writeSamples(
  writer: ObjectWriter,
  samples: SampleStream,
  entries: Record<string, unknown>,
): PdfReference {
  const reference = writer.ref({
    Type: 'XObject',
    Subtype: 'Image',
    ...entries,
    BitsPerComponent: samples.bitsPerComponent,
    Filter: samples.filter,
    ...(samples.decodeParms && { DecodeParms: { ...samples.decodeParms } }),
  });
  reference.end(buffer(samples.data));
  return reference;
}

function colorSpace(writer: ObjectWriter, { colorSpace, profile }: PreparedImage): unknown {
  const device = colorSpace === 'DeviceGray' ? colorSpace : 'DeviceRGB';
  const base = profile ? ['ICCBased', embedProfile(writer, profile, device)] : device;
  if (typeof colorSpace === 'string') return base;
  return ['Indexed', base, colorSpace.palette.length / 3 - 1, buffer(colorSpace.palette)];
}

/** The profile's stream in a file; all the photographs of a phone have the same. */
function embedProfile(writer: ObjectWriter, profile: Uint8Array, device: string): PdfReference {
  let references = profiles.get(writer);
  if (!references) {
    references = new Map();
    profiles.set(writer, references);
  }
  const key = latin1(profile);
  let reference = references.get(key);
  if (!reference) {
    reference = writer.ref({ N: device === 'DeviceGray' ? 1 : 3, Alternate: device });
    reference.end(buffer(profile));
    references.set(key, reference);
  }
  return reference;
}

function buffer(data: Uint8Array): Buffer {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

/** Top left corner and size in pt, on a page whose y axis points down. */
export interface ImageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where the corners of the stored picture come in the box, which is 1 wide and 1 high with y downwards: its
 * bottom left (the origin of image space), bottom right and top left corner (CIPA DC-008 table 6).
 */
const CORNERS: Readonly<Record<Orientation, readonly [origin: Point, right: Point, top: Point]>> = {
  1: [
    [0, 1],
    [1, 1],
    [0, 0],
  ],
  2: [
    [1, 1],
    [0, 1],
    [1, 0],
  ],
  3: [
    [1, 0],
    [0, 0],
    [1, 1],
  ],
  4: [
    [0, 0],
    [1, 0],
    [0, 1],
  ],
  5: [
    [1, 0],
    [1, 1],
    [0, 0],
  ],
  6: [
    [0, 0],
    [0, 1],
    [1, 0],
  ],
  7: [
    [0, 1],
    [0, 0],
    [1, 1],
  ],
  8: [
    [1, 1],
    [1, 0],
    [0, 1],
  ],
};

type Point = readonly [x: number, y: number];

/**
 * The operators that draw a picture in a box, turned upright.
 *
 * @param name - its name in the page's resources, without the slash
 */
export function imageOperators(
  name: string,
  { orientation }: Pick<PreparedImage, 'orientation'>,
  box: ImageBox,
): string {
  const [origin, right, top] = CORNERS[orientation];
  const vector = (to: Point) => [(to[0] - origin[0]) * box.width, (to[1] - origin[1]) * box.height];
  const matrix = [
    ...vector(right),
    ...vector(top),
    box.x + origin[0] * box.width,
    box.y + origin[1] * box.height,
  ];
  return `q ${matrix.map(number).join(' ')} cm /${name} Do Q`;
}
