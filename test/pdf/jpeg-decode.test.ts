/** The JPEG decoder beside MozJPEG's, on every kind of file that cameras and programs write. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import decoderModule, { type MozJPEGModule } from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ImageFormatError } from '../../src/pdf/images/image-format-error.ts';
import { JpegDecoder } from '../../src/pdf/images/jpeg/decode.ts';
import { readJpeg } from '../../src/pdf/images/jpeg/file.ts';
import { type PhotographOptions, photograph } from '../support/photographs.ts';
import { jpeg } from './images-files.ts';

interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly rows: readonly Uint8ClampedArray[];
}

/** The smallest scale that is at least `scale` times the picture's size. */
function decode(bytes: Uint8Array, scale = 1): Decoded {
  const file = readJpeg(bytes);
  const decoder = new JpegDecoder(file, {
    width: Math.ceil(file.width * scale),
    height: Math.ceil(file.height * scale),
  });
  const rows: Uint8ClampedArray[] = [];
  decoder.decode((row) => rows.push(row.slice()));
  return { width: decoder.width, height: decoder.height, channels: decoder.channels, rows };
}

let mozjpeg: MozJPEGModule;
beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm');
  const module = new WebAssembly.Module(readFileSync(path));
  mozjpeg = await decoderModule({
    noInitialRun: true,
    instantiateWasm(imports: object, ready: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(module, imports);
      ready(instance);
      return instance.exports;
    },
  });
});

/** The mean difference of samples from MozJPEG's, whose pixels are averaged in squares of `side`. */
function difference({ width, height, channels, rows }: Decoded, bytes: Uint8Array, side = 1): number {
  const oracle = mozjpeg.decode(bytes, true)!;
  let sum = 0;
  // Whole squares only: the last may reach over the edge.
  const [columns, lines] = [Math.floor(oracle.width / side), Math.floor(oracle.height / side)];
  expect([width, height]).toEqual([Math.ceil(oracle.width / side), Math.ceil(oracle.height / side)]);
  for (let y = 0; y < lines; y++)
    for (let x = 0; x < columns; x++)
      for (let k = 0; k < channels; k++) {
        let mean = 0;
        for (let dy = 0; dy < side; dy++)
          for (let dx = 0; dx < side; dx++)
            mean += oracle.data[((y * side + dy) * oracle.width + x * side + dx) * 4 + k]! / side ** 2;
        sum += Math.abs(mean - rows[y]![x * channels + k]!);
      }
  return sum / (columns * lines * channels);
}

describe.each<[string, PhotographOptions]>([
  ['baseline', { width: 203, height: 149, subsampling: 1 }],
  ['baseline with halved colour', { width: 203, height: 149 }],
  ['progressive', { width: 203, height: 149, subsampling: 1, progressive: true }],
  ['progressive with halved colour', { width: 203, height: 149, progressive: true }],
  ['gray', { width: 203, height: 149, gray: true }],
  ['gray progressive', { width: 203, height: 149, gray: true, progressive: true }],
])('a %s photograph', (_, options) => {
  test('is decoded as MozJPEG decodes it', async () => {
    const bytes = await photograph(options);
    // MozJPEG smooths halved colour.
    expect(difference(decode(bytes), bytes)).toBeLessThan(
      options.subsampling === 1 || options.gray ? 0.3 : 1,
    );
  });

  test.each([2, 4, 8])('comes out 1/%s as large when no more is needed', async (side) => {
    const bytes = await photograph(options);
    expect(difference(decode(bytes, 1 / side), bytes, side)).toBeLessThan(2.5);
  });
});

test('restart markers', () => {
  const blocks = Array.from({ length: 9 }, (_, y) => Array.from({ length: 9 }, (_, x) => [(y * 9 + x) * 3]));
  for (const restartInterval of [1, 4, 9, 81]) {
    const { rows } = decode(jpeg({ blocks, restartInterval }), 1 / 8);
    expect(rows.map((row) => [...row])).toEqual(blocks.map((row) => row.flat()));
  }
});

test('a restart marker that is not the next one is damage', () => {
  const file = jpeg({ blocks: [[[9], [99], [200]]], restartInterval: 1 });
  file[file.indexOf(Buffer.of(0xff, 0xd1)) + 1] = 0xd4;
  expect(() => decode(file)).toThrow('a part of its samples is missing');
});

describe('damaged samples', () => {
  test.each([false, true])(
    'are an ImageFormatError or decoded, whatever they are (progressive: %s)',
    async (progressive) => {
      const bytes = await photograph({ width: 96, height: 64, progressive });
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), {
            minLength: 1,
            maxLength: 4,
          }),
          (changes) => {
            const damaged = Buffer.from(bytes);
            for (const [at, value] of changes) damaged[at] = value;
            try {
              decode(damaged, 0.3);
            } catch (error) {
              expect(error).toBeInstanceOf(ImageFormatError);
            }
          },
        ),
        { seed: 1, numRuns: 300 },
      );
    },
  );
});
