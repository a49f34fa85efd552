/**
 * Colour profiles of pictures. Phones photograph in Display P3: without the profile their colours go dull. A
 * profile that a PDF/A reader would refuse is left out, and the picture is then read as sRGB, which is what
 * most viewers do anyway.
 */
import { latin1 } from './signature.ts';

const MOST_BYTES = 1 << 20;
const HEADER = 128;
/** Input, display, output and colour space profiles: the classes that ISO 19005-2 6.2.4.2 admits. */
const CLASSES = new Set(['scnr', 'mntr', 'prtr', 'spac']);

/**
 * The profile when it is worth embedding: sound, for RGB, of ICC version 2 or 4 (ISO 32000-1 8.6.5.5), and
 * not that of sRGB, which the file's output intent already is.
 */
export function usableRgbProfile(profile: Uint8Array | undefined): Uint8Array | undefined {
  if (!profile || profile.length < HEADER + 4 || profile.length > MOST_BYTES) return undefined;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const text = (offset: number) => latin1(profile.subarray(offset, offset + 4));
  if (view.getUint32(0) !== profile.length || text(36) !== 'acsp') return undefined;
  const version = view.getUint8(8);
  if (text(16) !== 'RGB ' || !CLASSES.has(text(12)) || (version !== 2 && version !== 4)) return undefined;
  const tags = new Set<string>();
  const count = view.getUint32(HEADER);
  if (count > 200 || HEADER + 4 + count * 12 > profile.length) return undefined;
  for (let i = 0; i < count; i++) {
    const entry = HEADER + 4 + i * 12;
    if (view.getUint32(entry + 4) + view.getUint32(entry + 8) > profile.length) return undefined;
    tags.add(text(entry));
  }
  const matrix = ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC', 'wtpt'].every((tag) => tags.has(tag));
  if (!matrix && !tags.has('A2B0')) return undefined;
  return /sRGB|s\0R\0G\0B/.test(latin1(profile)) ? undefined : profile;
}
