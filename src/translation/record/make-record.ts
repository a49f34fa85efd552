/** Makes the record of a translation: see ./record.ts. */
import { alignBlocks, type Languages } from '../align.ts';
import type { TextBlock } from '../blocks.ts';
import { blockHash, type TranslationRecord, translationHash } from './record.ts';

/** The record of a translation that is up to date with these blocks of its original. */
export function makeRecord(
  { source: of, translation: lang }: Languages,
  source: readonly TextBlock[],
  translation: readonly TextBlock[],
): TranslationRecord {
  const beside = new Map<string, string>();
  for (const pair of alignBlocks(source, translation, { source: of, translation: lang }))
    for (const block of pair.source)
      if (pair.translation.length > 0) beside.set(block.at, translationHash(pair.translation));
  return {
    of,
    blocks: source.map((block) => {
      const translated = beside.get(block.at);
      const { at, kind, text } = block;
      return { at, kind, hash: blockHash(block), text, ...(translated && { translated }) };
    }),
  };
}
