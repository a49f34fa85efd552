/** The text of a letter without any marks, for programs and people who read mail as plain text. */
import type { Block, Edition, FigurePicture, Inline, ListItem } from '../../content/edition.ts';
import { isSafeUrl } from '../../document/safe-url.ts';
import { type Direction, findLanguage, type Language } from '../../language/language.ts';
import { formatNumber } from '../../language/numerals.ts';
import { directedLine, isolated, leftToRight } from './direction.ts';
import type { PlainParagraph } from './flowed.ts';

/** Stands for a line break until the lines of a paragraph are taken apart. */
const BREAK = '\n';

export class TextBody {
  readonly #language: Language;
  readonly #edition: Edition;
  readonly #paragraphs: PlainParagraph[] = [];

  constructor(edition: Edition) {
    this.#edition = edition;
    this.#language = findLanguage(edition.lang)!;
  }

  /** Everything, from the opening to the notes. */
  paragraphs(opening: string, closing: readonly string[]): readonly PlainParagraph[] {
    if (opening !== '') this.#add(opening);
    this.#blocks(this.#edition.body, { quoted: 0, indent: '' });
    if (closing.length > 0) this.#add(closing.join(BREAK));
    for (const [index, { children }] of this.#edition.footnotes.entries())
      this.#item(children, `[${this.#number(index + 1)}] `, { quoted: 0, indent: '' });
    return this.#paragraphs;
  }

  #blocks(blocks: readonly Block[], place: Place): void {
    for (const [index, block] of blocks.entries()) this.#block(block, index === 0 ? place : later(place));
  }

  #block(block: Block, place: Place): void {
    switch (block.type) {
      case 'heading':
      case 'paragraph': {
        const dir = dirOf(block.attributes) ?? place.dir;
        this.#add(this.#inlines(block.children, dir), { ...place, dir });
        break;
      }
      case 'list':
        this.#list(block.items, block.ordered ? block.start : undefined, block.tight, place);
        break;
      case 'definition-list':
        for (const { term, definitions } of block.items) {
          this.#add(this.#inlines(term, place.dir), place);
          for (const definition of definitions)
            this.#blocks(definition, { ...place, indent: `${place.indent}  `, close: true });
        }
        break;
      case 'quote':
        this.#blocks(block.children, { ...later(place), quoted: place.quoted + 1 });
        break;
      case 'code':
        this.#paragraphs.push({
          lines: block.text.replace(/\n$/, '').split('\n'),
          ...{ quoted: place.quoted, verbatim: true },
        });
        break;
      case 'table':
        this.#table(block, place);
        break;
      case 'figure':
        this.#figure(block.rows.flat(), place);
        break;
      case 'rule':
        this.#add('* * *', place);
    }
  }

  /** What a picture shows, in words, and its caption. */
  #figure(pictures: readonly FigurePicture[], place: Place): void {
    for (const { image } of pictures) {
      const words = [image.alt && `[${image.alt}]`, this.#inlines(image.caption, place.dir)];
      const shown = words.filter((part) => part !== '');
      if (shown.length > 0) this.#add(shown.join(BREAK), place);
    }
  }

  #list(items: readonly ListItem[], start: number | undefined, tight: boolean, place: Place): void {
    for (const [index, { children }] of items.entries()) {
      const { suffix } = this.#language.listMarker;
      const marker = start === undefined ? '- ' : `${this.#number(start + index)}${suffix} `;
      this.#item(children, marker, { ...place, close: index > 0 ? tight : place.close });
    }
  }

  /** Blocks, the first of them behind a marker. */
  #item(blocks: readonly Block[], marker: string, place: Place): void {
    const before = this.#paragraphs.length;
    const [first] = blocks;
    const begins = first?.type === 'paragraph' ? this.#inlines(first.children, place.dir) : '';
    this.#add(marker + begins, place);
    const rest = first?.type === 'paragraph' ? blocks.slice(1) : blocks;
    const isTight = rest[0]?.type === 'list' || this.#paragraphs.length === before;
    this.#blocks(rest, { ...place, indent: `${place.indent}  `, close: isTight });
  }

  /** Row by row, each cell with the heading of its column: columns of spaces are no table to a screen reader. */
  #table({ header, rows }: Extract<Block, { type: 'table' }>, place: Place): void {
    const names = header.map(({ children }) => this.#inlines(children, place.dir));
    for (const [index, row] of rows.entries()) {
      const cells = row.map(({ children }, column) => {
        const words = this.#inlines(children, place.dir);
        return words === '' || !names[column] ? words : `${names[column]}: ${words}`;
      });
      const lines = cells.filter((cell) => cell !== '');
      if (lines.length > 0) this.#add(lines.join(BREAK), index === 0 ? place : later(place));
    }
    if (rows.length === 0) this.#add(names.filter((name) => name !== '').join(BREAK), place);
  }

  #inlines(inlines: readonly Inline[], dir: Direction = this.#language.dir): string {
    return inlines.map((inline) => this.#inline(inline, dir)).join('');
  }

  #inline(inline: Inline, dir: Direction): string {
    switch (inline.type) {
      case 'text':
        return inline.text.replace(/[ \t\r\n]+/g, ' ');
      case 'code':
        return isolated(inline.text, dir);
      case 'break':
        return BREAK;
      case 'deleted':
        return `~~${this.#inlines(inline.children, dir)}~~`;
      case 'emphasis':
      case 'strong':
        return this.#inlines(inline.children, dir);
      case 'link':
        return this.#link(inline.url, this.#inlines(inline.children, dir), dir);
      case 'image':
        return inline.image.alt === '' ? '' : `[${inline.image.alt}]`;
      case 'footnote-reference':
        return `[${this.#number(inline.index + 1)}]`;
      case 'span': {
        const words = this.#inlines(inline.children, dirOf(inline.attributes) ?? dir);
        const isOwn = inline.isolated === true || dirOf(inline.attributes) !== undefined;
        return isOwn ? isolated(words, dir) : words;
      }
      case 'merge-field':
        return '';
    }
  }

  #link(url: string, words: string, dir: Direction): string {
    if (!isSafeUrl(url)) return words;
    const shown = url.replace(/^(?:mailto|tel):/i, '');
    if ([url, shown, url.replace(/^https?:\/\//i, '').replace(/\/$/, '')].includes(words.trim()))
      return leftToRight(shown, dir);
    return `${words} ${leftToRight(`<${shown}>`, dir)}`;
  }

  #number(value: number): string {
    return formatNumber(value, this.#language, { grouping: false });
  }

  #add(text: string, { quoted, indent, close = false, dir = this.#language.dir }: Place = TOP): void {
    const lines = text
      .split(BREAK)
      .map((line) => line.replace(/^ +| +$/g, ''))
      .map((line) => indent + directedLine(line, dir));
    this.#paragraphs.push({ lines, quoted, close });
  }
}

interface Place {
  readonly quoted: number;
  readonly indent: string;
  /** Follows what is before it without an empty line. */
  readonly close?: boolean;
  /** Where it is not that of the letter. */
  readonly dir?: Direction | undefined;
}

const TOP: Place = { quoted: 0, indent: '' };

const later = (place: Place): Place => ({ ...place, close: false });

/** The direction that a span or block has by itself. */
function dirOf({ lang, dir }: { readonly lang?: string; readonly dir?: Direction }): Direction | undefined {
  return dir ?? (lang === undefined ? undefined : findLanguage(lang)?.dir);
}
