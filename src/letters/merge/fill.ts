/** Fills fields and answers conditions for one recipient, and says what cannot be filled, with the person and the line. */
import type { Condition, Inline } from '../../content/edition.ts';
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { findLanguage, type Language } from '../../language/language.ts';
import { isWrittenIn } from '../../language/script.ts';
import type { SalutationPart } from '../salutations/salutation.ts';
import { type Addressee, type FieldContent, fieldContent, fieldNames, type Line } from './fields.ts';
import type { Filler } from './merge-tree.ts';

export class FieldFiller implements Filler {
  readonly #language: Language;
  readonly #to: Addressee;
  readonly #report: Report;
  readonly #contents = new Map<string, FieldContent>();

  /** @param lang of the letter */
  constructor(lang: string, to: Addressee, report: Report) {
    this.#language = findLanguage(lang)!;
    this.#to = to;
    this.#report = report;
  }

  /** What stands in the place of a field; nothing after a report. */
  fill(name: string, span: SourceSpan): readonly Inline[] {
    // The same for all: filled when the letter is laid out.
    if (name.startsWith('signatories.')) return [{ type: 'merge-field', name, span }];
    const content = this.#content(name);
    switch (content.state) {
      case 'filled':
        return this.#inlines(content.lines, span);
      case 'empty':
        if (content.told !== true) this.#reportEmpty(name, span);
        return [];
      case 'flag':
        this.#report.error('merge-syntax', span, `“${name}” is true or false, and cannot be printed`, {
          hint: `ask for it: {{#if ${name}}} … {{/if}}`,
        });
        return [];
      default:
        this.#reportUnknown(name, content.state, span);
        return [];
    }
  }

  /** Whether what is behind a condition is for this recipient. */
  holds({ field, filled }: Condition, span: SourceSpan): boolean {
    const content = this.#content(field);
    // A column that this list does not have is empty for everybody; one that there is not is a slip of the pen.
    if (content.state === 'unknown') this.#reportUnknown(field, 'unknown', span);
    const has = content.state === 'flag' ? content.set : content.state === 'filled';
    return has === filled;
  }

  #content(name: string): FieldContent {
    const known = this.#contents.get(name);
    if (known) return known;
    const content = fieldContent(name, this.#to, this.#language);
    this.#contents.set(name, content);
    return content;
  }

  #inlines(lines: readonly Line[], span: SourceSpan): readonly Inline[] {
    return lines.flatMap((line, index): Inline[] => {
      const parts = line.map((part) => this.#inline(part, span));
      return index === 0 ? parts : [{ type: 'break', span }, ...parts];
    });
  }

  /** A value is text, whatever signs it has, and is isolated by itself. */
  #inline(part: SalutationPart, span: SourceSpan): Inline {
    if ('text' in part) return { type: 'text', text: part.text, span };
    const children: readonly Inline[] = [{ type: 'text', text: part.value, span }];
    const lang = this.#languageOf(part.value);
    return { type: 'span', attributes: lang === undefined ? {} : { lang }, isolated: true, children, span };
  }

  /** The language that the list says a value is in, where its letters are of that language's script. */
  #languageOf(value: string): string | undefined {
    const written = this.#to.recipient.values.get('written');
    const language = typeof written === 'string' ? findLanguage(written) : undefined;
    if (!language || language.tag === this.#language.tag || !/\p{L}/u.test(value)) return undefined;
    return isWrittenIn(value, language) ? language.tag : undefined;
  }

  #reportEmpty(name: string, span: SourceSpan): void {
    const { id, source } = this.#to.recipient;
    this.#report.error('merge-empty', span, `“${name}” is empty for ${id} (${source.place} of the list)`, {
      hint: `fill it in, or put {{#if ${name}}} … {{/if}} around the sentence`,
    });
  }

  #reportUnknown(name: string, state: 'unknown' | 'no-column', span: SourceSpan): void {
    const names = fieldNames(this.#to.list);
    const guess = state === 'unknown' ? nearest(name, names) : undefined;
    const all = `the list has ${this.#to.list.columns.map((column) => `to.${column}`).join(', ')}`;
    const message =
      state === 'unknown' ? `there is no field “${name}”` : `the list has no column for “${name}”`;
    this.#report.error('merge-unknown', span, message, {
      hint: guess === undefined ? all : `did you mean “${guess}”?`,
    });
  }
}
