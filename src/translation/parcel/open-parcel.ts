/** Puts a parcel that came back into the Markdown of its translation. */
import { TRANSLATOR, withoutDraftNote } from '../../content/translation-draft.ts';
import { findLanguage } from '../../language/language.ts';
import { alignBlocks } from '../align.ts';
import { oneLine } from '../block-text.ts';
import { blocksOf, type FieldedEdition, type TextBlock } from '../blocks.ts';
import { makeRecord } from '../record/make-record.ts';
import { matchBlocks } from '../record/match-blocks.ts';
import { blockHash, type RecordedBlock, type TranslationRecord } from '../record/record.ts';
import { type ParcelBlock, parcelBlocks, textOf } from './make-parcel.ts';
import { markdownOf, placeholderProblem } from './parcel-text.ts';
import type { Parcel, ParcelEntry } from './po-file.ts';
import { type NewText, writeTexts } from './write-back.ts';

export interface RefusedEntry {
  readonly context: string;
  /** In words. */
  readonly problem: string;
}

export interface SortedEntries {
  /** Entries with a translation whose placeholders are right, by the name of their block. */
  readonly accepted: ReadonlyMap<string, ParcelEntry>;
  readonly refused: readonly RefusedEntry[];
  /** Names of blocks whose entry was made from another text than the original has now. */
  readonly outdated: ReadonlySet<string>;
}

/** Which entries can be used. One whose placeholders are not those of its own original is refused. */
export function sortEntries(source: FieldedEdition, { entries }: Parcel): SortedEntries {
  const blocks = new Map(parcelBlocks(source).map((one) => [one.block.at, one]));
  const texts = new Map([...blocks.values()].map(({ block, text }) => [text.text, block.at]));
  const accepted = new Map<string, ParcelEntry>();
  const refused: RefusedEntry[] = [];
  const outdated = new Set<string>();
  for (const entry of entries) {
    // A block that has moved since is where its text is now.
    const at =
      blocks.get(entry.context)?.text.text === entry.original ? entry.context : texts.get(entry.original);
    const block = blocks.get(at ?? entry.context);
    if (!block) {
      if (entry.translation !== '')
        refused.push({ context: entry.context, problem: 'the original has no such text any more' });
      continue;
    }
    if (at === undefined) outdated.add(block.block.at);
    if (entry.translation === '') continue;
    const problem = placeholderProblem(block.text, entry.translation);
    if (problem !== undefined) refused.push({ context: entry.context, problem });
    else accepted.set(block.block.at, entry);
  }
  return { accepted, refused, outdated };
}

export interface ParcelTarget {
  readonly source: FieldedEdition;
  /** The file that is written to: the translation, or a draft with the structure of the original. */
  readonly base: FieldedEdition;
  readonly accepted: ReadonlyMap<string, ParcelEntry>;
  /** Who translated, to be named in a file that is new. */
  readonly translator?: string;
}

/** Whether a translation has its blocks one by one beside those of its original, so that texts can be put into it as it is. */
export function isParallel(source: FieldedEdition, translation: FieldedEdition): boolean {
  return beside(source, translation).every(
    ([from, to]) => from !== undefined && to !== undefined && from.kind === to.kind,
  );
}

/** The text of the file with the accepted translations in it; what says the same already stays as it is written. */
export function fillTexts({ source, base, accepted, translator }: ParcelTarget): string {
  const own = translationsOf(source, base);
  const texts = parcelBlocks(source).flatMap(({ block, text }): NewText[] => {
    const entry = accepted.get(block.at);
    if (!entry) return [];
    const there = own.get(block.at);
    if (
      there &&
      there.lang === undefined &&
      textOf(there, base.edition, text.slots).text === entry.translation
    )
      return [];
    // A field that the translation lacks is written where the original has it.
    if (!there && block.kind !== 'field') return [];
    return [{ block: there ?? block, markdown: markdownOf(entry.translation, text.slots) }];
  });
  const text = writeTexts(base.edition.source, texts, {
    lang: source.edition.lang,
    dir: findLanguage(base.edition.lang)?.dir ?? 'ltr',
    blocks: blocksOf(base),
  });
  const signed =
    translator === undefined ? text : text.replace(`by: ${TRANSLATOR}`, `by: ${JSON.stringify(translator)}`);
  return withoutDraftNote(signed, source.edition.lang);
}

