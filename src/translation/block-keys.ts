/**
 * Names for the blocks of a text that are the same in each language: what is beside what, for whoever shows two languages
 * side by side.
 */
import type { Edition, Inline } from '../content/edition.ts';
import { withInner } from '../content/walk.ts';
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import { alignBlocks, type Pair } from './align.ts';
import { type BlockKind, blocksOf, type TextBlock } from './blocks.ts';
import { type DocumentSet, originalOf, type SetMember, sourceLanguage } from './document-set.ts';
import { compareWithRecord } from './record/staleness.ts';

/** What a block is called. */
export interface BlockKey {
  /** What the block of the original is called that it says the same as; a name of its own where there is none. */
  readonly key: string;
  /** `kept` is what a translation has as the original has it: a reference, the name of a file. */
  readonly kind: BlockKind | 'kept';
  /** Where it begins. */
  readonly span: SourceSpan;
}

interface KeyedBlock {
  readonly block: TextBlock;
  readonly key: string;
}

/** The blocks of one edition of a publication by the places of their words and pictures. */
export class BlockKeys {
  readonly #blocks = new Map<string, BlockKey>();

  constructor(edition: Edition, blocks: readonly KeyedBlock[]) {
    for (const { block, key } of blocks) {
      const { kind, span, inlines } = block;
      this.#add({ key, kind, span }, [span, ...placesIn(inlines)]);
    }
    for (const [path, inlines] of edition.inline) {
      const [first, ...rest] = placesIn(inlines);
      if (first) this.#add({ key: path, kind: 'kept', span: first }, [first, ...rest]);
    }
  }

  /** The block that has words at this very place. */
  at(place: SourceSpan): BlockKey | undefined {
    return this.#blocks.get(nameOf(place));
  }

  #add(key: BlockKey, places: readonly SourceSpan[]): void {
    for (const place of places) if (!this.#blocks.has(nameOf(place))) this.#blocks.set(nameOf(place), key);
  }
}

const placesIn = (inlines: readonly Inline[]): readonly SourceSpan[] =>
  [...withInner(inlines)].map(({ span }) => span);

const nameOf = ({ line, column }: SourceSpan): string => `${line}:${column}`;

/**
 * The blocks of a language with their names; undefined when its file has errors.
 *
 * @param preferred canonical tag of `source` in bayan.yaml
 */
export function blockKeys(
  set: DocumentSet,
  lang: string,
  preferred: string | undefined,
): BlockKeys | undefined {
  const member = set.members.find(({ planned }) => planned.lang === lang);
  const keyed = keyedBlocks(set, lang, sourceLanguage(set, preferred), new Set());
  return member?.content && keyed && new BlockKeys(member.content.edition, keyed);
}

/** @param visited languages that led here, each a translation of the next */
function keyedBlocks(
  set: DocumentSet,
  lang: string,
  source: string | undefined,
  visited: ReadonlySet<string>,
): readonly KeyedBlock[] | undefined {
  const member = set.members.find(({ planned }) => planned.lang === lang);
  if (!member?.content || visited.has(lang)) return undefined;
  const blocks = blocksOf(member.content);
  const of = originalOf(member, source);
  const original = of === undefined ? undefined : keyedBlocks(set, of, source, new Set([...visited, lang]));
  if (of === undefined || !original)
    return blocks.map((block) => ({ block, key: of === undefined ? block.at : `${lang} ${block.at}` }));
  const keys = new Map(original.map(({ block, key }) => [block.at, key]));
  const beside = new Map<TextBlock, string>();
  // Of two that are one in the original, the first stands beside it.
  for (const { source: from, translation: to } of pairsOf(member, of, original, blocks))
    if (from[0] && to[0] && !beside.has(to[0])) beside.set(to[0], keys.get(from[0].at)!);
  return blocks.map((block) => ({ block, key: beside.get(block) ?? `${lang} ${block.at}` }));
}

/** What stands beside what: as it was recorded, or else by likeness. */
function pairsOf(
  { planned: { lang, file }, record }: SetMember,
  of: string,
  original: readonly KeyedBlock[],
  translation: readonly TextBlock[],
): readonly Pair[] {
  const source = original.map(({ block }) => block);
  // What was recorded of another original says nothing of this one.
  if (record?.of === of) return compareWithRecord({ record, source, translation, lang, file }).pairs;
  return alignBlocks(source, translation, { source: of, translation: lang });
}
