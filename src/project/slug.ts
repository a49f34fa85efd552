/**
 * Slugs: the names of content folders, which become parts of file names on every operating system.
 */

/** In UTF-8 bytes: leaves room for language, kind and ending in the 255 bytes a file name may have. */
const MAX_BYTES = 120;
const WINDOWS_DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** What is wrong with a slug, in words that follow its name; undefined when it will do. */
export function slugProblem(slug: string): string | undefined {
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u.test(slug))
    return 'may hold letters, digits and hyphens only, and starts with a letter or digit';
  if (WINDOWS_DEVICES.test(slug)) return 'is the name of a device on Windows';
  if (Buffer.byteLength(slug, 'utf8') > MAX_BYTES) return `is longer than ${MAX_BYTES} bytes`;
  return undefined;
}

/** Slugs with the same key would fight over one file where file names ignore case or Unicode form. */
export function slugKey(slug: string): string {
  // Up, then down: Unicode's full case folding for the letters where lower case alone falls short (ß, final sigma).
  return slug.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** A slug close to `name` that would be allowed, for hints; undefined when nothing of it can be kept. */
export function suggestSlug(name: string): string | undefined {
  const slug = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
  return slug && slugProblem(slug) === undefined ? slug : undefined;
}
