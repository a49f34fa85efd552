/** PNG and JPEG files made in code, and a page that shows a prepared picture, drawn by PDFium. */
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { type PDFiumLibrary as Library, PDFiumLibrary } from '@hyzyla/pdfium';
import type { ObjectWriter, PdfReference } from '../../src/pdf/embedded-font.ts';
import { embedImage, type ImageBox, imageOperators } from '../../src/pdf/images/embed.ts';
import type { PreparedImage } from '../../src/pdf/images/prepared.ts';
import { chunk, type PngHeader, pngFile } from '../../tools/png-file.ts';

export { chunk };

export interface PngOptions extends PngHeader {
  /** Chunks between the header and the samples. */
  readonly chunks?: readonly Buffer[];
  /** Samples of a pixel at the file's own depth. */
  readonly pixel: (x: number, y: number) => readonly number[];
}

const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A PNG file whose rows use each of the five filters in turn. */
export function png(options: PngOptions): Buffer {
  const passes = options.interlaced ? PASSES : ([[0, 0, 1, 1]] as const);
  const rows = passes.flatMap((pass) => filteredRows(options, pass));
  return pngFile(options, deflateSync(Buffer.concat(rows)), options.chunks);
}

function filteredRows(
  { width, height, colorType, bitDepth, pixel }: PngOptions,
  [x0, y0, dx, dy]: readonly [number, number, number, number],
): Buffer[] {
  const columns = Math.ceil((width - x0) / dx);
  const count = Math.ceil((height - y0) / dy);
  if (columns <= 0 || count <= 0) return [];
  const bits = SAMPLES[colorType]! * bitDepth;
  const left = Math.max(1, bits >> 3);
  const out: Buffer[] = [];
  let above = Buffer.alloc(Math.ceil((columns * bits) / 8));
  for (let r = 0; r < count; r++) {
    const row = Buffer.alloc(above.length);
    for (let c = 0; c < columns; c++) {
      pixel(x0 + c * dx, y0 + r * dy).forEach((sample, k) => {
        const bit = c * bits + k * bitDepth;
        if (bitDepth === 16) row.writeUInt16BE(sample, bit >> 3);
        else row[bit >> 3]! |= sample << (8 - bitDepth - (bit & 7));
      });
    }
    const filter = r % 5;
    const filtered = row.map(
      (value, i) => value - predict(filter, row[i - left] ?? 0, above[i]!, above[i - left] ?? 0),
    );
    out.push(Buffer.concat([Buffer.of(filter), filtered]));
    above = row;
  }
  return out;
}

function predict(filter: number, a: number, b: number, c: number): number {
  if (filter === 1) return a;
  if (filter === 2) return b;
  if (filter === 3) return (a + b) >> 1;
  if (filter !== 4) return 0;
  const [toA, toB, toC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)] as const;
  return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
}

export function segment(marker: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255), body]);
}

export interface JpegOptions {
  /** Sampled components of each 8 × 8 block, in rows. */
  readonly blocks: readonly (readonly (readonly number[])[])[];
  /** Segments after SOI. */
  readonly segments?: readonly Buffer[];
  readonly ids?: readonly number[];
  /** Blocks between restart markers. */
  readonly restartInterval?: number;
  /** Bytes after EOI. */
  readonly trailer?: string;
}

export const JFIF = segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1'));
export const adobe = (transform: number) =>
  segment(0xee, Buffer.from(`Adobe\0\x64\0\0\0\0${String.fromCharCode(transform)}`, 'latin1'));

