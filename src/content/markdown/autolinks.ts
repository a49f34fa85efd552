/**
 * Bare addresses become links only when they start with http:// or https://; words such as `apnor.org` and
 * email addresses stay text. Replaces markdown-it's rule of the same name, which knows nothing of the marks
 * that end a sentence in Arabic, Urdu or Hindi and would take them into the address.
 */
import type { MarkdownIt } from 'markdown-it';

const SCHEME = /(?<![a-z0-9.+-])https?$/i;

export function installAutolinks(md: MarkdownIt): void {
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  md.inline.ruler.at('linkify', (state, silent) => {
    const { src, pos, pending } = state;
    if (state.linkLevel > 0 || !src.startsWith('://', pos)) return false;
    const scheme = SCHEME.exec(src.slice(Math.max(0, pos - 6), pos))?.[0];
    // Nothing of the scheme may have been escaped, come from an entity or belong to the construct before.
    if (scheme === undefined || pending.length < scheme.length) return false;
    const start = pos - scheme.length;
    const length = md.linkify.testSchemaAt(src.slice(0, state.posMax), `${scheme.toLowerCase()}:`, pos + 1);
    // Punctuation outside ASCII (، ؛ ؟ ۔ » ” । …) and `*`, which closes emphasis, end an address.
    const trailing = /(?:(?![\0-\x7f])[\p{P}\p{Cf}]|\*)+$/u;
    const address = src.slice(start, pos + 1 + length).replace(trailing, '');
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
