/**
 * Bare email addresses become links, as on GitHub, once emphasis has been found: `a_b@c.org` has none, and `_a@b.org_` has.
 * With `mailto:` before them they are shown as they stand; `xmpp:` is a link too, which the tree builder refuses.
 */
import type { MarkdownIt, Token } from 'markdown-it';

const EMAIL =
  /(?<![A-Za-z0-9._+-])(mailto:|xmpp:)?[A-Za-z0-9._+-]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+(?<![_-])(?!\.?[A-Za-z0-9_-])/g;
const XMPP_RESOURCE = /\/[A-Za-z0-9@.]*[A-Za-z0-9]/y;

export function installEmailLinks(md: MarkdownIt): void {
  md.inline.ruler2.push('email', ({ src, tokens, md: { normalizeLink }, Token: TokenClass }) => {
    if (!src.includes('@')) return;
    const make = (type: string, tag: string, nesting: -1 | 0 | 1, start: number, end: number): Token =>
      Object.assign(new TokenClass(type, tag, nesting), { map: [start, end] });
    let links = 0;
    const found = textRuns(tokens).flatMap((run) => {
      const [{ type, nesting }] = run;
      if (type === 'link_open' || type === 'link_close') links += nesting;
      return links === 0 && isVerbatim(run[0]) ? linked(run) : run;
    });
    tokens.splice(0, tokens.length, ...found);

    /** The tokens of a text, its addresses between those of links. */
    function linked(run: readonly Token[]): readonly Token[] {
      const text = run.map(({ content }) => content).join('');
      const from = run[0]!.map![0];
      const pieces: Token[] = [];
      let done = 0;
      const take = (end: number) => {
        if (end > done) pieces.push(textToken(done, end));
        done = end;
      };
      const textToken = (start: number, end: number) =>
        Object.assign(make('text', '', 0, from + start, from + end), { content: text.slice(start, end) });
      for (const { 0: written, 1: scheme, index } of text.matchAll(EMAIL)) {
        // A resource of xmpp may look like an address.
        if (index < done) continue;
        take(index);
        XMPP_RESOURCE.lastIndex = index + written.length;
        const resource = scheme === 'xmpp:' ? (XMPP_RESOURCE.exec(text)?.[0] ?? '') : '';
        const end = index + written.length + resource.length;
        const link = { markup: 'linkify', info: 'auto' };
        const href = normalizeLink((scheme ? '' : 'mailto:') + written + resource);
        const open = make('link_open', 'a', 1, from + index, from + index);
        pieces.push(Object.assign(open, link, { attrs: [['href', href]] }));
        take(end);
        pieces.push(Object.assign(make('link_close', 'a', -1, from + end, from + end), link));
      }
      if (done === 0) return run;
      take(text.length);
      return pieces;
    }
  });
}

/** Tokens one by one, but those of text together that stand behind one another in the source. */
function textRuns(tokens: readonly Token[]): [Token, ...Token[]][] {
  const runs: [Token, ...Token[]][] = [];
  for (const token of tokens) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && isVerbatim(last) && isVerbatim(token) && last.map![1] === token.map![0])
      run.push(token);
    else runs.push([token]);
  }
  return runs;
}

/** Text that stands in the source character by character. */
function isVerbatim({ type, map, content }: Token): boolean {
  return type === 'text' && map !== null && map[1] - map[0] === content.length;
}
