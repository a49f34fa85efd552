/** The scans of a JPEG file with the tables that hold for each (ITU-T T.81 B.2). The file has been read by ./file.ts. */
import { damaged } from '../image-format-error.ts';
import { HuffmanTable } from './bits.ts';
import { ZIGZAG } from './block-coding.ts';
import type { Frame } from './frame.ts';

export interface ScanComponent {
  /** Among the components of the frame. */
  readonly index: number;
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
}

export interface Scan {
  readonly components: readonly ScanComponent[];
  /** First and last coefficient, in the order of the file. */
  readonly spectralStart: number;
  readonly spectralEnd: number;
  /** The lowest bit that earlier scans told, 0 when none did. */
  readonly highBit: number;
  /** The lowest bit that this scan tells. */
  readonly lowBit: number;
  /** Where its entropy-coded data start. */
  readonly start: number;
  /** Units between restart markers; 0 for no markers. */
  readonly restartInterval: number;
}

export interface Segments {
  readonly scans: readonly Scan[];
  /** Of each component: what its coefficients were divided by, row after row. */
  readonly quantization: readonly Uint16Array[];
}

/** @throws ImageFormatError for a scan that cannot be, and for a picture of which a component is not told */
export function readSegments(bytes: Uint8Array, frame: Frame): Segments {
  const scans: Scan[] = [];
  const steps = new Map<number, Uint16Array>();
  const codes = new Map<number, HuffmanTable>();
  const quantization: Uint16Array[] = [];
  let restartInterval = 0;
  for (let offset = 2; bytes[offset + 1] !== 0xd9; ) {
    const marker = bytes[offset + 1]!;
    if (bytes[offset] !== 0xff || marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) {
      // Entropy-coded data, as far as the next marker.
      offset = Math.max(offset + 1, bytes.indexOf(0xff, offset + 1));
      continue;
    }
    const end = offset + 2 + ((bytes[offset + 2]! << 8) | bytes[offset + 3]!);
    const content = bytes.subarray(offset + 4, end);
    if (marker === 0xdb) addSteps(content, steps);
    if (marker === 0xc4) addCodes(content, codes);
    if (marker === 0xdd) restartInterval = (content[0]! << 8) | content[1]!;
    if (marker === 0xda) {
      const scan = readScan(content, frame, codes, { start: end, restartInterval });
      for (const { index } of scan.components)
        quantization[index] ??= steps.get(frame.components[index]!.quantization)!;
      scans.push(scan);
    }
    offset = end;
  }
  if (!frame.components.every((_, i) => quantization[i]))
    throw damaged('JPEG', 'one of its colours is missing');
  return { scans, quantization };
}

function readScan(
  content: Uint8Array,
  { components, progressive }: Frame,
  codes: ReadonlyMap<number, HuffmanTable>,
  place: Pick<Scan, 'start' | 'restartInterval'>,
): Scan {
  const count = content[0]!;
  const told = Array.from({ length: count }, (_, i) => {
    const [id, tables = 0] = content.subarray(1 + i * 2);
    const index = components.findIndex((component) => component.id === id);
    return { index, dc: codes.get(tables >> 4), ac: codes.get(16 | (tables & 15)) };
  });
  const [spectralStart = 0, spectralEnd = 0, bits = 0] = content.subarray(1 + count * 2);
  if (!progressive)
    return { ...place, components: told, spectralStart: 0, spectralEnd: 63, highBit: 0, lowBit: 0 };
  const sound =
    spectralStart <= spectralEnd &&
    spectralEnd < 64 &&
    (spectralStart > 0 ? count === 1 : spectralEnd === 0) &&
    (bits & 15) <= 13;
  if (!sound) throw damaged('JPEG', 'a scan header is broken');
  return { ...place, components: told, spectralStart, spectralEnd, highBit: bits >> 4, lowBit: bits & 15 };
}

function addSteps(content: Uint8Array, steps: Map<number, Uint16Array>): void {
  for (let offset = 0; offset < content.length; ) {
    const kind = content[offset++]!;
    const wide = kind >> 4 > 0;
    const table = new Uint16Array(64);
    for (let k = 0; k < 64; k++) {
      table[ZIGZAG[k]!] = wide ? (content[offset]! << 8) | content[offset + 1]! : content[offset]!;
      offset += wide ? 2 : 1;
    }
    steps.set(kind & 15, table);
  }
}

function addCodes(content: Uint8Array, codes: Map<number, HuffmanTable>): void {
  for (let offset = 0; offset < content.length; ) {
    const kind = content[offset]!;
    const counts = content.subarray(offset + 1, offset + 17);
    const values = offset + 17;
    offset = values + counts.reduce((sum, count) => sum + count, 0);
    codes.set(kind, new HuffmanTable(counts, content.subarray(values, offset)));
  }
}
