/**
 * The text of a letter as HTML for mail: headings, lists, tables and notes that a screen reader can follow, language and direction
 * where they change, and nothing that a mail program would have to fetch.
 */
import type { Attributes, Block, Edition, Footnote, Inline, TableCell } from '../../content/edition.ts';
import { plainText } from '../../content/plain-text.ts';
import { isSafeUrl, tidyUrl } from '../../document/safe-url.ts';
import { escapeHtml, languageAttributes } from '../../language/html.ts';
import { findLanguage, type Language } from '../../language/language.ts';
import { formatNumber } from '../../language/numerals.ts';
import { firstDirection } from './direction.ts';

/** A whole document, in UTF-8. Many mail programs keep only what is in the body: so it says language and direction again. */
export function htmlBody(edition: Edition, opening: string, closing: readonly string[]): string {
  const { lang } = edition;
  const body = new HtmlBody(edition);
  const { dir } = findLanguage(lang)!;
  const side = dir === 'rtl' ? ' style="direction: rtl; text-align: right"' : '';
  return [
    '<!DOCTYPE html>',
    `<html${languageAttributes(lang)}>`,
    `<head><meta charset="utf-8"><title>${escapeHtml(edition.frontMatter.title)}</title></head>`,
    '<body>',
    `<div${languageAttributes(lang)}${side}>`,
    ...(opening === '' ? [] : [paragraph([opening])]),
    body.blocks(edition.body),
    ...(closing.length === 0 ? [] : [paragraph(closing)]),
    body.notes(edition.footnotes),
    '</div>',
    '</body>',
    '</html>',
    '',
  ]
    .filter((line, index, lines) => line !== '' || index === lines.length - 1)
    .join('\n');
}

/** Numbering systems of CLDR as CSS calls them (CSS Counter Styles 3, section 6.1). */
const LIST_DIGITS: Readonly<Record<string, string | undefined>> = {
  arab: 'arabic-indic',
  arabext: 'persian',
  beng: 'bengali',
  deva: 'devanagari',
  gujr: 'gujarati',
  guru: 'gurmukhi',
  khmr: 'khmer',
  knda: 'kannada',
  laoo: 'lao',
  mlym: 'malayalam',
  mymr: 'myanmar',
  orya: 'oriya',
  telu: 'telugu',
  thai: 'thai',
  tibt: 'tibetan',
};

/** Lines of text, each in the direction of its first letter. */
function paragraph(lines: readonly string[]): string {
  const shown = lines.map((line) => `<span${directionOf(line)}>${escapeHtml(line)}</span>`);
  return `<p>${shown.join('<br>')}</p>`;
}

function directionOf(text: string): string {
  const dir = firstDirection(text);
  return dir ? ` dir="${dir}"` : '';
}

class HtmlBody {
  readonly #language: Language;

  constructor({ lang }: Edition) {
    this.#language = findLanguage(lang)!;
  }

  blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join('\n');
  }

  notes(footnotes: readonly Footnote[]): string {
    if (footnotes.length === 0) return '';
    const items = footnotes.map(
      ({ children }, index) =>
        `<li id="note-${index + 1}">${this.#item(children)} <a href="#call-${index + 1}">↩</a></li>`,
    );
    return `<hr>\n<ol${this.#digits()}>\n${items.join('\n')}\n</ol>`;
  }

  #block(block: Block): string {
    switch (block.type) {
      case 'heading': {
        const tag = `h${block.level}`;
        return `<${tag}${attributesOf(block.attributes)}>${this.#inlines(block.children)}</${tag}>`;
      }
      case 'paragraph':
        return `<p${attributesOf(block.attributes)}>${this.#inlines(block.children)}</p>`;
      case 'list': {
        const tag = block.ordered ? 'ol' : 'ul';
        const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : '';
        const digits = block.ordered ? this.#digits() : '';
        const items = block.items.map(
          ({ children }) => `<li>${block.tight ? this.#item(children) : this.blocks(children)}</li>`,
        );
        return `<${tag}${start}${digits}${attributesOf(block.attributes)}>\n${items.join('\n')}\n</${tag}>`;
      }
      case 'definition-list': {
        const items = block.items.map(({ term, definitions }) => {
          const told = definitions.map((blocks) => `<dd>${this.#item(blocks)}</dd>`);
          return `<dt>${this.#inlines(term)}</dt>${told.join('')}`;
        });
        return `<dl${attributesOf(block.attributes)}>\n${items.join('\n')}\n</dl>`;
      }
      case 'quote':
        return `<blockquote${attributesOf(block.attributes)}>\n${this.blocks(block.children)}\n</blockquote>`;
      case 'code':
        return `<pre dir="ltr" style="text-align: left"><code>${escapeHtml(block.text)}</code></pre>`;
      case 'table':
        return this.#table(block);
      case 'figure':
        return block.rows
          .flat()
          .map(({ image }) => {
            const words = [image.alt && `[${escapeHtml(image.alt)}]`, this.#inlines(image.caption)];
            const shown = words.filter((part) => part !== '');
            return shown.length === 0 ? '' : `<p>${shown.join('<br>')}</p>`;
          })
          .join('\n');
      case 'rule':
        return '<hr>';
    }
  }

  /** Without a paragraph around its words, where one paragraph is all the words there are. */
  #item(blocks: readonly Block[]): string {
    if (blocks.filter(({ type }) => type === 'paragraph').length > 1) return this.blocks(blocks);
    return blocks
      .map((block) => (block.type === 'paragraph' ? this.#inlines(block.children) : this.#block(block)))
      .join('\n');
  }

  #table({ header, rows, attributes }: Extract<Block, { type: 'table' }>): string {
    const cells = (row: readonly TableCell[], tag: string) =>
      `<tr>${row.map(({ children }) => `<${tag}>${this.#inlines(children)}</${tag.slice(0, 2)}>`).join('')}</tr>`;
    const hasHeader = header.some(({ children }) => plainText(children).trim() !== '');
    const head = hasHeader ? `<thead>${cells(header, 'th scope="col"')}</thead>\n` : '';
    const body = rows.map((row) => cells(row, 'td')).join('\n');
    return `<table border="1" cellpadding="4"${attributesOf(attributes)}>\n${head}<tbody>\n${body}\n</tbody>\n</table>`;
  }

  /** Numbers of a list in the digits of the language; a program that does not know them takes 1, 2, 3. */
  #digits(): string {
    const style = LIST_DIGITS[this.#language.digits];
    return style === undefined ? '' : ` style="list-style-type: ${style}"`;
  }

  #inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(inline: Inline): string {
    switch (inline.type) {
      case 'text':
        return escapeHtml(inline.text);
      case 'code':
        return `<code dir="ltr">${escapeHtml(inline.text)}</code>`;
      case 'break':
        return '<br>';
      case 'emphasis':
        // Scripts that have no italics, or are hard to read in those that programs make of them.
        return this.#language.emphasis === 'italic'
          ? `<em>${this.#inlines(inline.children)}</em>`
          : `<em style="font-style: normal; font-weight: bold">${this.#inlines(inline.children)}</em>`;
      case 'strong':
        return `<strong>${this.#inlines(inline.children)}</strong>`;
      case 'deleted':
        return `<del>${this.#inlines(inline.children)}</del>`;
      case 'link': {
        const words = this.#inlines(inline.children);
        // What leads to another place of the page leads nowhere in a mail.
        if (!isSafeUrl(inline.url)) return words;
        // The signs of an address stay in order; a telephone number has its plus before it.
        const isForeign = this.#language.dir === 'rtl' && /^[\x00-\x7f]+$/.test(plainText(inline.children));
        const own = isForeign ? ' dir="ltr"' : '';
        return `<a${own} href="${escapeHtml(tidyUrl(inline.url))}">${words}</a>`;
      }
      case 'image':
        return inline.image.alt === '' ? '' : `[${escapeHtml(inline.image.alt)}]`;
      case 'footnote-reference': {
        const number = inline.index + 1;
        const shown = formatNumber(number, this.#language, { grouping: false });
        return `<sup><a id="call-${number}" href="#note-${number}">${shown}</a></sup>`;
      }
      case 'span': {
        const { attributes, children, isolated = false } = inline;
        const own = attributesOf(attributes) || (isolated ? directionOf(plainText(children)) : '');
        return own === '' ? this.#inlines(children) : `<span${own}>${this.#inlines(children)}</span>`;
      }
      case 'merge-field':
        return '';
    }
  }
}

/** Language and direction; one that an author set wins over that of the language. */
function attributesOf({ lang, dir }: Attributes): string {
  if (lang !== undefined && dir !== undefined) return ` lang="${escapeHtml(lang)}" dir="${dir}"`;
  if (lang !== undefined) return languageAttributes(lang);
  return dir === undefined ? '' : ` dir="${dir}"`;
}
