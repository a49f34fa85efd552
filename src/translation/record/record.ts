/**
 * What a translation was made from: the blocks of its original as they were, each with its hash, in `<lang>.translated.yaml` beside
 * the text. One file a translation, so that translators never change the same file; one block below another in lines of their
 * own, so that git can merge it and people can read it.
 */
import * as v from 'valibot';
import { Document, isMap, isScalar, isSeq } from 'yaml';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { SourceReader } from '../../files/project-files.ts';
import { readSettings } from '../../files/settings-file.ts';
import { reportFault, sha256 } from '../../files/source-file.ts';
import { BLOCK_KINDS, type BlockKind, type TextBlock } from '../blocks.ts';

/** A block of the original at the time it was translated. */
export interface RecordedBlock {
  /** Its name then: see `TextBlock.at`. */
  readonly at: string;
  readonly kind: BlockKind;
  /** Of kind and text. */
  readonly hash: string;
  readonly text: string;
  /** Hash of what stood beside it in the translation; absent where there was nothing. */
  readonly translated?: string;
}

export interface TranslationRecord {
  /** Language of the original, a canonical tag. */
  readonly of: string;
  readonly blocks: readonly RecordedBlock[];
}

const RecordSchema = v.strictObject({
  of: v.string(),
  blocks: v.array(
    v.strictObject({
      at: v.string(),
      kind: v.picklist(BLOCK_KINDS),
      hash: v.string(),
      text: v.string(),
      translated: v.optional(v.string()),
    }),
  ),
});

/** Characters of a record: that of the longest text that Bayan reads. */
const MAX_LENGTH = 4_000_000;

/** Where the record of a content file is. */
export function recordPath(file: string): string {
  return file.replace(/\.md$/, '.translated.yaml');
}

/**
 * Reads the record of a translation.
 *
 * @returns undefined when there is none, or after reporting `translation-record` or what reading a file reports
 */
export function readRecord(files: SourceReader, file: string, report: Report): TranslationRecord | undefined {
  const source = files.read(recordPath(file));
  if (source.fault === undefined)
    return readSettings(source, 'translation-record', RecordSchema, report, MAX_LENGTH)?.value;
  return source.fault === 'absent' ? undefined : reportFault(source, report);
}

/** Enough of a SHA-256 to tell the blocks of a document apart. */
const HASH_DIGITS = 16;

/** The hash of a block: its kind and its text, and nothing of its place. */
export function blockHash({ kind, text }: Pick<TextBlock, 'kind' | 'text'>): string {
  return sha256(`${kind}\n${text}`).slice(0, HASH_DIGITS);
}

/**
 * How many blocks of an original are not as they were recorded: changed, new or gone. None when they have only moved; the same blocks
 * that ./staleness.ts names one by one.
 */
export function countChanged({ blocks }: TranslationRecord, source: readonly TextBlock[]): number {
  const left = new Map<string, number>();
  for (const { hash } of blocks) left.set(hash, (left.get(hash) ?? 0) + 1);
  let fresh = 0;
  for (const hash of source.map(blockHash)) {
    const count = left.get(hash) ?? 0;
    if (count === 0) fresh++;
    else left.set(hash, count - 1);
  }
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return Math.max(fresh, gone);
}

/** One hash for all blocks that stand beside a block of the original. */
export function translationHash(blocks: readonly TextBlock[]): string {
  return blocks.map(blockHash).join('+');
}

/** Columns at which long text is folded: a changed word changes a line of the file, and not a paragraph. */
const WIDTH = 100;

/** The file, ready to be written. */
export function renderRecord(record: TranslationRecord, name: string): string {
  const document = new Document({ of: record.of, blocks: record.blocks });
  document.commentBefore = ` What ${name} was translated from: written by “bayan translated”, read by “bayan check”. Keep it with the text.`;
  const blocks = document.get('blocks');
  if (isSeq(blocks))
    for (const [index, block] of blocks.items.entries()) {
      if (!isMap(block)) continue;
      block.spaceBefore = index > 0;
      const text = block.get('text', true);
      if (isScalar(text) && String(text.value).length > WIDTH - 10) text.type = 'BLOCK_FOLDED';
    }
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: false });
}

/** The blocks of a record, to be put beside others. */
export function recordedBlocks(record: TranslationRecord, file: string): readonly TextBlock[] {
  return record.blocks.map(({ at, kind, text }) => {
    return { at, kind, group: groupOf({ at, kind }), text, inlines: [], span: { file } };
  });
}

/** The group of a recorded block: see `TextBlock.group`. */
export function groupOf({ at, kind }: Pick<RecordedBlock, 'at' | 'kind'>): string {
  if (kind === 'field') return at.replace(/ \d+$/, '');
  return at.startsWith('note ') ? 'notes' : 'text';
}
