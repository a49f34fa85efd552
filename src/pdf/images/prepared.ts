/**
 * A picture ready to be written into a PDF file: the border between preparing pictures and embedding them.
 */
import type { Orientation } from './exif.ts';

/** Samples are indices into a palette: red, green and blue of each entry. */
export interface IndexedColorSpace {
  readonly palette: Uint8Array;
}

/** Samples as a PDF stream holds them. */
export interface SampleStream {
  readonly bitsPerComponent: 1 | 2 | 4 | 8;
  readonly filter: 'DCTDecode' | 'FlateDecode';
  /** Entries of DecodeParms. */
  readonly decodeParms?: Readonly<Record<string, number>>;
  readonly data: Uint8Array;
}

export interface PreparedImage extends SampleStream {
  /** Pixels as stored, before `orientation` turns them. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  readonly colorSpace: 'DeviceRGB' | 'DeviceGray' | IndexedColorSpace;
  /** An ICC profile of the samples or of the palette, where it is not sRGB. */
  readonly profile?: Uint8Array;
  /** Opacity of each pixel, gray, of the picture's own width and height. */
  readonly softMask?: SampleStream;
}
