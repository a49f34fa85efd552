/** The front matter of a merged letter: its texts as they are for one recipient, and what the PDF may say of itself to everybody. */
import type { Edition, Inline } from '../../content/edition.ts';
import type { FieldValue, FieldValues } from '../../content/fields/field.ts';
import { plainText } from '../../content/plain-text.ts';

type Texts = ReadonlyMap<string, readonly Inline[]>;

/** Stands in the title of a file for what only its pages may say. */
const WITHHELD = '…';

/**
 * The edition with other texts in its front matter; a text of which nothing is left for this recipient is as if it had not been
 * written.
 *
 * @param merged the texts of the edition by path, each the same object where no field was in it
 */
export function mergeFrontMatter(edition: Edition, merged: Texts): Edition {
  if ([...merged].every(([path, inlines]) => inlines === edition.inline.get(path))) return edition;
  const texts = new TextMerger(edition.inline, merged);
  const frontMatter = texts.values(edition.frontMatter);
  const declared = texts.values(edition.declared);
  // The headline is the title where there is none.
  if (!texts.inline.has('headline')) texts.inline.set('headline', texts.inline.get('title') ?? []);
  return {
    ...edition,
    frontMatter,
    declared,
    inline: texts.inline,
    discreet: {
      title: discreetly(edition.inline.get('title')) || WITHHELD,
      summary: discreetly(edition.inline.get('summary')),
    },
  };
}

/** What a text says to everybody: the values of a recipient are left out. */
function discreetly(inlines: readonly Inline[] = []): string {
  const said = inlines.map((one) => {
    if (one.type === 'merge-field') return WITHHELD;
    if (one.type === 'span' && one.when?.filled === false) return '';
    return 'children' in one ? discreetly(one.children) : plainText([one]);
  });
  return said.join('').trim() === '' ? '' : said.join('');
}

/** Values with the merged texts in place of those that were written. */
class TextMerger {
  /** Texts by path, as they are once lists have closed up. */
  readonly inline = new Map<string, readonly Inline[]>();
  readonly #written: Texts;
  readonly #merged: Texts;

  constructor(written: Texts, merged: Texts) {
    this.#written = written;
    this.#merged = merged;
  }

  values<T extends FieldValues>(values: T, from = '', to = ''): T {
    const entries = Object.entries(values).map(([name, value]) => [
      name,
      value === undefined ? undefined : this.#value(value, from + name, to + name),
    ]);
    return Object.fromEntries(entries) as T;
  }

  /** Undefined for a text of which nothing is left. */
  #value(value: FieldValue, from: string, to: string): FieldValue | undefined {
    if (typeof value === 'string') return this.#text(value, from, to);
    if (typeof value !== 'object') return value;
    if (!Array.isArray(value)) return this.values(value as FieldValues, `${from}.`, `${to}.`);
    const items: FieldValue[] = [];
    for (const [index, item] of value.entries()) {
      const merged = this.#value(item as FieldValue, `${from}.${index}`, `${to}.${items.length}`);
      if (merged !== undefined) items.push(merged);
    }
    return items;
  }

  #text(value: string, from: string, to: string): string | undefined {
    const merged = this.#merged.get(from);
    if (merged === undefined) return value;
    const text = merged === this.#written.get(from) ? value : plainText(merged).trim();
    if (text === '') return undefined;
    this.inline.set(to, merged);
    return text;
  }
}
