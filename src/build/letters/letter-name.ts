/** What the PDF of a letter is called: the pattern of bayan.yaml filled in, and nothing that a file system cannot hold. */
import type { Recipient } from '../../letters/recipients/recipient.ts';

/** Bytes of UTF-8, with room for the ending: what file systems take. */
const LONGEST = 200;
/** Signs that a name of a file may not have somewhere, and those nobody sees. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]+/gu;

/** Name of the file, with its ending. Nobody is named in it unless the pattern asks for it. */
export function letterName(pattern: string, slug: string, { id, language, values }: Recipient): string {
  const filled = pattern.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    if (name === 'id') return id;
    if (name === 'lang') return language;
    return name === 'slug' ? slug : String(values.get(name) ?? '');
  });
  return fileName(filled);
}

/** A text as the name of a PDF. */
export function fileName(text: string): string {
  const clean = text.normalize('NFC').replace(FORBIDDEN, '-').replace(/\s+/g, ' ').trim();
  return `${within(clean.replace(/^\.+/, ''), LONGEST)}.pdf`;
}

/** As much of a text as goes into so many bytes. */
function within(text: string, bytes: number): string {
  const letters = [...text];
  while (Buffer.byteLength(letters.join('')) > bytes) letters.pop();
  return letters.join('');
}
