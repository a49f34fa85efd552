/**
 * Encodes JPEG with MozJPEG in WebAssembly. Loaded when the first picture needs it; every call has an instance of its own,
 * whose memory goes with it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Pixels } from '../pixels.ts';

/** Fine gradients still look smooth, at about a fifth of the size of the best quality. */
const QUALITY = 85;
const GRAYSCALE = 1;
const YCBCR = 3;
const ENCODING = {
  quality: QUALITY,
  // Sequential: a press's RIP decodes it faster, and the file is hardly larger.
  baseline: true,
  progressive: false,
  arithmetic: false,
  optimize_coding: true,
  smoothing: 0,
  quant_table: 3,
  trellis_multipass: false,
  trellis_opt_zero: false,
  trellis_opt_table: false,
  trellis_loops: 1,
  auto_subsample: true,
  chroma_subsample: 2,
  separate_chroma_quality: false,
  chroma_quality: QUALITY,
};

interface Encoder {
  encode(data: Uint8Array, width: number, height: number, options: object): Uint8Array;
}

/** A function that Emscripten generated: makes an instance of the module. */
type Factory = (options: {
  noInitialRun: true;
  print(text: string): void;
  printErr(text: string): void;
  instantiateWasm(imports: object, ready: (instance: WebAssembly.Instance) => void): unknown;
}) => Promise<unknown>;

let compiled: WebAssembly.Module | undefined;

function compile(): WebAssembly.Module {
  const path = createRequire(import.meta.url).resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm');
  return new WebAssembly.Module(readFileSync(path));
}

async function newEncoder(): Promise<Encoder> {
  const { default: factory } = await import('@jsquash/jpeg/codec/enc/mozjpeg_enc.js');
  compiled ??= compile();
  const module = compiled;
  const encoder = await (factory as Factory)({
    noInitialRun: true,
    print: () => {},
    printErr: () => {},
    instantiateWasm(imports, ready) {
      const instance = new WebAssembly.Instance(module, imports);
      ready(instance);
      return instance.exports;
    },
  });
  return encoder as Encoder;
}

/** Encodes gray or RGB pixels. */
export async function encodeJpeg({ width, height, channels, data }: Pixels): Promise<Uint8Array> {
  const encoder = await newEncoder();
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) {
    for (let k = 0; k < 3; k++) rgba[i * 4 + k] = data[i * channels + (channels === 1 ? 0 : k)]!;
  }
  const encoded = encoder.encode(rgba, width, height, {
    ...ENCODING,
    color_space: channels === 1 ? GRAYSCALE : YCBCR,
  });
  return Uint8Array.from(encoded);
}
