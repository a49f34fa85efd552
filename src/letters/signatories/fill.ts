/** Puts the counts of those who have signed where a text asks for them: `{{signatories.organisations}}`. */
import type { Edition, Inline } from '../../content/edition.ts';
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Language } from '../../language/language.ts';
import { formatNumber } from '../../language/numerals.ts';
import type { SignatoryVariables } from '../../template/apply.ts';
import { mergeFrontMatter } from '../merge/front-matter.ts';
import { type Filler, mergeEditionTexts } from '../merge/merge-tree.ts';

/** What is counted, as a number. */
const COUNTS = ['all', 'organisations', 'people', 'countries', 'withheld'] as const;
/** The same in words, with the plural of the language: “212 organisations and 28 people”. */
const IN_WORDS = 'signed';
const NAMES: readonly string[] = [...COUNTS, IN_WORDS].map((name) => `signatories.${name}`);

export interface CountSource {
  /** Undefined when there is no list beside the text. */
  readonly signatories: SignatoryVariables | undefined;
  readonly language: Language;
  /** Organisations and people in words. */
  readonly inWords: (signatories: SignatoryVariables) => string;
}

/** The edition with its counts; the same object where it asks for none. */
export function fillCounts(edition: Edition, source: CountSource, report: Report): Edition {
  if (!/\{\{\s*signatories\./.test(edition.source)) return edition;
  const { inline, body, footnotes } = mergeEditionTexts(edition, new CountFiller(source, report));
  const { discreet: _, ...filled } = mergeFrontMatter({ ...edition, body, footnotes }, inline);
  // Counts are for everybody to see: the title of the file has them too.
  return edition.discreet ? { ...filled, discreet: edition.discreet } : filled;
}

class CountFiller implements Filler {
  readonly #source: CountSource;
  readonly #report: Report;

  constructor(source: CountSource, report: Report) {
    this.#source = source;
    this.#report = report;
  }

  fill(name: string, span: SourceSpan): readonly Inline[] {
    if (!name.startsWith('signatories.')) return [{ type: 'merge-field', name, span }];
    const text = this.#textOf(name, span);
    if (text === undefined) return [];
    const children: readonly Inline[] = [{ type: 'text', text, span }];
    return [{ type: 'span', attributes: {}, isolated: true, children, span }];
  }

  /** Conditions of a letter to nobody: everything is printed. */
  holds(): boolean {
    return true;
  }

  #textOf(name: string, span: SourceSpan): string | undefined {
    const { signatories, language, inWords } = this.#source;
    if (!NAMES.includes(name)) {
      const guess = nearest(name, NAMES);
      const hint = guess === undefined ? `there is ${NAMES.join(', ')}` : `did you mean “${guess}”?`;
      this.#report.error('merge-unknown', span, `there is no field “${name}”`, { hint });
      return undefined;
    }
    if (!signatories) {
      this.#report.error('signatories-missing', span, `there is no list of signatories for “${name}”`, {
        hint: 'write signatories.csv, signatories.xlsx or signatories.yaml beside the text; docs/letters.md says how',
      });
      return undefined;
    }
    const count = COUNTS.find((one) => name === `signatories.${one}`);
    return count === undefined ? inWords(signatories) : formatNumber(signatories[count], language);
  }
}
