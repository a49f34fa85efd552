/**
 * The Markdown parser: markdown-it with CommonMark whole, GitHub's tables, strikethrough and bare addresses, footnotes
 * and definition lists, and the rules of ours in this folder. Raw HTML and unsafe links are let through here, so that the
 * tree builder can say where they stand and what to write instead.
 */
import Markdown, { type MarkdownIt } from 'markdown-it';
import definitionLists from 'markdown-it-deflist';
import footnotes from 'markdown-it-footnote';
import { installAttributes } from './attributes.ts';
import { installAutolinks } from './autolinks.ts';
import { installEmailLinks } from './email-links.ts';
import { installFootnoteCalls } from './footnote-calls.ts';
import { installListDigits } from './list-digits.ts';
import { installMergeFields } from './merge-fields.ts';
import { MAX_NESTING } from './notes.ts';
import { installPositions } from './positions.ts';
import { installStrikethrough } from './strikethrough.ts';
import { installTelephoneLinks } from './telephone-links.ts';

let instance: MarkdownIt | undefined;

/** The parser, made when first needed: it has no state between parses. */
export function markdownParser(): MarkdownIt {
  instance ??= create();
  return instance;
}

function create(): MarkdownIt {
  const md = new Markdown({
    html: true,
    typographer: false,
    breaks: false,
    maxNesting: MAX_NESTING,
  });
  md.validateLink = () => true;
  md.use(definitionLists).use(footnotes);
  // Text stays in pieces that map one to one onto the source; the tree builder joins what may be joined.
  md.inline.ruler2.disable('fragments_join');
  md.core.ruler.disable(['text_join', 'linkify', 'replacements', 'smartquotes', 'footnote_tail']);
  installStrikethrough(md);
  installAutolinks(md);
  installEmailLinks(md);
  installFootnoteCalls(md);
  installAttributes(md);
  installMergeFields(md);
  installListDigits(md);
  installTelephoneLinks(md);
  installPositions(md);
  return md;
}
