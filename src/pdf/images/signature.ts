/** Which format a file is in, told from its first bytes and never from its name. */
import { ImageFormatError } from './image-format-error.ts';

const PNG = '\x89PNG\r\n\x1a\n';
const JPEG = '\xff\xd8\xff';

/** Formats that people mistake for PNG or JPEG, by how their files start. */
const STARTS: readonly (readonly [start: string, name: string])[] = [
  ['GIF8', 'a GIF file'],
  ['BM', 'a BMP file'],
  ['II*\0', 'a TIFF file'],
  ['MM\0*', 'a TIFF file'],
  ['%PDF', 'a PDF file'],
  ['%!PS', 'a PostScript file'],
  ['8BPS', 'a Photoshop file'],
  ['\xff\x0a', 'a JPEG XL file'],
  ['\0\0\0\x0cJXL ', 'a JPEG XL file'],
  ['\0\0\0\x0cjP  ', 'a JPEG 2000 file'],
  ['\xff\x4f\xff\x51', 'a JPEG 2000 file'],
  ['\0\0\x01\0', 'an icon (ICO) file'],
  ['PK\x03\x04', 'a ZIP file or an Office document'],
];

/**
 * The format of a picture.
 *
 * @throws ImageFormatError naming the format found when it is neither PNG nor JPEG
 */
export function imageFormat(bytes: Uint8Array): 'png' | 'jpeg' {
  const start = latin1(bytes.subarray(0, 512));
  if (start.startsWith(PNG)) return 'png';
  if (start.startsWith(JPEG)) return 'jpeg';
  if (start === '') throw new ImageFormatError('corrupt', 'the file is empty; copy or save it again');
  if (PNG.startsWith(start) || JPEG.startsWith(start)) {
    throw new ImageFormatError('corrupt', 'the file is cut off; copy or save it again');
  }
  throw new ImageFormatError('unsupported', describe(start));
}

function describe(start: string): string {
  if (start.startsWith('version https://git-lfs')) {
    return 'this is a Git LFS pointer, not the picture; run “git lfs pull”';
  }
  const text = start
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(!doctype html|html|head)/.test(text)) {
    return 'this is a web page, not the picture; download the picture itself';
  }
  if (/^<(\?xml|svg|!--|!doctype svg)/.test(text)) {
    return 'this looks like an SVG drawing; end its name in .svg, or save it as PNG or JPEG';
  }
  const name = nameOf(start);
  return name ? `this is ${name}; save it as PNG or JPEG` : 'this is no PNG or JPEG file';
}

function nameOf(start: string): string | undefined {
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'a WebP file';
  if (start.startsWith('ftyp', 4)) {
    if (start.startsWith('avi', 8)) return 'an AVIF file';
    return /^(he|mif|msf)/.test(start.slice(8)) ? 'a HEIC file' : 'a video file';
  }
  if (start.startsWith('\x89PNG')) return 'a PNG file that was altered as if it were text';
  return STARTS.find(([known]) => start.startsWith(known))?.[1];
}

/** Bytes as a string of one character each. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
