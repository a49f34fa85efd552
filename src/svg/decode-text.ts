/** The text of an SVG file, in whatever encoding XML allows it to be. */

/** Larger drawings are photographs wrapped in SVG, or mistakes. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Why bytes are no text of an SVG file; or the text. */
export function decodeSvg(bytes: Uint8Array): { readonly text: string } | { readonly problem: string } {
  if (bytes.length === 0) return { problem: 'the file is empty; copy or save it again' };
  if (bytes.length > MOST_BYTES) return { problem: 'the drawing is larger than 32 MB, the most Bayan reads' };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return { problem: 'this is a compressed drawing (SVGZ); save it as plain SVG' };
  const label = encodingOf(bytes);
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    if (/<([\w-]+:)?svg[\s>]/.test(text)) return { text };
    return { problem: 'this is no SVG drawing' };
  } catch (error) {
    if (error instanceof RangeError)
      return { problem: `its encoding "${label}" is not known; save it as UTF-8` };
    return { problem: `it is not in ${label}; save it as UTF-8` };
  }
}

/** The encoding by its byte order mark, else by what the file says in its first line. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]?.toLowerCase();
  // A file that could be read so far is not in UTF-16, whatever it says.
  return declared && !declared.startsWith('utf-16') ? declared : 'utf-8';
}
