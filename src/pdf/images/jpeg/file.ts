/**
 * The segments of a JPEG file (ITU-T T.81 annex B): what its frame says, and the file again without anything
 * that is no part of the picture: EXIF with the place where it was taken, XMP, IPTC, comments, thumbnails,
 * and what follows the end.
 */
import { exifOrientation, type Orientation } from '../exif.ts';
import { cutOff, damaged } from '../image-format-error.ts';
import { latin1 } from '../signature.ts';
import { blockGrids, type Frame, frameKind, readFrame } from './frame.ts';
import { JpegTables } from './tables.ts';

export interface JpegFile extends Frame {
  readonly orientation: Orientation;
  /** The ICC profile of its APP2 segments, when they are complete. */
  readonly profile?: Uint8Array;
  /** Three components are red, green and blue and not luminance and chroma. */
  readonly storedAsRgb: boolean;
  /** What an Adobe APP14 segment says: 0 for components as they are, 1 for YCbCr, 2 for YCCK. */
  readonly adobeTransform: number | undefined;
  /** The file without metadata; empty when `headersOnly`. */
  readonly stripped: Uint8Array;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DQT = 0xdb;
const DHT = 0xc4;
/** Segments that belong to the picture and hold nothing else: DHT, DQT, DNL and DRI. */
const KEPT = new Set([DHT, DQT, 0xdc, 0xdd]);
/** Real files have about ten; thousands of tiny scans would keep a reader busy for minutes. */
const MOST_SCANS = 100;
const JFIF = 'JFIF\0';

/**
 * Reads a JPEG file.
 *
 * @throws ImageFormatError when it is cut off or damaged, larger than Bayan opens, or of a kind no PDF reader
 *   shows
 */
export function readJpeg(bytes: Uint8Array, { headersOnly = false } = {}): JpegFile {
  const tables = new JpegTables();
  const profileParts = new Map<number, Uint8Array>();
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let frame: Frame | undefined;
  let orientation: Orientation | undefined;
  let jfif = false;
  let transform: number | undefined;
  let scans = 0;
  let scanBytes = 0;
  for (let offset = 2; ; ) {
    if (offset + 2 > bytes.length) throw cutOff('JPEG');
    const marker = bytes[offset + 1]!;
    if (bytes[offset] !== 0xff) throw damaged('JPEG', 'a segment does not end where it says');
    if (marker === 0xff) {
      offset++;
      continue;
    }
    if (marker === EOI) {
      parts.push(bytes.subarray(offset, offset + 2));
      break;
    }
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= SOI))
      throw damaged('JPEG', 'a segment does not end where it says');
    if (offset + 4 > bytes.length) throw cutOff('JPEG');
    const end = offset + 2 + ((bytes[offset + 2]! << 8) | bytes[offset + 3]!);
    if (end < offset + 4) throw damaged('JPEG', 'a segment is shorter than its length');
    if (end > bytes.length) throw cutOff('JPEG');
    const segment = bytes.subarray(offset, end);
    const content = bytes.subarray(offset + 4, end);
    if (marker === SOS) {
      if (!frame) throw damaged('JPEG', 'it has samples before its header');
      if (headersOnly) break;
      tables.checkScan(content, frame);
      if (++scans > MOST_SCANS) throw damaged('JPEG', 'it has more scans than any camera or editor writes');
      offset = scanEnd(bytes, end);
      scanBytes += offset - end;
      parts.push(segment, bytes.subarray(end, offset));
      continue;
    }
    if (frameKind(marker)) {
      if (frame) throw damaged('JPEG', 'it has two headers');
      frame = readFrame(marker, content);
      parts.push(segment);
    } else if (KEPT.has(marker)) {
      if (marker === DQT) tables.addQuantization(content);
      if (marker === DHT) tables.addHuffman(content);
      parts.push(segment);
    } else if (marker === 0xe0 && latin1(content.subarray(0, 5)) === JFIF && content.length >= 14) {
      // Without the thumbnail that may follow.
      if (!jfif) parts.push(Uint8Array.of(0xff, 0xe0, 0, 16, ...content.subarray(0, 12), 0, 0));
      jfif = true;
    } else if (marker === 0xee && latin1(content.subarray(0, 5)) === 'Adobe' && content.length >= 12) {
      if (transform === undefined) parts.push(Uint8Array.of(0xff, 0xee, 0, 14, ...content.subarray(0, 12)));
      transform ??= content[11]!;
    } else if (marker === 0xe1 && latin1(content.subarray(0, 6)) === 'Exif\0\0') {
      orientation ??= exifOrientation(content.subarray(6));
    } else if (marker === 0xe2 && latin1(content.subarray(0, 12)) === 'ICC_PROFILE\0') {
      // The number of the part, how many there are, then the data.
      profileParts.set(content[12] ?? 0, content.subarray(14));
    }
    offset = end;
  }
  if (!frame) throw damaged('JPEG', 'it has no header');
  if (!headersOnly) checkScans(frame, scanBytes);
  return {
    ...frame,
    orientation: orientation ?? 1,
    profile: joinProfile(profileParts),
    storedAsRgb:
      frame.components.length === 3 &&
      !jfif &&
      (transform === undefined ? frame.ids === 'RGB' : transform === 0),
    adobeTransform: transform,
    stripped: headersOnly ? new Uint8Array() : Buffer.concat(parts),
  };
}

/**
 * Where the entropy-coded data from `start` on ends: at the first marker that is neither a stuffed byte nor a
 * restart.
 */
function scanEnd(bytes: Uint8Array, start: number): number {
  for (let i = start; ; ) {
    i = bytes.indexOf(0xff, i);
    const next = i < 0 ? undefined : bytes[i + 1];
    if (next === undefined) throw cutOff('JPEG');
    if (next === 0xff) i++;
    else if (next === 0 || (next >= 0xd0 && next <= 0xd7)) i += 2;
    else return i;
  }
}

/** Every block takes at least a bit: what has fewer is a small file that claims to be a huge picture. */
function checkScans(frame: Frame, bytes: number): void {
  const blocks = blockGrids(frame).reduce((sum, { columns, rows }) => sum + columns * rows, 0);
  if (bytes * 8 < blocks) throw damaged('JPEG', 'it has too few samples for its size');
}

/** The parts are numbered from 1 (ICC.1:2010 B.4). */
function joinProfile(parts: ReadonlyMap<number, Uint8Array>): Uint8Array | undefined {
  if (parts.size === 0) return undefined;
  const ordered = Array.from({ length: parts.size }, (_, i) => parts.get(i + 1));
  return ordered.every((part) => part !== undefined) ? Buffer.concat(ordered) : undefined;
}
