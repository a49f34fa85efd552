/**
 * The frame header of a JPEG file (ITU-T T.81 B.2.2): size, components, and whether a PDF reader can decode
 * it.
 */
import { checkDimensions, damaged, ImageFormatError } from '../image-format-error.ts';

export interface FrameComponent {
  readonly id: number;
  /** Sampling factors, 1 to 4. */
  readonly h: number;
  readonly v: number;
  readonly quantization: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly progressive: boolean;
  readonly components: readonly FrameComponent[];
  /** Identifiers of the components as letters; some encoders write `RGB` instead of an Adobe segment. */
  readonly ids: string;
}

/** What a marker says of the coding, when it starts a frame: SOF0 to SOF15, and SOF55 of JPEG-LS. */
export function frameKind(marker: number): string | undefined {
  if (marker <= 0xc2) return 'DCT';
  if (marker === 0xf7) return 'is a JPEG-LS file';
  if (marker === 0xde || marker === 0xdf || (marker >= 0xc5 && marker <= 0xc7)) return 'is hierarchical';
  if (marker === 0xc3) return 'is compressed without loss';
  if (marker >= 0xc8 && marker <= 0xcf) return 'uses arithmetic coding';
  return undefined;
}

/** @throws ImageFormatError for a broken header, or for what ISO 32000-1 7.4.8 does not let into a PDF */
export function readFrame(marker: number, content: Uint8Array): Frame {
  const kind = frameKind(marker);
  if (kind !== 'DCT') throw unsupported(`${kind}`);
  const [precision = 0, height1 = 0, height2 = 0, width1 = 0, width2 = 0, count = 0] = content;
  if (content.length < 6 || content.length < 6 + 3 * count) throw damaged('JPEG', 'its header is too short');
  if (precision === 12) throw unsupported('has 12 bits a sample');
  if (precision !== 8) throw damaged('JPEG', 'its header contradicts itself');
  const width = (width1 << 8) | width2;
  const height = (height1 << 8) | height2;
  checkDimensions('JPEG', width, height);
  if (count !== 1 && count !== 3 && count !== 4) throw damaged('JPEG', `it has ${count} colour components`);
  const components = Array.from({ length: count }, (_, i) => {
    const [id = 0, sampling = 0, quantization = 0] = content.subarray(6 + i * 3);
    // A component alone has one block to a unit, whatever it says (A.2.2).
    return { id, h: count === 1 ? 1 : sampling >> 4, v: count === 1 ? 1 : sampling & 15, quantization };
  });
  const sound = components.every(
    ({ h, v, quantization }) => h >= 1 && h <= 4 && v >= 1 && v <= 4 && quantization < 4,
  );
  if (!sound || new Set(components.map(({ id }) => id)).size !== count)
    throw damaged('JPEG', 'its header contradicts itself');
  return {
    width,
    height,
    progressive: marker === 0xc2,
    components,
    ids: String.fromCharCode(...components.map(({ id }) => id)),
  };
}

/** The blocks of a component. */
export interface BlockGrid {
  /** Blocks across and down that hold the picture. */
  readonly columns: number;
  readonly rows: number;
  /** With those that fill up the last units of an interleaved scan. */
  readonly paddedColumns: number;
  readonly paddedRows: number;
}

/** Sides of the unit of an interleaved scan, in blocks of the component with most samples. */
export function unitOf({ components }: Frame): { h: number; v: number } {
  return { h: Math.max(...components.map(({ h }) => h)), v: Math.max(...components.map(({ v }) => v)) };
}

export function blockGrids(frame: Frame): BlockGrid[] {
  const { width, height, components } = frame;
  const most = unitOf(frame);
  return components.map(({ h, v }) => ({
    columns: Math.ceil(Math.ceil((width * h) / most.h) / 8),
    rows: Math.ceil(Math.ceil((height * v) / most.v) / 8),
    paddedColumns: Math.ceil(width / (8 * most.h)) * h,
    paddedRows: Math.ceil(height / (8 * most.v)) * v,
  }));
}

function unsupported(what: string): ImageFormatError {
  return new ImageFormatError(
    'unsupported',
    `this JPEG ${what}, which PDF readers cannot show; save it as an ordinary JPEG`,
  );
}
