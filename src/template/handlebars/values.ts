/**
 * The values that templates handle besides plain data: Markdown text, Markdown blocks, and finished markup.
 * Each keeps what it holds in private fields, so that no template path can reach into it.
 */
import type { Inline } from '../../content/edition.ts';
import { plainText } from '../../content/plain-text.ts';
import type { Language } from '../../language/language.ts';
import { phraseMark, writtenMark } from './output-positions.ts';

/** A text written in Markdown. `{{title}}` prints it plain; `{{inline title}}` keeps its links and emphasis. */
export class TextValue {
  readonly #plain: string;
  readonly #inline: readonly Inline[];

  constructor(inline: readonly Inline[]) {
    this.#inline = inline;
    this.#plain = cleanText(plainText(inline)).trim();
  }

  get inline(): readonly Inline[] {
    return this.#inline;
  }

  toString(): string {
    return this.#plain;
  }

  /** The plain words, with a mark that says where they stand in the content file. */
  written(): string | Markup {
    const place = this.#inline[0]?.span;
    if (place?.line === undefined) return this.#plain;
    // An attribute may be in single quotes.
    return new Markup(writtenMark(place) + escapeMarkup(this.#plain).replaceAll("'", '&#39;'));
  }
}

/** What `{{{body}}}` and `{{{footnotes}}}` print: a mark where composition puts the blocks of the edition. */
export class BlocksValue {
  readonly #of: 'body' | 'footnotes';

  constructor(of: 'body' | 'footnotes') {
    this.#of = of;
  }

  get of(): 'body' | 'footnotes' {
    return this.#of;
  }
}

/**
 * A picture: `{{photo}}` prints its path, for `<image src="{{photo}}" alt="{{photo.alt}}"/>`; `photo.src`, `photo.alt`,
 * `photo.caption` and `photo.decorative` are its fields.
 */
export class PictureVariable {
  declare readonly src: string;

  constructor(fields: Readonly<Record<string, unknown>>) {
    Object.assign(this, fields);
  }
}

/** Markup that a helper made; Handlebars prints what `toHTML` returns without escaping it again. */
export class Markup {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toHTML(): string {
    return this.#markup;
  }
}

/** The control characters that XML 1.0 does not allow; two of them mark places in rendered markup. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Takes out the control characters that XML 1.0 does not allow. */
export function cleanText(text: string): string {
  return text.replace(CONTROL, '');
}

/** Where the first control character stands that XML 1.0 does not allow, or -1. */
export function findControl(text: string): number {
  return text.search(CONTROL);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for layout markup, inside an element or a double-quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}

/** Text as a phrase in another language than what is around it; in an attribute its words alone are printed. */
export function inLanguage(text: string | Markup, tag: string): Markup {
  const markup = text instanceof Markup ? text.toHTML() : escapeMarkup(text);
  return new Markup(`${phraseMark(tag)}${markup}${phraseMark()}`);
}

/** A value that reads differently in each language: a date, the name of a language. */
export class LocalizedValue {
  readonly #in: (language: Language) => string | Markup;

  constructor(inLanguage: (language: Language) => string | Markup) {
    this.#in = inLanguage;
  }

  in(language: Language): string | Markup {
    return this.#in(language);
  }
}
