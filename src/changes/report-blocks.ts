/** The blocks of changes.pdf: languages, what has happened to their pages, and the words that came and went. */
import type { Attributes, Block, Direction, Inline, TableCell } from '../content/edition.ts';
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import { findLanguage } from '../language/language.ts';
import type { WordChange } from '../translation/record/words.ts';
import {
  changeTitle,
  languageWords,
  PAGE_STATES,
  placeWords,
  printCount,
  printWords,
  UNCHANGED_HEADING,
} from './change-words.ts';
import type { LinkChange } from './compare.ts';
import { type GatheredChange, gatherChanges, pageList, pagesIn } from './gather.ts';
import type { LanguageChanges, PrintComparison } from './publication.ts';

/** Makes blocks; all of them are at one place, which is in no file. */
export class ReportBlocks {
  readonly span: SourceSpan;

  constructor(span: SourceSpan) {
    this.span = span;
  }

  text(text: string): Inline {
    return { type: 'text', text, span: this.span };
  }

  inLanguage(lang: string, children: readonly Inline[]): readonly Inline[] {
    return findLanguage(lang) ? [this.#phrase({ lang }, children)] : children;
  }

  legend(): Block {
    return this.#paragraph([
      this.#mark({ type: 'added', text: 'Underlined words' }, 'en'),
      this.text(' are new, '),
      this.#mark({ type: 'removed', text: 'struck words' }, 'en'),
      this.text(' are gone.'),
    ]);
  }

  /** What to read again, by language, document and page. */
  overview(languages: readonly LanguageChanges[]): Block {
    const cell = (...children: readonly Inline[]): TableCell => ({ children, span: this.span });
    const words = (text: string): TableCell => cell(this.text(text));
    const rows = languages.flatMap(({ lang, prints }) =>
      prints.map((print): readonly TableCell[] => [
        cell(...this.#languageName(lang)),
        words(print.kind),
        words(printCount(print)),
        ...this.#pageCells(print).map(words),
      ]),
    );
    const header = ['Language', 'Document', 'Changes', ...PAGE_STATES.map(([, heading]) => heading)].map(
      words,
    );
    const align = header.map(() => undefined);
    return { type: 'table', align, header, rows, attributes: {}, span: this.span };
  }

  language(changes: LanguageChanges): readonly Block[] {
    const { lang, prints } = changes;
    const heading = [...this.#languageName(lang), this.text(`: ${languageWords(changes)}`)];
    const told = prints.map((print) => [
      ...(print.kind === '' ? [] : [this.#strong(`${print.kind}: `)]),
      this.text(printWords(print)),
    ]);
    return [
      this.#heading(2, heading),
      this.#list(told),
      ...gatherChanges(prints).flatMap((change) => this.#change(change)),
    ];
  }

  /** Languages of which nothing is to be read. */
  unchanged(languages: readonly LanguageChanges[]): readonly Block[] {
    if (languages.length === 0) return [];
    return [
      this.#heading(2, [this.text(UNCHANGED_HEADING)]),
      this.#list(languages.map(({ lang }) => this.#languageName(lang))),
    ];
  }

  #change(change: GatheredChange): readonly Block[] {
    const { words, links, lang } = change;
    const shown = words.filter(({ text }) => text !== '');
    // What is struck through can hardly be read: of a block that is gone whole, its heading says so.
    const isWhole = change.change === 'removed';
    const text = shown.map((word) =>
      word.type === 'same' ? this.text(word.text) : this.#mark(word, lang, isWhole),
    );
    const attributes = { style: 'change-text', ...(findLanguage(lang) && { lang }) };
    return [
      this.#heading(3, [this.text(changeTitle(change))]),
      this.#paragraph([this.text(placeWords(change))], { style: 'change-place' }),
      ...links.map((link) => this.#paragraph(this.#link(link), { style: 'change-place' })),
      ...(text.length === 0 ? [] : [this.#paragraph(text, attributes)]),
    ];
  }

  #link({ before, after }: LinkChange): readonly Inline[] {
    const gone = before === undefined ? [] : [this.#mark({ type: 'removed', text: before }, 'en')];
    const now = after === undefined ? [] : [this.#mark({ type: 'added', text: after }, 'en')];
    return [this.text('Link: '), ...gone, ...(before && after ? [this.text(' ')] : []), ...now];
  }

  /** Words that came or went, in a direction of their own, so that the signs around them stay around them. */
  #mark({ type, text }: WordChange, lang: string, isWhole = false): Inline {
    const [, before = '', inner = text, after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
    const [open, close] = type === 'added' ? ['{+', '+}'] : ['[-', '-]'];
    const dir = findLanguage(lang)?.dir ?? 'ltr';
    // One run with its signs: readers of PDF turn it round as a whole.
    const signed = this.text(open + apart(inner === '' ? '·' : inner, dir) + close);
    const isStruck = type === 'removed' && !isWhole;
    const marked: Inline = isStruck ? { type: 'deleted', children: [signed], span: this.span } : signed;
    const phrase = this.#phrase({ dir, style: `change-${type}` }, [marked]);
    return this.#phrase({}, [this.text(before), phrase, this.text(after)]);
  }

  #pageCells(print: PrintComparison): readonly string[] {
    if (print.state !== 'compared') {
      const [first, ...others] = PAGE_STATES;
      return [first ? printWords(print) : '', ...others.map(() => '–')];
    }
    return PAGE_STATES.map(([state]) => pageList(pagesIn(print, state)) || '–');
  }

  /** The name in English and in itself. */
  #languageName(lang: string): readonly Inline[] {
    const { name = lang, endonym = '' } = findLanguage(lang) ?? {};
    if (endonym === '' || endonym === name) return [this.text(name)];
    return [this.text(`${name} `), ...this.inLanguage(lang, [this.text(endonym)])];
  }

  #heading(level: 2 | 3, children: readonly Inline[]): Block {
    return { type: 'heading', level, children, attributes: {}, span: this.span };
  }

  #list(items: readonly (readonly Inline[])[]): Block {
    const blocks = items.map((children) => ({ children: [this.#paragraph(children)], span: this.span }));
    return {
      ...{ type: 'list', ordered: false, start: 1, tight: true },
      items: blocks,
      ...{ attributes: {}, span: this.span },
    };
  }

  #paragraph(children: readonly Inline[], attributes: Attributes = {}): Block {
    return { type: 'paragraph', children, attributes, span: this.span };
  }

  #strong(text: string): Inline {
    return { type: 'strong', children: [this.text(text)], span: this.span };
  }

  #phrase(attributes: Attributes, children: readonly Inline[]): Inline {
    return { type: 'span', attributes, children, span: this.span };
  }
}

/** Words whose signs stay beside them: in text from right to left, a plus would go to the end of an address as one of its letters. */
function apart(words: string, dir: Direction): string {
  if (dir === 'ltr') return words;
  return words.replace(/^(?=[!-~\p{Script=Latin}])|(?<=[!-~\p{Script=Latin}])$/gu, RLM);
}

/** RIGHT-TO-LEFT MARK. */
const RLM = '\u200f';
