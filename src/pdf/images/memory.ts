/**
 * Pictures that were made ready before: a photograph takes a second, and goes into every language and every letter in the
 * same size. Found by what the file holds, so a picture that has changed is another.
 */
import { prepareImage } from './prepare.ts';
import type { PreparedImage } from './prepared.ts';
import type { PixelLimits } from './print-size.ts';

/** Bytes of prepared pictures that are kept; a photograph as wide as a column has half a megabyte. */
const KEPT_BYTES = 64 * 1024 * 1024;

export class ImageMemory {
  /** The ones used last stand last. */
  readonly #kept = new Map<string, PreparedImage>();
  #bytes = 0;

  /**
   * Prepares a picture, or gives what was prepared of the same bytes for the same limits.
   *
   * @param digest - of the bytes
   * @throws ImageFormatError as `prepareImage` does
   */
  async prepare(bytes: Uint8Array, digest: string, limits: PixelLimits): Promise<PreparedImage> {
    const key = `${digest} ${limits.maxWidth} ${limits.maxHeight}`;
    const before = this.#kept.get(key);
    const prepared = before ?? (await prepareImage(bytes, limits));
    this.#kept.delete(key);
    this.#kept.set(key, prepared);
    if (!before) this.#bytes += sizeOf(prepared);
    for (const [old, image] of this.#kept) {
      if (this.#bytes <= KEPT_BYTES) break;
      this.#kept.delete(old);
      this.#bytes -= sizeOf(image);
    }
    return prepared;
  }
}

function sizeOf({ data, softMask }: PreparedImage): number {
  return data.length + (softMask?.data.length ?? 0);
}
