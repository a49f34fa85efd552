/**
 * pdfkit's file with its objects packed together, a cross-reference stream, and an identifier that comes from its bytes
 * and not from the clock.
 */
import { createHash, type Hash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { crossReferenceStream, type Location } from './cross-reference.ts';
import type { PdfReference } from './embedded-font.ts';
import { type NumberedReference, packObjects } from './object-streams.ts';
import { PdfKit } from './pdfkit.ts';

export class PackedFile extends PdfKit {
  // pdfkit's constructor already writes, before fields of a subclass exist: these are made on first use.
  declare private hash: Hash | undefined;
  declare private packed_: NumberedReference[] | undefined;

  /** Objects without a stream wait for the end of the file, where they are packed together. */
  override ref(data?: Record<string, unknown>): PdfReference {
    const reference = super.ref(data) as NumberedReference & {
      buffer: readonly Uint8Array[];
      compress: boolean;
      offset: number;
      finalize(): void;
    };
    const writeNow = reference.finalize;
    reference.finalize = () => {
      if (reference.buffer.length > 0) {
        if (reference.compress)
          reference.buffer = [deflateSync(Buffer.concat(reference.buffer), { level: 9 })];
        reference.compress = false;
        writeNow.call(reference);
        return;
      }
      this.packed_ ??= [];
      this.packed_.push(reference);
      reference.offset = 0;
      this._refEnd(reference);
    };
    return reference;
  }

  override _write(data: Uint8Array | string): void {
    this.hash ??= createHash('sha256');
    this.hash.update(typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data);
    super._write(data);
  }

  /**
   * Object streams and the cross-reference stream. The identifier is a digest of everything before the latter
   * (ISO 32000-1 14.4 asks only that it differ between files).
   */
  override _finalize(): void {
    const count = this._offsets.length;
    const locations: Location[] = this._offsets.map((offset) => ({ offset: offset! }));
    const streams = packObjects(this.packed_ ?? [], count + 1);
    for (const { id, bytes, members } of streams) {
      locations[id - 1] = { offset: this._offset };
      members.forEach((member, index) => {
        locations[member - 1] = { stream: id, index };
      });
      this._write(bytes);
    }
    const identifier = this.hash!.copy().digest().subarray(0, 16);
    const start = this._offset;
    const trailer = { Root: this._root, Info: this._info, ID: [identifier, identifier] };
    this._write(crossReferenceStream(count + streams.length + 1, start, locations, trailer));
    this._write(`startxref\n${start}\n%%EOF`);
    this.push(null);
  }
}
