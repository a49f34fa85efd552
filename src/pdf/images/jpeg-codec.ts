/**
 * Decodes and encodes JPEG with MozJPEG (libjpeg-turbo) in WebAssembly, four to five times as fast as
 * JavaScript. Loaded when the first picture needs it; every call has an instance of its own, so that a
 * damaged file leaves nothing behind.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { damaged, ImageFormatError } from './image-format-error.ts';
import type { Pixels } from './pixels.ts';

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

interface Decoder {
  decode(
    data: Uint8Array,
    preserveOrientation: boolean,
  ): { data: Uint8Array; width: number; height: number } | null;
}

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

const compiled = new Map<string, WebAssembly.Module>();

function instantiate(factory: unknown, file: string, printErr: (text: string) => void): Promise<unknown> {
  let wasm = compiled.get(file);
  if (!wasm) {
    const path = createRequire(import.meta.url).resolve(`@jsquash/jpeg/codec/${file}`);
    wasm = new WebAssembly.Module(readFileSync(path));
    compiled.set(file, wasm);
  }
  const module = wasm;
  return (factory as Factory)({
    noInitialRun: true,
    print: () => {},
    printErr,
    instantiateWasm(imports, ready) {
      const instance = new WebAssembly.Instance(module, imports);
      ready(instance);
      return instance.exports;
    },
  });
}

/**
 * libjpeg shows what it can of broken data and says so; these are the words for data that is wrong, not
 * merely untidy.
 */
const BROKEN =
  /premature end|bad huffman|found marker .* instead of|corrupt jpeg data: .*(progression|arithmetic)/i;

/**
 * Decodes a JPEG of one or three components, without metadata, into gray or RGB.
 *
 * @throws ImageFormatError when its samples are damaged or take too much memory
 */
export async function decodeJpeg(bytes: Uint8Array, channels: 1 | 3): Promise<Pixels> {
  const { default: factory } = await import('@jsquash/jpeg/codec/dec/mozjpeg_dec.js');
  let complaint = '';
  const decoder = (await instantiate(factory, 'dec/mozjpeg_dec.wasm', (text) => {
    complaint ||= text;
  })) as Decoder;
  let image: ReturnType<Decoder['decode']>;
  try {
    image = decoder.decode(bytes, true);
  } catch (error) {
    if (/memory|OOM|allocat/i.test(`${error}`))
      throw new ImageFormatError(
        'too-large',
        'the picture takes too much memory to make smaller; save a smaller copy',
      );
    image = null;
  }
  if (!image || BROKEN.test(complaint)) throw damaged('JPEG', 'its samples cannot be decoded');
  const { width, height, data } = image;
  const out = new Uint8Array(width * height * channels);
  for (let i = 0, from = 0; i < out.length; from += 4) {
    for (let k = 0; k < channels; k++) out[i++] = data[from + k]!;
  }
  return { width, height, channels, data: out };
}

/** Encodes gray or RGB pixels. */
export async function encodeJpeg({ width, height, channels, data }: Pixels): Promise<Uint8Array> {
  const { default: factory } = await import('@jsquash/jpeg/codec/enc/mozjpeg_enc.js');
  const encoder = (await instantiate(factory, 'enc/mozjpeg_enc.wasm', () => {})) as Encoder;
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
