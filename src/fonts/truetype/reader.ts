/**
 * Reading big-endian numbers out of one table of a font file. Every read is checked against the table's own
 * length, so that a broken font ends in one kind of error and never in a RangeError or a stray byte.
 */

/** A font file that does not follow the OpenType format, or has no outlines Bayan can embed. */
export class FontFormatError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FontFormatError';
  }
}

/** A window on the font file. Offsets count bytes from the window's start. */
export class TableReader {
  /** What the error messages call this table. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where the window starts in `bytes`. */
  readonly start: number;
  readonly length: number;
  readonly #view: DataView;

  /** Throws FontFormatError when the window is not wholly inside `bytes`. */
  constructor(name: string, bytes: Uint8Array, start = 0, length = bytes.length - start) {
    if (start < 0 || length < 0 || start + length > bytes.length) {
      throw new FontFormatError(`${name} reaches past the end of the font file`);
    }
    this.name = name;
    this.bytes = bytes;
    this.start = start;
    this.length = length;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset + start, length);
  }

  u8(at: number): number {
    this.check(at, 1);
    return this.#view.getUint8(at);
  }

  i8(at: number): number {
    this.check(at, 1);
    return this.#view.getInt8(at);
  }

  u16(at: number): number {
    this.check(at, 2);
    return this.#view.getUint16(at);
  }

  i16(at: number): number {
    this.check(at, 2);
    return this.#view.getInt16(at);
  }

  u32(at: number): number {
    this.check(at, 4);
    return this.#view.getUint32(at);
  }

  /** A 16.16 fixed-point number. */
  fixed(at: number): number {
    this.check(at, 4);
    return this.#view.getInt32(at) / 65536;
  }

  /** A four-letter tag. */
  tag(at: number): string {
    return String.fromCharCode(this.u8(at), this.u8(at + 1), this.u8(at + 2), this.u8(at + 3));
  }

  /** A window inside this one; without a length, all that is left. */
  slice(at: number, length = this.length - at): TableReader {
    this.check(at, length);
    return new TableReader(this.name, this.bytes, this.start + at, length);
  }

  /** Throws FontFormatError unless `size` bytes are there at `at`. */
  check(at: number, size: number): void {
    if (at < 0 || size < 0 || at + size > this.length) {
      throw new FontFormatError(`${this.name} ends before its data does`);
    }
  }
}
