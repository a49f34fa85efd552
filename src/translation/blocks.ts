/**
 * An edition as a translator sees it: a row of blocks – fields of the front matter, headings, paragraphs, items of lists, cells,
 * captions, notes – each with its text and its place.
 */
import type { Block, Edition, Footnote, Inline, ListItem } from '../content/edition.ts';
import type { Field, Fields, FieldValue } from '../content/fields/field.ts';
import { type FieldPath, pathKey } from '../content/fields/field-path.ts';
import { visitFields } from '../content/fields/visit.ts';
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import { blockText, oneLine } from './block-text.ts';

export const BLOCK_KINDS = [
  'field',
  'heading',
  'paragraph',
  'item',
  'quotation',
  'term',
  'definition',
  'cell',
  'picture',
  'caption',
  'code',
] as const;

export type BlockKind = (typeof BLOCK_KINDS)[number];

export interface TextBlock {
  /** What it is called, alone of its name in the edition: `demands 2`, `paragraph 5`, `cell 3`, `note 1 paragraph 1`. */
  readonly at: string;
  readonly kind: BlockKind;
  /** Of a heading. */
  readonly level?: number;
  /** Blocks of one group are put beside each other in their order: a field, the items of a list, the text, the notes. */
  readonly group: string;
  /** One line of Markdown: see ./block-text.ts. */
  readonly text: string;
  readonly inlines: readonly Inline[];
  /** Of a field. */
  readonly path?: FieldPath;
  readonly span: SourceSpan;
  /** The language it says it is in, where that is not the edition's. */
  readonly lang?: string;
}

/** An edition with the fields that its kinds have. */
export interface FieldedEdition {
  readonly edition: Edition;
  readonly fields: Fields;
}

/** The blocks of an edition in reading order: front matter, text, notes. What a translation keeps as it is, is none. */
export function blocksOf({ edition, fields }: FieldedEdition): readonly TextBlock[] {
  const gatherer = new Gatherer(edition.footnotes);
  for (const block of fieldBlocks(edition, fields)) gatherer.blocks.push(block);
  gatherer.add(edition.body, 'text', '');
  for (const [index, { children }] of edition.footnotes.entries())
    gatherer.add(children, 'notes', `note ${index + 1} `);
  return gatherer.blocks;
}

/** Fields with words in them: Markdown and plain text, but not the name of a file or of a translator. */
function fieldBlocks(edition: Edition, fields: Fields): readonly TextBlock[] {
  const { frontMatter, declared, footnotes } = edition;
  const found: TextBlock[] = [];
  visitTranslated(fields, { ...frontMatter, ...declared }, (field, value, path) => {
    if ((field.type !== 'markdown' && field.type !== 'text') || typeof value !== 'string') return;
    const key = pathKey(path);
    const inlines = edition.inline.get(key) ?? [];
    const text = field.type === 'markdown' ? blockText(inlines, footnotes) : oneLine(value);
    const span = inlines[0]?.span ?? edition.places.get(key) ?? { file: edition.file };
    const item = typeof path.at(-1) === 'number';
    if (text === '') return;
    const group = pathKey(item ? path.slice(0, -1) : path);
    const lang = markedLanguage(inlines);
    found.push({
      at: blockName(path),
      kind: 'field',
      group,
      text,
      inlines,
      path,
      span,
      ...(lang && { lang }),
    });
  });
  return found;
}

/** Visits the values that a translation has in its own words, and what holds them. */
export function visitTranslated(
  fields: Fields,
  values: Readonly<Record<string, FieldValue | undefined>>,
  visit: (field: Field, value: FieldValue, path: FieldPath) => void,
): void {
  const kept = new Set(['translation']);
  const isKept = (path: FieldPath): boolean =>
    path.some((_, index) => kept.has(pathKey(path.slice(0, index + 1))));
  visitFields(fields, values, (field, value, path) => {
    if (field.kept === true) kept.add(pathKey(path));
    if (field.type === 'picture') kept.add(pathKey([...path, 'src']));
    if (!isKept(path)) visit(field, value, path);
  });
}

/** `demands 2`, `action.label`, `speakers 1 name`: as people count. */
function blockName(path: FieldPath): string {
  let name = '';
  for (const part of path) {
    if (typeof part === 'number') name += ` ${part + 1}`;
    else name += name === '' ? part : `${/\d$/.test(name) ? ' ' : '.'}${part}`;
  }
  return name;
}

/** The language of a text all of which is marked as being in another. */
function markedLanguage(inlines: readonly Inline[]): string | undefined {
  const [only, ...more] = inlines.filter((inline) => inline.type !== 'text' || inline.text.trim() !== '');
  return only?.type === 'span' && more.length === 0 ? only.attributes.lang : undefined;
}

class Gatherer {
  readonly blocks: TextBlock[] = [];
  readonly #footnotes: readonly Footnote[];
  readonly #counts = new Map<string, number>();

  constructor(footnotes: readonly Footnote[]) {
    this.#footnotes = footnotes;
  }

  add(blocks: readonly Block[], group: string, prefix: string, as?: BlockKind, lang?: string): void {
    for (const block of blocks) this.#block(block, group, prefix, as, lang);
  }

  #block(block: Block, group: string, prefix: string, as?: BlockKind, outer?: string): void {
    const lang = ('attributes' in block ? block.attributes.lang : undefined) ?? outer;
    const put = (kind: BlockKind, inlines: readonly Inline[], span: SourceSpan, level?: number): void =>
      this.#put({ kind, group, inlines, span, ...(lang && { lang }), ...(level && { level }) }, prefix);
    switch (block.type) {
      case 'heading':
        put('heading', block.children, block.span, block.level);
        break;
      case 'paragraph':
        put(as ?? 'paragraph', block.children, block.span);
        break;
      case 'list':
        for (const item of block.items) this.#item(item, group, prefix, lang);
        break;
      case 'definition-list':
        for (const { term, definitions, span } of block.items) {
          put('term', term, span);
          for (const children of definitions) this.add(children, group, prefix, 'definition', lang);
        }
        break;
      case 'quote':
        this.add(block.children, group, prefix, 'quotation', lang);
        break;
      case 'code':
        this.#put(
          { kind: 'code', group, inlines: [], span: block.span, ...(lang && { lang }) },
          prefix,
          oneLine(block.text),
        );
        break;
      case 'table':
        for (const row of [block.header, ...block.rows])
          for (const { children, span } of row) put('cell', children, span);
        break;
      case 'figure':
        for (const { image, span } of block.rows.flat()) {
          put('picture', [{ type: 'image', image, span }], span);
          if (image.caption.length > 0) put('caption', image.caption, image.caption[0]!.span);
        }
        break;
      case 'rule':
        break;
    }
  }

  #item({ children }: ListItem, group: string, prefix: string, lang: string | undefined): void {
    this.add(children, group, prefix, 'item', lang);
  }

  #put(block: Omit<TextBlock, 'at' | 'text'>, prefix: string, code?: string): void {
    const text = code ?? blockText(block.inlines, this.#footnotes);
    const name = prefix + block.kind;
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    this.blocks.push({ ...block, text, at: `${name} ${count}` });
  }
}
