/** Telephone numbers as addresses of links, with the spaces people write them with: `[call](tel:+93 20 123 4567)`. */
import type { MarkdownIt } from 'markdown-it';

const TELEPHONE = /tel:(?:[+\d .\-\u00A0]|\(\d+\)){3,}(?=\)|\s+["'])/iy;

export function installTelephoneLinks(md: MarkdownIt): void {
  const stock = md.helpers.parseLinkDestination;
  md.helpers.parseLinkDestination = (text, start, max) => {
    TELEPHONE.lastIndex = start;
    const [written] = TELEPHONE.exec(text) ?? [];
    if (written === undefined || start + written.length > max) return stock(text, start, max);
    const length = written.trimEnd().length;
    return { ok: true, pos: start + length, str: written.replaceAll(/[\s\u00A0]/g, '') };
  };
}
