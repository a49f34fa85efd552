/**
 * Bare addresses become links only when they start with http:// or https://; words such as `apnor.org` and
 * email addresses stay text. Replaces markdown-it's rule of the same name, which knows nothing of the marks
 * that end a sentence in Arabic, Urdu or Hindi and would take them into the address.
 */
import type { MarkdownIt } from 'markdown-it';

const SCHEMES = ['http', 'https'];

/** Punctuation outside ASCII (، ؛ ؟ ۔ » ” । …) and `*`, which closes emphasis, end an address. */
const TRAILING = /(?:(?![\0-\x7f])[\p{P}\p{Cf}]|\*)+$/u;

export function installAutolinks(md: MarkdownIt): void {
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  md.inline.ruler.at('linkify', (state, silent) => {
    const { src, pos, pending } = state;
    if (state.linkLevel > 0 || !src.startsWith('://', pos)) return false;
    const scheme = /(?<![a-z0-9.+-])https?$/i.exec(pending.slice(-6))?.[0];
    if (scheme === undefined || !SCHEMES.includes(scheme.toLowerCase())) return false;
    // Nothing of the scheme may have been escaped or come from an entity.
    const start = pos - scheme.length;
    if (src.slice(start, pos) !== scheme) return false;
    const length = md.linkify.testSchemaAt(src.slice(0, state.posMax), `${scheme.toLowerCase()}:`, pos + 1);
    const address = src.slice(start, pos + 1 + length).replace(TRAILING, '');
    if (length === 0 || address.length <= scheme.length + 3) return false;
    const end = start + address.length;
    if (!silent) {
      state.pending = pending.slice(0, -scheme.length);
      const open = state.push('link_open', 'a', 1);
      open.attrs = [['href', md.normalizeLink(address)]];
      const text = state.push('text', '', 0);
      text.content = address;
      const close = state.push('link_close', 'a', -1);
      for (const token of [open, close]) {
        token.markup = 'linkify';
        token.info = 'auto';
      }
      open.map = [start, start];
      text.map = [start, end];
    }
    state.pos = end;
    return true;
  });
}
