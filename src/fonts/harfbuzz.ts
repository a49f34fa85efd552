/**
 * A typed binding to HarfBuzz (the WebAssembly build that harfbuzzjs ships). It talks to the module's memory
 * directly: one buffer is reused for every run, the paragraph is copied in once, and glyphs are read from the
 * heap without an object for each. It is synchronous, because compiling the module takes 4 ms.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** hb_direction_t. */
const DIRECTION = { ltr: 4, rtl: 5 } as const;
const GLYPH_RECORD = 5; // hb_glyph_info_t and hb_glyph_position_t are both five 32-bit words
/** hb_buffer_flags_t. */
const PRODUCE_SAFE_TO_INSERT_TATWEEL = 0x80;
/** hb_glyph_flags_t. */
const SAFE_TO_INSERT_TATWEEL = 4;

interface HarfBuzzExports {
  memory: WebAssembly.Memory;
  __wasm_call_ctors(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_font_create(face: number): number;
  hb_font_destroy(font: number): void;
  hb_font_get_nominal_glyph(font: number, codePoint: number, glyph: number): number;
  hb_buffer_create(): number;
  hb_buffer_reset(buffer: number): void;
  hb_buffer_set_direction(buffer: number, direction: number): void;
  hb_buffer_set_script(buffer: number, script: number): void;
  hb_buffer_set_language(buffer: number, language: number): void;
  hb_buffer_set_flags(buffer: number, flags: number): void;
  hb_buffer_add_utf16(buffer: number, text: number, length: number, offset: number, itemLength: number): void;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
  hb_language_from_string(text: number, length: number): number;
  hb_script_from_string(text: number, length: number): number;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
}

/** One shaped glyph, in font units, in visual order from left to right. */
export interface ShapedGlyph {
  readonly id: number;
  /** Index in the paragraph's text of the cluster this glyph belongs to. */
  readonly cluster: number;
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  /** A kashida may be put before this glyph's cluster. */
  readonly safeToInsertTatweel: boolean;
}

export interface ShapeOptions {
  readonly script: string;
  readonly direction: 'ltr' | 'rtl';
  readonly language: string;
  readonly features?: readonly { readonly tag: string; readonly value: number }[];
}

/** A font opened in HarfBuzz, which holds a copy of its file until it is closed. */
export interface HarfBuzzFont {
  /** Never given twice, as a pointer is: what caches know a font by. */
  readonly id: number;
  /** 0 when closed. */
  pointer: number;
  /** Where the copy is. */
  readonly data: number;
}

let instance: HarfBuzzExports | undefined;
let buffer = 0;
let scratch = 0;
let opened = 0;
const languages = new Map<string, number>();
const scripts = new Map<string, number>();

function hb(): HarfBuzzExports {
  if (instance) return instance;
  const module = new WebAssembly.Module(readWasm());
  let memory: WebAssembly.Memory | undefined;
  const wasm = new WebAssembly.Instance(module, {
    wasi_snapshot_preview1: { proc_exit: () => fail() },
    env: {
      _abort_js: () => fail(),
      _emscripten_runtime_keepalive_clear: () => {},
      _setitimer_js: () => 0,
      emscripten_resize_heap: (size: number) => {
        const pages = Math.ceil((size - (memory?.buffer.byteLength ?? 0)) / 65536);
        try {
          memory?.grow(pages);
          return 1;
        } catch {
          return 0;
        }
      },
    },
  });
  instance = wasm.exports as unknown as HarfBuzzExports;
  memory = instance.memory;
  instance.__wasm_call_ctors();
  buffer = instance.hb_buffer_create();
  scratch = instance.malloc(64 * 16);
  return instance;
}

/** Beside the bundle, where scripts/bundle.mjs puts it; where npm does when running from source. */
function readWasm(): Buffer {
  try {
    return readFileSync(fileURLToPath(new URL('harfbuzz.wasm', import.meta.url)));
  } catch {
    return readFileSync(createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz.wasm'));
  }
}

function fail(): never {
  throw new Error('HarfBuzz stopped');
}

function writeAscii(text: string): number {
  const api = hb();
  const pointer = api.malloc(text.length + 1);
  const heap = new Uint8Array(api.memory.buffer, pointer, text.length + 1);
  for (let i = 0; i < text.length; i++) heap[i] = text.charCodeAt(i);
  heap[text.length] = 0;
  return pointer;
}

function intern(
  table: Map<string, number>,
  text: string,
  convert: (pointer: number, length: number) => number,
): number {
  const tag = table.get(text);
  if (tag !== undefined) return tag;
  const pointer = writeAscii(text);
  const value = convert(pointer, text.length);
  hb().free(pointer);
  table.set(text, value);
  return value;
}

/** Opens a font file (TrueType or OpenType, first face of a collection). */
export function openHarfBuzzFont(data: Uint8Array): HarfBuzzFont {
  const api = hb();
  const pointer = api.malloc(data.length);
  new Uint8Array(api.memory.buffer, pointer, data.length).set(data);
  const blob = api.hb_blob_create(pointer, data.length, 2 /* HB_MEMORY_MODE_WRITABLE */, 0, 0);
  const face = api.hb_face_create(blob, 0);
  api.hb_blob_destroy(blob);
  const font = api.hb_font_create(face);
  api.hb_face_destroy(face);
  return { id: ++opened, pointer: font, data: pointer };
}

/** Frees a font and its copy of the file. Whoever still shapes with it gets an error. */
export function closeHarfBuzzFont(font: HarfBuzzFont): void {
  if (font.pointer === 0) return;
  hb().hb_font_destroy(font.pointer);
  hb().free(font.data);
  font.pointer = 0;
}

function pointerOf(font: HarfBuzzFont): number {
  if (font.pointer === 0) throw new Error('the font was closed with its workspace');
  return font.pointer;
}

/** The glyph the font's cmap gives for a code point; 0 when it has none. */
export function nominalGlyph(font: HarfBuzzFont, codePoint: number): number {
  const api = hb();
  if (!api.hb_font_get_nominal_glyph(pointerOf(font), codePoint, scratch)) return 0;
  return new Uint32Array(api.memory.buffer, scratch, 1)[0] ?? 0;
}

/** A paragraph copied into HarfBuzz's memory, so that every run is shaped with the text around it as context. */
export interface ShapingText {
  shape(font: HarfBuzzFont, start: number, end: number, options: ShapeOptions): ShapedGlyph[];
  release(): void;
}

/** Copies `text` in; call `release` when its runs are shaped. */
export function openShapingText(text: string): ShapingText {
  const api = hb();
  const pointer = api.malloc(Math.max(2, text.length * 2));
  const heap = new Uint16Array(api.memory.buffer, pointer, text.length);
  for (let i = 0; i < text.length; i++) heap[i] = text.charCodeAt(i);
  return {
    shape: (font, start, end, options) => shapeRun(api, font, pointer, text.length, start, end, options),
    release: () => api.free(pointer),
  };
}

function shapeRun(
  api: HarfBuzzExports,
  font: HarfBuzzFont,
  text: number,
  length: number,
  start: number,
  end: number,
  options: ShapeOptions,
): ShapedGlyph[] {
  api.hb_buffer_reset(buffer);
  api.hb_buffer_set_flags(buffer, PRODUCE_SAFE_TO_INSERT_TATWEEL);
  api.hb_buffer_add_utf16(buffer, text, length, start, end - start);
  api.hb_buffer_set_direction(buffer, DIRECTION[options.direction]);
  api.hb_buffer_set_script(
    buffer,
    intern(scripts, options.script, (p, n) => api.hb_script_from_string(p, n)),
  );
  api.hb_buffer_set_language(
    buffer,
    intern(languages, options.language, (p, n) => api.hb_language_from_string(p, n)),
  );
  const features = options.features ?? [];
  const words = new Uint32Array(api.memory.buffer, scratch, Math.max(1, Math.min(features.length, 64) * 4));
  features.slice(0, 64).forEach((feature, i) => {
    const tag = feature.tag.padEnd(4);
    words[i * 4] =
      (tag.charCodeAt(0) << 24) | (tag.charCodeAt(1) << 16) | (tag.charCodeAt(2) << 8) | tag.charCodeAt(3);
    words[i * 4 + 1] = feature.value;
    words[i * 4 + 2] = 0;
    words[i * 4 + 3] = 0xffffffff;
  });
  api.hb_shape(pointerOf(font), buffer, features.length > 0 ? scratch : 0, Math.min(features.length, 64));
  return readGlyphs(api);
}

function readGlyphs(api: HarfBuzzExports): ShapedGlyph[] {
  const infos = api.hb_buffer_get_glyph_infos(buffer, scratch);
  const count = new Uint32Array(api.memory.buffer, scratch, 1)[0] ?? 0;
  const positions = api.hb_buffer_get_glyph_positions(buffer, scratch);
  const info = new Uint32Array(api.memory.buffer, infos, count * GLYPH_RECORD);
  const position = new Int32Array(api.memory.buffer, positions, count * GLYPH_RECORD);
  const glyphs: ShapedGlyph[] = new Array(count);
  for (let i = 0, at = 0; i < count; i++, at += GLYPH_RECORD) {
    glyphs[i] = {
      id: info[at] ?? 0,
      cluster: info[at + 2] ?? 0,
      xAdvance: position[at] ?? 0,
      xOffset: position[at + 2] ?? 0,
      yOffset: position[at + 3] ?? 0,
      safeToInsertTatweel: ((info[at + 1] ?? 0) & SAFE_TO_INSERT_TATWEEL) !== 0,
    };
  }
  return glyphs;
}
