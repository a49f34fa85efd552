/** Bits and Huffman codes of entropy-coded JPEG data (ITU-T T.81 F.2.2). */
import { damaged } from '../image-format-error.ts';

/** Codes of at most so many bits are found in one look. */
const LOOKUP_BITS = 9;

/** A Huffman table for decoding (C.2, F.2.2.3). */
export class HuffmanTable {
  /** By the next bits: 256 times the length of the code that they start with, and its value; 0 for longer codes. */
  readonly lookup = new Int32Array(1 << LOOKUP_BITS);
  /** By length: one more than the greatest code, so far as there are codes. */
  readonly limit = new Int32Array(17);
  /** By length: what to add to a code to have the place of its value. */
  readonly offset = new Int32Array(17);
  readonly values: Uint8Array;

  /** @param counts - how many codes there are of each length, from 1 to 16 */
  constructor(counts: Uint8Array, values: Uint8Array) {
    this.values = values;
    for (let length = 1, code = 0, at = 0; length <= 16; length++, code <<= 1) {
      this.offset[length] = at - code;
      for (let i = 0; i < counts[length - 1]!; i++, code++, at++) {
        if (length > LOOKUP_BITS) continue;
        const rest = LOOKUP_BITS - length;
        this.lookup.fill((length << 8) | values[at]!, code << rest, (code + 1) << rest);
      }
      this.limit[length] = code;
    }
  }
}

/** Reads bits up to the next marker; past it, zeros. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  /** The last `#count` bits that were read and not yet taken. */
  #bits = 0;
  #count = 0;
  /** How many of them stand behind the marker. */
  #missing = 0;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#at = start;
  }

  /** @throws ImageFormatError when more bits were taken than there are before the marker */
  check(): void {
    if (this.#missing > this.#count) throw damaged('JPEG', 'its samples end too early');
  }

  /** Goes on behind the next restart marker, which must be the one of that number. */
  restart(number: number): void {
    this.check();
    while (!this.#atMarker()) this.#at++;
    if (this.#bytes[this.#at + 1] !== 0xd0 + number)
      throw damaged('JPEG', 'a part of its samples is missing');
    this.#at += 2;
    this.#bits = 0;
    this.#count = 0;
    this.#missing = 0;
  }

  /** The value of the next code. */
  symbol(table: HuffmanTable): number {
    if (this.#count < 16) this.#fill();
    const entry = table.lookup[(this.#bits >>> (this.#count - LOOKUP_BITS)) & ((1 << LOOKUP_BITS) - 1)]!;
    if (entry === 0) return this.#longSymbol(table);
    this.#count -= entry >> 8;
    return entry & 255;
  }

  bit(): number {
    if (this.#count < 1) this.#fill();
    return (this.#bits >>> --this.#count) & 1;
  }

  /** The next bits as a number without sign; at most 16. */
  bits(length: number): number {
    if (this.#count < length) this.#fill();
    this.#count -= length;
    return (this.#bits >>> this.#count) & ((1 << length) - 1);
  }

  /** The next bits as a difference: those that start with 0 are negative (F.2.2.1). */
  difference(length: number): number {
    const value = this.bits(length);
    return value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
  }

  #longSymbol(table: HuffmanTable): number {
    for (let length = LOOKUP_BITS + 1; length <= 16; length++) {
      const code = (this.#bits >>> (this.#count - length)) & ((1 << length) - 1);
      if (code >= table.limit[length]!) continue;
      this.#count -= length;
      return table.values[code + table.offset[length]!]!;
    }
    throw damaged('JPEG', 'its samples cannot be decoded');
  }

  #fill(): void {
    while (this.#count <= 24) {
      let byte = 0;
      if (this.#atMarker()) this.#missing += 8;
      else {
        byte = this.#bytes[this.#at]!;
        this.#at += byte === 0xff ? 2 : 1;
      }
      this.#bits = (this.#bits << 8) | byte;
      this.#count += 8;
    }
  }

  /** 255 that is no sample is followed by something else than 0. */
  #atMarker(): boolean {
    return (
      this.#at >= this.#bytes.length || (this.#bytes[this.#at] === 0xff && this.#bytes[this.#at + 1] !== 0)
    );
  }
}
