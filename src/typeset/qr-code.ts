/** QR codes (ISO/IEC 18004) as a square of modules, at error correction level M: a seventh of them may be soiled. */
import { encode } from 'uqr';

/** Rows of modules, dark ones true, without a quiet zone. */
export type QrCode = readonly (readonly boolean[])[];

/** UTF-8 bytes that the largest code holds at level M, where the text is not all digits or capitals. */
export const QR_CAPACITY = 2331;

/** The code of a text; undefined when the text is longer than any code holds. */
export function qrCode(text: string): QrCode | undefined {
  try {
    return encode(text, { ecc: 'M', boostEcc: false, border: 0 }).data;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
