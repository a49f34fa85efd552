/** What the builders of the content tree share while one file is read. */

import type { Token } from 'markdown-it';
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { PositionMap } from '../../files/position-map.ts';
import type { SourceReader } from '../../files/project-files.ts';
import type { Inline } from '../edition.ts';
import type { ParseEnv } from '../markdown/notes.ts';

/** A picture of the front matter's `images`. */
export interface NamedImage {
  readonly src: string;
  readonly alt: string;
  readonly caption: readonly Inline[];
  readonly decorative: boolean;
}

export interface TreeContext {
  /** Path of the content file, relative to the project folder. */
  readonly file: string;
  /** Where pictures are looked for; without it, they are not. */
  readonly files?: SourceReader;
  readonly report: Report;
  readonly images: ReadonlyMap<string, NamedImage>;
  readonly anchors: Anchors;
  /** The text is a letter's, in which `{{to.office}}` stands for a value of each recipient. */
  readonly mergeFields?: boolean;
  /** Absent where footnotes cannot be called: in front matter. */
  readonly footnotes?: FootnoteCalls;
}

/** Ids that the file gives and links to ids, checked against each other when all of it has been read. */
export class Anchors {
  readonly #ids = new Map<string, SourceSpan>();
  readonly #links: { readonly id: string; readonly span: SourceSpan }[] = [];

  define(id: string, span: SourceSpan, report: Report): void {
    const first = this.#ids.get(id);
    if (first) {
      report.error('attribute-invalid', span, `the id “${id}” is taken (line ${first.line})`, {
        hint: 'give it another name',
      });
    } else this.#ids.set(id, span);
  }

  link(id: string, span: SourceSpan): void {
    this.#links.push({ id, span });
  }

  check(report: Report): void {
    for (const { id, span } of this.#links) {
      if (this.#ids.has(id)) continue;
      report.error('link-unknown', span, `nothing in this file has the id “${id}”`, {
        hint: `write {#${id}} after the heading it should lead to`,
      });
    }
  }
}

/** A footnote that has been called and waits to be built. */
export interface CalledFootnote {
  readonly label: string;
  /** Set for `^[inline]` footnotes, which are written where they are called. */
  readonly inline?: {
    readonly tokens: readonly Token[];
    readonly content: string;
    readonly map: PositionMap;
  };
}

/** Numbers footnotes in the order of their first call, in reading order. */
export class FootnoteCalls {
  /** Those that the text defines. */
  readonly defined: ParseEnv['footnotes'];
  readonly called: CalledFootnote[] = [];
  readonly #indexes = new Map<string, number>();

  constructor(defined?: ParseEnv['footnotes']) {
    this.defined = defined;
  }

  call(label: string): number {
    const before = this.#indexes.get(label);
    if (before !== undefined) return before;
    const index = this.called.push({ label }) - 1;
    this.#indexes.set(label, index);
    return index;
  }

  callInline(inline: NonNullable<CalledFootnote['inline']>): number {
    return this.called.push({ label: '', inline }) - 1;
  }

  has(label: string): boolean {
    return this.#indexes.has(label);
  }
}
