/**
 * changes.pdf: the same as ./changes-page.ts as an edition, which Bayan prints like any other. Added and removed words stand
 * between signs, as `bayan check` writes them, for who reads it without colours or hears it.
 */
import type { Attributes, Block, Edition, Inline, TableCell } from '../content/edition.ts';
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
} from './change-words.ts';
import type { LinkChange } from './compare.ts';
import { type GatheredChange, gatherChanges, pageList, pagesIn } from './gather.ts';
import type { LanguageChanges, PrintComparison, PublicationChanges } from './publication.ts';

/** The kind that it is printed with, in the folder of Bayan’s reports. */
export const CHANGES_KIND = 'changes';

/** @param of the publication as it is */
export function changesEdition(
  changes: PublicationChanges,
  of: Pick<Edition, 'lang' | 'inline' | 'frontMatter'>,
): Edition {
  const { slug, since, languages } = changes;
  const builder = new Builder({ file: `changes of ${slug}` });
  const title = of.inline.get('title') ?? [builder.text(of.frontMatter.title)];
  const [plain, summary] = [`What changed in ${slug}`, `${slug}, compared with ${since}.`];
  return {
    slug,
    lang: 'en',
    file: builder.span.file,
    frontMatter: {
      title: plain,
      summary,
      date: of.frontMatter.date,
      kinds: [CHANGES_KIND],
      demands: [],
      images: {},
      keywords: [],
      references: [],
    },
    declared: {},
    inline: new Map([
      ['title', [builder.text('What changed: '), ...builder.inLanguage(of.lang, title)]],
      ['summary', [builder.text(summary)]],
    ]),
    pictures: new Map(),
    places: new Map(),
    body: [
      builder.legend(),
      builder.overview(languages),
      ...languages.flatMap((one) => builder.language(one)),
    ],
    footnotes: [],
    source: '',
  };
}

/** Makes blocks; all of them are at one place, which is in no file. */
class Builder {
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
    const told = prints.map((print) =>
      this.#paragraph([
        ...(print.kind === '' ? [] : [this.#strong(`${print.kind}: `)]),
        this.text(printWords(print)),
      ]),
    );
    return [
      this.#heading(2, heading),
      ...told,
      ...gatherChanges(prints).flatMap((change) => this.#change(change)),
    ];
  }

  #change(change: GatheredChange): readonly Block[] {
    const { words, links, lang } = change;
    const shown = words.filter(({ text }) => text !== '');
    const known = findLanguage(lang);
    return [
      this.#heading(3, [this.text(changeTitle(change))]),
      this.#paragraph([this.text(placeWords(change))], { style: 'change-place' }),
      ...(shown.length === 0
        ? []
        : [
            this.#paragraph(
              shown.map((word) => (word.type === 'same' ? this.text(word.text) : this.#mark(word, lang))),
              { style: 'change-text', ...(known && { lang }) },
            ),
          ]),
      ...links.map((link) => this.#paragraph(this.#link(link), { style: 'change-place' })),
    ];
  }

  #link({ before, after }: LinkChange): readonly Inline[] {
    const gone = before === undefined ? [] : [this.#mark({ type: 'removed', text: before }, 'en')];
    const now = after === undefined ? [] : [this.#mark({ type: 'added', text: after }, 'en')];
    return [this.text('Link: '), ...gone, ...(before && after ? [this.text(' ')] : []), ...now];
  }

  /** Words that came or went, in a direction of their own, so that the signs around them stay around them. */
  #mark({ type, text }: WordChange, lang: string): Inline {
    const [, before = '', inner = text, after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
    const [open, close] = type === 'added' ? ['{+', '+}'] : ['[-', '-]'];
    // One run with its signs: readers of PDF turn it round as a whole.
    const signed = this.text(open + (inner === '' ? '·' : inner) + close);
    const marked: Inline =
      type === 'added' ? signed : { type: 'deleted', children: [signed], span: this.span };
    const dir = findLanguage(lang)?.dir ?? 'ltr';
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
