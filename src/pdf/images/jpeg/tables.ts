/**
 * Which tables a JPEG file has defined, so that a scan that lacks one is found here and not by the reader of
 * the PDF.
 */
import { damaged } from '../image-format-error.ts';
import type { Frame } from './frame.ts';

export class JpegTables {
  readonly #quantization = new Set<number>();
  /** Class (0 for DC, 1 for AC) times 16 and identifier. */
  readonly #huffman = new Set<number>();

  /** A DQT segment (ITU-T T.81 B.2.4.1): 64 values of one or two bytes for each table. */
  addQuantization(content: Uint8Array): void {
    for (let offset = 0; offset < content.length; ) {
      const [kind = 0] = content.subarray(offset);
      offset += 1 + (kind >> 4 === 0 ? 64 : 128);
      if (kind >> 4 > 1 || (kind & 15) > 3 || offset > content.length)
        throw damaged('JPEG', 'a quantization table is broken');
      this.#quantization.add(kind & 15);
    }
  }

  /** A DHT segment (B.2.4.2): how many codes there are of each length, and their values. */
  addHuffman(content: Uint8Array): void {
    for (let offset = 0; offset < content.length; ) {
      const [kind = 0] = content.subarray(offset);
      const counts = content.subarray(offset + 1, offset + 17);
      offset += 17 + counts.reduce((a, b) => a + b, 0);
      // Codes of each length in 65,536ths of the code space, which they must not overfill.
      const used = counts.reduce((sum, count, i) => sum + count * 2 ** (15 - i), 0);
      if (kind >> 4 > 1 || (kind & 15) > 3 || offset > content.length || used > 65_536)
        throw damaged('JPEG', 'a Huffman table is broken');
      this.#huffman.add(kind);
    }
  }

  /** @throws ImageFormatError when a scan header (B.2.3) is broken or needs what is not there */
  checkScan(content: Uint8Array, frame: Frame): void {
    const [count = 0] = content;
    if (count < 1 || count > 4 || content.length < 4 + count * 2)
      throw damaged('JPEG', 'a scan header is broken');
    const [spectralStart = 0, , approximation = 0] = content.subarray(1 + count * 2);
    for (let i = 0; i < count; i++) {
      const [id, selectors = 0] = content.subarray(1 + i * 2);
      const component = frame.components.find((each) => each.id === id);
      if (!component) throw damaged('JPEG', 'a scan is of a colour that the header lacks');
      const needsDC = frame.progressive ? spectralStart === 0 && approximation >> 4 === 0 : true;
      const needsAC = frame.progressive ? spectralStart > 0 : true;
      const sound =
        this.#quantization.has(component.quantization) &&
        (!needsDC || this.#huffman.has(selectors >> 4)) &&
        (!needsAC || this.#huffman.has(16 | (selectors & 15)));
      if (!sound) throw damaged('JPEG', 'a table that its samples need is missing');
    }
  }
}
