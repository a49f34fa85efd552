/** The one thing Bayan reads from EXIF: how the camera was held (CIPA DC-008 4.6.5, tag 0x0112). */

/** 1 is upright; 2 to 8 are the mirrored and turned ways a picture's rows and columns can be stored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/**
 * The orientation in an EXIF block.
 *
 * @param tiff - the block from its byte order mark (`II` or `MM`) on
 * @returns 1 when the block does not say or is broken: metadata never makes a picture unreadable
 */
export function exifOrientation(tiff: Uint8Array): Orientation {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 8) return 1;
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  const directory = view.getUint32(4, little);
  if (view.getUint16(2, little) !== 42 || directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, little);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > tiff.length) return 1;
    if (view.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(entry + 8, little);
    const valid = view.getUint16(entry + 2, little) === SHORT && value >= 1 && value <= 8;
    return valid ? (value as Orientation) : 1;
  }
  return 1;
}

/** Whether a picture stored so is printed with its sides exchanged. */
export function swapsSides(orientation: Orientation): boolean {
  return orientation >= 5;
}
