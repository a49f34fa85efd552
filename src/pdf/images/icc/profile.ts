/**
 * Colour profiles of pictures (ICC.1:2010). Phones photograph in Display P3: without the profile their colours go dull. A
 * profile that a PDF/A reader would refuse is left out, and the picture is then read as sRGB, which is what
 * most viewers do anyway. What is kept is written anew, because profiles name cameras, screens and their owners.
 */

import { latin1 } from '../signature.ts';
import { type ProfileTag, writeProfile } from './write.ts';

/** Colour components of a picture that a profile may describe. */
export type ProfiledComponents = 1 | 3;

const MOST_BYTES = 1 << 20;
const HEADER = 128;
/** Input, display, output and colour space profiles: the classes that ISO 19005-2 6.2.4.2 admits. */
const CLASSES = new Set(['scnr', 'mntr', 'prtr', 'spac']);
const SPACES = { 1: 'GRAY', 3: 'RGB ' } as const;
const MATRIX = ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC', 'wtpt'];
const TABLES = ['A2B0', 'A2B1', 'A2B2'];

/**
 * The profile when it is worth embedding: sound, for as many components as the picture has, of ICC version 2 or 4 (ISO
 * 32000-1 8.6.5.5), and not that of sRGB, which the file's output intent already is.
 *
 * @returns the profile without its texts, its maker, its date and everything that colours do not need
 */
export function usableProfile(
  profile: Uint8Array | undefined,
  components: ProfiledComponents,
): Uint8Array | undefined {
  if (!profile || profile.length < HEADER + 4 || profile.length > MOST_BYTES) return undefined;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const text = (offset: number) => latin1(profile.subarray(offset, offset + 4));
  if (view.getUint32(0) !== profile.length || text(36) !== 'acsp') return undefined;
  const version = view.getUint8(8);
  const connection = text(20);
  if (text(16) !== SPACES[components] || !CLASSES.has(text(12)) || (version !== 2 && version !== 4))
    return undefined;
  if (connection !== 'XYZ ' && connection !== 'Lab ') return undefined;
  const tags = readTags(profile, view);
  if (!tags) return undefined;
  const kept = keptTags(tags, components, connection);
  if (!kept || isStandard(kept)) return undefined;
  return writeProfile({
    version,
    space: SPACES[components],
    connection,
    intent: view.getUint32(64) & 3,
    tags: kept,
  });
}

/** The contents of the tags by their names, undefined when the table of tags is broken. */
function readTags(profile: Uint8Array, view: DataView): ReadonlyMap<string, Uint8Array> | undefined {
  const tags = new Map<string, Uint8Array>();
  const count = view.getUint32(HEADER);
  if (count > 200 || HEADER + 4 + count * 12 > profile.length) return undefined;
  for (let i = 0; i < count; i++) {
    const entry = HEADER + 4 + i * 12;
    const start = view.getUint32(entry + 4);
    const end = start + view.getUint32(entry + 8);
    if (end > profile.length) return undefined;
    tags.set(latin1(profile.subarray(entry, entry + 4)), profile.subarray(start, end));
  }
  return tags;
}

/** What a reader needs to turn the picture's colours into those of the profile connection space. */
function keptTags(
  tags: ReadonlyMap<string, Uint8Array>,
  components: ProfiledComponents,
  connection: string,
): ProfileTag[] | undefined {
  const all = (names: readonly string[]): ProfileTag[] | undefined => {
    const found = names.map((name) => ({ name, data: trimmed(tags.get(name)) }));
    return found.every((tag): tag is ProfileTag => tag.data !== undefined) ? found : undefined;
  };
  const adaptation = all(['chad']) ?? [];
  if (components === 1) {
    const gray = all(['kTRC', 'wtpt']);
    return gray && [...gray, ...adaptation];
  }
  const matrix = connection === 'XYZ ' ? all(MATRIX) : undefined;
  if (matrix) return [...matrix, ...adaptation];
  const tables = all(['wtpt', 'A2B0']);
  return tables && [...tables, ...TABLES.slice(1).flatMap((name) => all([name]) ?? []), ...adaptation];
}

/** Values a parametric curve has, by its function (table 68). */
const PARAMETERS = [1, 3, 4, 5, 7];

/** A tag's content to its last number and no further; undefined when it is of no type that colours are told by. */
function trimmed(data: Uint8Array | undefined): Uint8Array | undefined {
  if (!data || data.length < 12) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const length: Readonly<Record<string, number>> = {
    'XYZ ': 20,
    sf32: 44,
    curv: 12 + 2 * view.getUint32(8),
    para: 12 + 4 * (PARAMETERS[view.getUint16(8)] ?? Number.POSITIVE_INFINITY),
    mft1: data.length,
    mft2: data.length,
    'mAB ': data.length,
  };
  const end = length[latin1(data.subarray(0, 4))];
  return end === undefined || end > data.length ? undefined : data.subarray(0, end);
}

/** The primaries of sRGB in the profile connection space (IEC 61966-2-1, adapted to D50). */
const SRGB: Readonly<Record<string, readonly number[]>> = {
  rXYZ: [0.4361, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7141],
};
/** What sRGB's curve, and that of gamma 2.2, make of half. */
const MIDDLE = 0.2154;

/** Whether the colours are those of sRGB, or the grays of its curve, within what nobody sees. */
function isStandard(tags: readonly ProfileTag[]): boolean {
  return tags.every(({ name, data }) => {
    if (name.endsWith('TRC')) return Math.abs((curveAtHalf(data) ?? 1) - MIDDLE) < 0.006;
    const primary = SRGB[name];
    if (!primary) return name === 'wtpt' || name === 'chad';
    return primary.every((value, i) => Math.abs(fixedAt(data, 8 + i * 4) - value) < 0.0015);
  });
}

/** The value of a tone curve for half of full intensity; undefined when it is a formula that sRGB does not use. */
function curveAtHalf(data: Uint8Array): number | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (latin1(data.subarray(0, 4)) === 'para') {
    const kind = view.getUint16(8);
    const [gamma, a = 1, b = 0] = Array.from({ length: PARAMETERS[kind]! }, (_, i) =>
      fixedAt(data, 12 + i * 4),
    );
    return kind === 0 || kind === 3 ? (a * 0.5 + b) ** gamma! : undefined;
  }
  const count = view.getUint32(8);
  if (count === 0) return 0.5;
  if (count === 1) return 0.5 ** (view.getUint16(12) / 256);
  return view.getUint16(12 + 2 * Math.floor((count - 1) / 2)) / 65_535;
}

/** A signed number with 16 bits behind the point. */
function fixedAt(data: Uint8Array, offset: number): number {
  return new DataView(data.buffer, data.byteOffset, data.byteLength).getInt32(offset) / 65_536;
}
