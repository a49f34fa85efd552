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

/** The address as readers of PDF take it: a telephone number loses the spaces people write it with. */
export function tidyUrl(url: string): string {
  return /^tel:/i.test(url) ? url.replaceAll(/\s+|%20|%C2%A0/gi, '') : url;
}

/** Endings of files, which are no ends of domains. */
const FILE = /\.(?:pdf|docx?|odt|md|html?|txt|png|jpe?g|svg|gif|xlsx?|csv|pptx?|zip|mp[34])$/i;

/** The whole address that was probably meant by something that is none: `apnor.org`, `office@apnor.org`, `+93 20 123`. */
export function wholeUrl(text: string): string | undefined {
  const meant = text.trim();
  if (/^[^\s@/:]+@[^\s@/:]+$/.test(meant)) return `mailto:${meant}`;
  if (/^\+?[\d\s().-]{6,}$/.test(meant)) return `tel:${meant.replaceAll(/[^+\d]/g, '')}`;
  if (FILE.test(meant)) return undefined;
  if (/^\/?\/?(?:[\p{L}\d-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u.test(meant))
    return `https://${meant.replace(/^\/+/, '')}`;
  return undefined;
}