/** A baseline JPEG of blocks of one colour each: a DC coefficient and the end of the block. */
export function jpeg(options: JpegOptions): Buffer {
  const { blocks, segments = [], ids = [1, 2, 3, 4], restartInterval = 0, trailer = '' } = options;
  const count = blocks[0]![0]!.length;
  const [height, width] = [blocks.length * 8, blocks[0]!.length * 8];
  const components = Buffer.concat(ids.slice(0, count).map((id) => Buffer.of(id, 0x11, 0)));
  const size = Buffer.of(8, height >> 8, height & 255, width >> 8, width & 255, count);
  // Nine DC categories, all with codes of 4 bits; one AC code, `0`, which ends a block.
  const dc = Buffer.concat([
    Buffer.of(0x00, 0, 0, 0, 9),
    Buffer.alloc(12),
    Buffer.of(0, 1, 2, 3, 4, 5, 6, 7, 8),
  ]);
  const ac = Buffer.concat([Buffer.of(0x10, 1), Buffer.alloc(15), Buffer.of(0)]);
  const all = blocks.flat();
  const interval = restartInterval || all.length;
  const entropy: Buffer[] = [];
  for (let start = 0; start < all.length; start += interval) {
    if (start > 0) entropy.push(Buffer.of(0xff, 0xd0 + ((start / interval - 1) & 7)));
    entropy.push(entropyCoded(all.slice(start, start + interval)));
  }
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    ...segments,
    segment(0xdb, Buffer.of(0), Buffer.alloc(64, 8)),
    segment(0xc0, size, components),
    segment(0xc4, dc, ac),
    ...(restartInterval > 0 ? [segment(0xdd, Buffer.of(restartInterval >> 8, restartInterval & 255))] : []),
    segment(
      0xda,
      Buffer.of(count),
      ...ids.slice(0, count).map((id) => Buffer.of(id, 0)),
      Buffer.of(0, 63, 0),
    ),
    ...entropy,
    Buffer.of(0xff, 0xd9),
    Buffer.from(trailer, 'latin1'),
  ]);
}

function entropyCoded(blocks: readonly (readonly number[])[]): Buffer {
  let bits = '';
  const previous = [0, 0, 0, 0];
  for (const block of blocks) {
    block.forEach((value, k) => {
      const difference = value - 128 - previous[k]!;
      previous[k] = value - 128;
      const category = Math.abs(difference).toString(2).length * (difference === 0 ? 0 : 1);
      bits += category.toString(2).padStart(4, '0');
      if (category > 0)
        bits += (difference > 0 ? difference : difference + 2 ** category - 1)
          .toString(2)
          .padStart(category, '0');
      bits += '0';
    });
  }
  return Buffer.from(
    (bits.match(/.{1,8}/g) ?? []).flatMap((byte) => {
      const value = Number.parseInt(byte.padEnd(8, '1'), 2);
      return value === 255 ? [255, 0] : [value];
    }),
  );
}

/** Luminance and chroma of a colour (JFIF 1.02). */
export function ycc([r, g, b]: readonly [number, number, number]): number[] {
  return [
    0.299 * r + 0.587 * g + 0.114 * b,
    128 - 0.168736 * r - 0.331264 * g + 0.5 * b,
    128 + 0.5 * r - 0.418688 * g - 0.081312 * b,
  ].map((value) => Math.min(255, Math.max(0, Math.round(value))));
}

/** An EXIF segment with an orientation and, after it, whatever else a camera would tell. */
export function exif(orientation: number, secret = ''): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return segment(0xe1, Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(secret, 'latin1'));
}

interface PdfKit extends ObjectWriter {
  readonly page: { readonly xobjects: Record<string, PdfReference> };
  addContent(content: string): void;
  on(event: 'data', listener: (chunk: Buffer) => void): void;
  on(event: 'end', listener: () => void): void;
  end(): void;
}

const PdfKit = createRequire(import.meta.url)('pdfkit') as new (options: object) => PdfKit;

/** A PDF of one page of that size, with a picture in a box. */
export async function pdfWith(
  prepared: PreparedImage,
  size: readonly [number, number],
  box: ImageBox,
): Promise<Buffer> {
  const document = new PdfKit({ size, margin: 0, compress: false });
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve) => document.on('end', resolve));
  document.on('data', (part) => chunks.push(part));
  document.page.xobjects.I1 = embedImage(document, prepared);
  document.addContent(imageOperators('I1', prepared, box));
  document.end();
  await done;
  return Buffer.concat(chunks);
}

let library: Promise<Library> | undefined;

/** Red, green and blue of points of a page, at 72 dpi. */
export type Screen = (x: number, y: number) => [number, number, number];

/** Draws the first page of a PDF. */
export async function draw(pdf: Buffer): Promise<Screen> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  const { data, width } = await document.getPage(0).render({ scale: 1, render: 'bitmap' });
  document.destroy();
  return (x, y) => {
    const at = (y * width + x) * 4;
    return [data[at]!, data[at + 1]!, data[at + 2]!];
  };
}

/** Draws a picture alone, one pixel to a point. */
export async function show(prepared: PreparedImage): Promise<Screen> {
  const [width, height] =
    prepared.orientation >= 5 ? [prepared.height, prepared.width] : [prepared.width, prepared.height];
  return draw(await pdfWith(prepared, [width, height], { x: 0, y: 0, width, height }));
}