/** Entries whose text is another once it is read back from the file: it holds Markdown that is more than a text. */
export function misread({ source, base: written, accepted }: ParcelTarget): readonly RefusedEntry[] {
  const own = translationsOf(source, written);
  return parcelBlocks(source).flatMap(({ block, text }) => {
    const entry = accepted.get(block.at);
    if (!entry) return [];
    const there = own.get(block.at);
    const back = there && textOf(there, written.edition, text.slots).text;
    if (back !== undefined && sameMarkdown(back, entry.translation)) return [];
    return [
      { context: entry.context, problem: 'it reads as more than one text, or as another, in Markdown' },
    ];
  });
}

/** Escapes are one of several ways to write a sign. */
const sameMarkdown = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string =>
  oneLine(text.replace(/\\(?=[^\p{L}\p{N}\s])/gu, '')).replace(/_/g, '*');

/** Blocks of a translation by the name of the block of the original that each stands for. */
function translationsOf(source: FieldedEdition, translation: FieldedEdition): ReadonlyMap<string, TextBlock> {
  return new Map(
    beside(source, translation).flatMap(([from, to]) => (from && to ? [[from.at, to] as const] : [])),
  );
}

/** Blocks of two texts in pairs; by their names where both have the same. */
function beside(
  source: FieldedEdition,
  other: FieldedEdition,
): readonly (readonly [TextBlock | undefined, TextBlock | undefined])[] {
  const [from, to] = [blocksOf(source), blocksOf(other)];
  if (from.length === to.length && from.every(({ at }, index) => at === to[index]!.at))
    return from.map((block, index) => [block, to[index]]);
  const tags = { source: source.edition.lang, translation: other.edition.lang };
  return alignBlocks(from, to, tags).flatMap((pair) =>
    pair.source.length + pair.translation.length > 2
      ? [
          ...pair.source.map((one) => [one, undefined] as const),
          ...pair.translation.map((one) => [undefined, one] as const),
        ]
      : [[pair.source[0], pair.translation[0]] as const],
  );
}

/**
 * The record after an import: blocks whose entry was translated from what the original says now, and is not fuzzy. The others stay as
 * they were recorded, so that the check goes on naming them.
 */
export function recordAfter(
  { source, base: written, accepted }: ParcelTarget,
  outdated: ReadonlySet<string>,
  before: TranslationRecord | undefined,
): TranslationRecord {
  const tags = { source: source.edition.lang, translation: written.edition.lang };
  const fresh = makeRecord(tags, blocksOf(source), blocksOf(written));
  const old = new Map<string, RecordedBlock>();
  for (const match of before ? matchBlocks(before.blocks, blocksOf(source), tags.source) : [])
    if (match.before && match.after) old.set(match.after.at, match.before);
  const inParcel = new Set(parcelBlocks(source).map(({ block }: ParcelBlock) => block.at));
  const own = translationsOf(source, written);
  const blocks = fresh.blocks.flatMap((block) => {
    const entry = accepted.get(block.at);
    const earlier = old.get(block.at);
    // Code is in no parcel: where the original has changed its own, that of the translation may still be the old one.
    const kept = block.kind !== 'code' || !earlier || own.get(block.at)?.text === block.text;
    const done = inParcel.has(block.at) ? entry && !entry.fuzzy && !outdated.has(block.at) : kept;
    if (done || earlier?.hash === blockHash(block)) return [block];
    return earlier ? [earlier] : [];
  });
  return { of: tags.source, blocks };
}
