/**
 * The chunks of a PNG file (ISO/IEC 15948 clauses 5 and 11): what its header says and where its samples are.
 */
import { crc32 } from 'node:zlib';
import { exifOrientation, type Orientation } from '../exif.ts';
import { checkDimensions, cutOff, damaged, ImageFormatError } from '../image-format-error.ts';
import { latin1 } from '../signature.ts';

export const GRAY = 0;
export const RGB = 2;
export const PALETTE = 3;
export const GRAY_ALPHA = 4;
export const RGB_ALPHA = 6;

/** Samples in a pixel, by colour type, and the bit depths each may have (table 11.1). */
const COLOR_TYPES: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  [GRAY]: { samples: 1, depths: [1, 2, 4, 8, 16] },
  [RGB]: { samples: 3, depths: [8, 16] },
  [PALETTE]: { samples: 1, depths: [1, 2, 4, 8] },
  [GRAY_ALPHA]: { samples: 2, depths: [8, 16] },
  [RGB_ALPHA]: { samples: 4, depths: [8, 16] },
};

/** Colour components of a colour type, without alpha; a palette has those of its entries. */
export function colorsOf({ colorType }: Pick<PngFile, 'colorType'>): 1 | 3 {
  return colorType === GRAY || colorType === GRAY_ALPHA ? 1 : 3;
}

export interface PngFile {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colorType: number;
  /** Samples in a pixel, alpha counted. */
  readonly samples: number;
  readonly interlaced: boolean;
  /** Red, green and blue of each entry. */
  readonly palette?: Uint8Array;
  /** Content of tRNS: alpha of palette entries, or the one colour that is transparent. */
  readonly transparency?: Uint8Array;
  /** Content of iCCP, unless sRGB says that it does not matter. */
  readonly profile?: Uint8Array;
  readonly orientation: Orientation;
  /** Contents of the IDAT chunks; of the first only, when `headersOnly`. */
  readonly imageData: readonly Uint8Array[];
}

/**
 * Reads the chunks of a PNG file, checking the check sums of those that matter.
 *
 * @throws ImageFormatError when it is cut off or damaged, or larger than Bayan opens
 */
export function readPng(bytes: Uint8Array, { headersOnly = false } = {}): PngFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: Header | undefined;
  let palette: Uint8Array | undefined;
  let transparency: Uint8Array | undefined;
  let profile: Uint8Array | undefined;
  let standardRgb = false;
  let orientation: Orientation = 1;
  const imageData: Uint8Array[] = [];
  for (let offset = 8, ended = false; !ended; ) {
    if (offset + 8 > bytes.length) throw cutOff('PNG');
    const length = view.getUint32(offset);
    const type = latin1(bytes.subarray(offset + 4, offset + 8));
    // The first IDAT is enough to know that the headers are whole; a file's start may be all that was read.
    if (headersOnly && type === 'IDAT' && header) break;
    const content = bytes.subarray(offset + 8, offset + 8 + length);
    if (offset + 12 + length > bytes.length) throw cutOff('PNG');
    const critical = (type.charCodeAt(0) & 0x20) === 0;
    if (
      critical &&
      crc32(bytes.subarray(offset + 4, offset + 8 + length)) !== view.getUint32(offset + 8 + length)
    ) {
      if (!/^[A-Z]{4}$/.test(type)) throw damaged('PNG', 'it has a chunk without a name');
      throw damaged('PNG', `the check sum of its ${type} chunk is wrong`);
    }
    if (type === 'CgBI')
      throw new ImageFormatError(
        'unsupported',
        'this PNG was rewritten for an iPhone app; save it as an ordinary PNG',
      );
    if (!header && type !== 'IHDR') throw damaged('PNG', 'it does not start with its header');
    if (type === 'IHDR') header = readHeader(content);
    else if (type === 'PLTE') palette = content;
    else if (type === 'tRNS') transparency = content;
    else if (type === 'iCCP') profile = content;
    else if (type === 'sRGB') standardRgb = true;
    else if (type === 'eXIf') orientation = exifOrientation(content);
    else if (type === 'IDAT') imageData.push(content);
    else if (type === 'IEND') ended = true;
    else if (critical) throw damaged('PNG', 'it has a chunk that no reader knows');
    offset += 12 + length;
  }
  const file = {
    ...header!,
    palette,
    transparency,
    profile: standardRgb ? undefined : profile,
    orientation,
    imageData,
  };
  checkPalette(file);
  if (!headersOnly && imageData.length === 0) throw damaged('PNG', 'it has no samples');
  return file;
}

type Header = Pick<PngFile, 'width' | 'height' | 'bitDepth' | 'colorType' | 'samples' | 'interlaced'>;

function readHeader(content: Uint8Array): Header {
  if (content.length !== 13) throw damaged('PNG', 'its header has a wrong length');
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const width = view.getUint32(0);
  const height = view.getUint32(4);
  const [bitDepth = 0, colorType = 0, compression, filter, interlace = 0] = content.subarray(8);
  const known = COLOR_TYPES[colorType];
  if (!known?.depths.includes(bitDepth))
    throw damaged('PNG', `colour type ${colorType} with ${bitDepth} bits does not exist`);
  if (compression !== 0 || filter !== 0 || interlace > 1)
    throw damaged('PNG', 'it is compressed in a way that does not exist');
  checkDimensions('PNG', width, height);
  return { width, height, bitDepth, colorType, samples: known.samples, interlaced: interlace === 1 };
}

function checkPalette({ colorType, palette, transparency }: PngFile): void {
  if (
    colorType === PALETTE &&
    (!palette || palette.length === 0 || palette.length % 3 !== 0 || palette.length > 768)
  )
    throw damaged('PNG', 'its palette is missing or broken');
  const needed = colorType === GRAY ? 2 : colorType === RGB ? 6 : 0;
  if (transparency && transparency.length < needed) throw damaged('PNG', 'its transparent colour is broken');
}
