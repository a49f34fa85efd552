/** Which addresses a document may link to. */

/** What an address may start with. A PDF travels: relative addresses have nothing to be relative to. */
export const URL_SCHEMES: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:'];

/** True for a whole http, https, mailto or tel address. */
export function isSafeUrl(url: string): boolean {
  // The parser of Node would forgive spaces and line breaks inside; readers of PDF do not.
  if (/[\s\0-\x1f]/.test(url)) return false;
  try {
    return URL_SCHEMES.includes(new URL(url).protocol);
  } catch {
    return false;
  }
}
