/** What to write instead of raw HTML: every tag that authors try has its way in Markdown. */
import type { PositionMap } from '../../files/position-map.ts';
import type { TreeContext } from './context.ts';

const INSTEAD: Readonly<Record<string, string>> = {
  b: 'write **bold**',
  strong: 'write **bold**',
  i: 'write *emphasis*',
  em: 'write *emphasis*',
  u: 'write *emphasis*; underlining looks like a link',
  s: 'write ~~deleted~~',
  del: 'write ~~deleted~~',
  strike: 'write ~~deleted~~',
  code: 'write `code`',
  kbd: 'write `code`',
  pre: 'put the text between two lines of ```',
  br: 'end the line with a backslash or two spaces',
  p: 'leave an empty line between paragraphs',
  a: 'write [text](https://…); to name a place, write {#id} after a heading',
  img: 'write ![what it shows](file.png)',
  figure: 'put ![what it shows](file.png "caption") in a paragraph of its own',
  span: 'write [text]{dir=ltr lang=en}',
  bdi: 'write [text]{dir=ltr}',
  bdo: 'write [text]{dir=ltr}',
  div: 'write {.style dir=rtl} at the end of the paragraph',
  center: 'write {.style} at the end of the paragraph, and centre it in styles.yaml',
  font: 'write [text]{.style}, and set the style in styles.yaml',
  small: 'write [text]{.style}, and set the style in styles.yaml',
  mark: 'write [text]{.style}, and set the style in styles.yaml',
  sup: 'write [^1] for a footnote, or use the characters ¹ ² ³',
  sub: 'use the characters ₁ ₂ ₃',
  ul: 'start each item with “- ”',
  ol: 'start each item with “1. ”',
  li: 'start each item with “- ” or “1. ”',
  dl: 'write the term on one line and “: definition” on the next',
  table: 'write | a | b | with a line | --- | --- | under the header',
  tr: 'write | a | b |',
  td: 'write | a | b |',
  th: 'write | a | b |',
  blockquote: 'start each line with “> ”',
  hr: 'write --- on a line of its own',
  h1: 'the title is in the front matter; headings start with “## ”',
  h2: 'write “## Heading”',
  h3: 'write “### Heading”',
  h4: 'write “#### Heading”',
  h5: 'write “##### Heading”',
  h6: 'write “###### Heading”',
  style: 'styles are set in templates/styles.yaml',
  script: 'a PDF runs no scripts; leave it out',
  iframe: 'link to it: [text](https://…)',
};

const TAG = /<!--(?:>|->|[\s\S]*?(?:-->|$))|<(\/?)([A-Za-z][A-Za-z0-9-]*)[^<>]*>?|<[!?][^>]*>?/g;

/**
 * Reports the raw HTML in `html` (`raw-html`). Comments are dropped without a word. Closing tags are only
 * reported where nothing was opened.
 *
 * @param start offset of `html` in `map`
 * @param open names of tags already reported in this block
 */
export function reportHtml(
  html: string,
  map: PositionMap,
  start: number,
  open: Set<string>,
  context: TreeContext,
): void {
  for (const match of html.matchAll(TAG)) {
    const [written, closing, tag] = match;
    if (written.startsWith('<!--')) continue;
    const name = tag?.toLowerCase() ?? '';
    if (closing && open.has(name)) continue;
    open.add(name);
    const end = start + match.index + (written.split('\n')[0]?.length ?? 1);
    const shown = tag === undefined ? written.slice(0, 20) : `<${closing}${name}>`;
    context.report.error('raw-html', map.span(start + match.index, end), `raw HTML: ${shown}`, {
      hint: INSTEAD[name] ?? 'write it in Markdown; for a literal “<” write \\<',
    });
  }
}

const COMMENT = /<!--(?:>|->|[\s\S]*?(?:-->|$))/g;

/** Reports an HTML block; only one that is all comments is dropped without a word. */
export function reportHtmlBlock(html: string, map: PositionMap, context: TreeContext): void {
  const open = new Set<string>();
  reportHtml(html, map, 0, open, context);
  const rest = html.replace(COMMENT, '').trim();
  if (open.size > 0 || rest === '') return;
  const at = html.indexOf(rest.split('\n')[0]!);
  context.report.error('raw-html', map.span(at, at + 1), 'text stands on the line of a comment', {
    hint: 'CommonMark takes the whole line for HTML: put the comment on a line of its own',
  });
}
