/**
 * Photographs as cameras and phones write them: a scene with a colour in each corner, encoded by MozJPEG, and around it
 * what cameras add — EXIF with a thumbnail and a place, XMP, a colour profile in parts, a second picture behind the first.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import encoderModule, { type MozJPEGModule } from '@jsquash/jpeg/codec/enc/mozjpeg_enc.js';
import { segment } from '../pdf/images-files.ts';
import type { Scene } from './scenery.ts';

/** Colours of the corners of the scene: top left, top right, bottom left, bottom right. */
export const CORNERS = {
  topLeft: [200, 40, 40],
  topRight: [40, 150, 60],
  bottomLeft: [40, 60, 190],
  bottomRight: [220, 190, 40],
} as const;

export type Color = readonly [red: number, green: number, blue: number];

/** What a camera would tell about somebody. Nothing of it may be in a PDF. */
export const SECRETS = ['34.5553N', 'Pixel 9 of Zarghuna', 'serial-4711', 'thumbnail-bytes'] as const;

export interface PhotographOptions {
  readonly width: number;
  readonly height: number;
  readonly progressive?: boolean;
  readonly gray?: boolean;
  /** Samples of luminance for one of colour, on each side; 2 when absent. */
  readonly subsampling?: 1 | 2;
  /** EXIF orientation: how the camera was held. */
  readonly orientation?: number;
  /** What is photographed, as it is seen once the picture is upright; the colours of CORNERS when absent. */
  readonly scene?: Scene;
  /** An ICC profile, put in as parts of at most `partSize` bytes. */
  readonly profile?: Uint8Array;
  readonly partSize?: number;
}

/** A JPEG file of the scene, with everything that a phone puts around it. */
export async function photograph(options: PhotographOptions): Promise<Buffer> {
  const { width, height, orientation = 1, profile, partSize = 65_000, scene } = options;
  const pixels = scene ? sceneOf(scene, width, height, orientation) : corners(width, height);
  const encoded = await encode(pixels, options);
  const parts = profile ? profileSegments(profile, partSize) : [];
  return Buffer.concat([
    encoded.subarray(0, 2),
    exif(orientation),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${SECRETS[1]}</x:xmpmeta>`)),
    ...parts,
    segment(0xe2, Buffer.from('MPF\0MM\0*\0\0\0\x08', 'latin1')),
    segment(0xed, Buffer.from(`Photoshop 3.0\x008BIM${SECRETS[2]}`, 'latin1')),
    encoded.subarray(2),
    // Phones put a depth map, a film or a gain map behind the picture.
    encoded.subarray(0, 400),
    Buffer.from(SECRETS[2]),
  ]);
}

/** Rows with a grain of their own; further down it comes again. */
const GRAINED = 16;

/** Red, green, blue and alpha. */
function corners(width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 4).fill(255);
  const line = width * 4;
  let noise = 1;
  for (let y = 0; y < height; y++) {
    if (y >= GRAINED && bandAt(y / height) === bandAt((y - GRAINED) / height)) {
      pixels.copyWithin(y * line, (y - GRAINED) * line, (y - GRAINED + 1) * line);
      continue;
    }
    for (let x = 0, at = y * line; x < width; x++, at += 4) {
      noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) >>> 0;
      const color = cornerAt(x / width, y / height);
      const grain = (noise >>> 29) - 4;
      for (let k = 0; k < 3; k++) pixels[at + k] = color[k]! + grain;
    }
  }
  return pixels;
}

/** Pixels on each side that share a colour of the scene, for speed; each has a grain of its own. */
const DAUB = 4;

/** The scene as the sensor saw it, in a camera that was held as the orientation says. */
function sceneOf(scene: Scene, width: number, height: number, orientation: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 4).fill(255);
  let noise = 1;
  for (let top = 0; top < height; top += DAUB) {
    for (let left = 0; left < width; left += DAUB) {
      const color = scene(...upright(left / width, top / height, orientation));
      for (let y = top; y < Math.min(top + DAUB, height); y++) {
        for (let at = (y * width + left) * 4, x = 0; x < DAUB && left + x < width; x++, at += 4) {
          noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) >>> 0;
          const grain = (noise >>> 28) - 8;
          for (let k = 0; k < 3; k++) pixels[at + k] = Math.min(255, Math.max(0, color[k]! + grain));
        }
      }
    }
  }
  return pixels;
}

/** Where a place of the sensor is seen. */
function upright(x: number, y: number, orientation: number): [number, number] {
  switch (orientation) {
    case 3:
      return [1 - x, 1 - y];
    case 6:
      return [1 - y, x];
    case 8:
      return [y, 1 - x];
    default:
      return [x, y];
  }
}

const bandAt = (side: number): number => (side <= 0.35 ? 0 : side < 0.65 ? 1 : 2);

/** A quarter of each side is a corner's colour; the cross between them is gray. */
function cornerAt(x: number, y: number): Color {
  if (bandAt(x) === 1 || bandAt(y) === 1) return [128, 128, 128];
  if (y < 0.5) return x < 0.5 ? CORNERS.topLeft : CORNERS.topRight;
  return x < 0.5 ? CORNERS.bottomLeft : CORNERS.bottomRight;
}

let encoder: Promise<MozJPEGModule> | undefined;

async function encode(pixels: Uint8Array, options: PhotographOptions): Promise<Buffer> {
  encoder ??= openEncoder();
  const { width, height, progressive = false, gray = false, subsampling = 2 } = options;
  const encoded = (await encoder).encode(pixels, width, height, {
    quality: 80,
    baseline: !progressive,
    progressive,
    arithmetic: false,
    optimize_coding: true,
    smoothing: 0,
    color_space: gray ? 1 : 3,
    quant_table: 0,
    trellis_multipass: false,
    trellis_opt_zero: false,
    trellis_opt_table: false,
    trellis_loops: 1,
    auto_subsample: false,
    chroma_subsample: subsampling,
    separate_chroma_quality: false,
    chroma_quality: 80,
  });
  return Buffer.from(encoded);
}

function openEncoder(): Promise<MozJPEGModule> {
  const path = createRequire(import.meta.url).resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm');
  const module = new WebAssembly.Module(readFileSync(path));
  return encoderModule({
    noInitialRun: true,
    instantiateWasm(imports: object, ready: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(module, imports);
      ready(instance);
      return instance.exports;
    },
  });
}

/** Two directories, as cameras write: the picture's, with its orientation and maker, and the thumbnail's. */
function exif(orientation: number): Buffer {
  const maker = Buffer.from(`${SECRETS[1]}\0${SECRETS[0]}\0`, 'latin1');
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(count, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const next = Buffer.alloc(4);
  next.writeUInt32LE(38 + maker.length, 0);
  return segment(
    0xe1,
    Buffer.from('Exif\0\0II*\0\x08\0\0\0\x02\0', 'latin1'),
    entry(0x010f, 2, maker.length, 38),
    entry(0x0112, 3, 1, orientation),
    next,
    maker,
    Buffer.from(`\0\0\xff\xd8${SECRETS[3]}\xff\xd9`, 'latin1'),
  );
}

/** The chunks of a profile, each numbered and counted (ICC.1:2010 B.4). */
function profileSegments(profile: Uint8Array, partSize: number): Buffer[] {
  const count = Math.ceil(profile.length / partSize);
  return Array.from({ length: count }, (_, i) =>
    segment(
      0xe2,
      Buffer.from(`ICC_PROFILE\0${String.fromCharCode(i + 1, count)}`, 'latin1'),
      profile.subarray(i * partSize, (i + 1) * partSize),
    ),
  );
}
