/** Blocks of an original that have changed since a translation was recorded, and where each of them is in the translation. */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import { alignBlocks, type Pair } from '../align.ts';
import type { TextBlock } from '../blocks.ts';
import { matchBlocks } from './match-blocks.ts';
import { recordedBlocks, type TranslationRecord, translationHash } from './record.ts';
import { type WordChange, wordDiff } from './words.ts';

export interface StaleBlock {
  readonly change: 'changed' | 'added' | 'removed';
  /** What it is called in the original; of a block that is gone, what it was called. */
  readonly at: string;
  /** Where it is in the original; absent when it is gone. */
  readonly source?: SourceSpan;
  /** Where the translation of it is, or would be. */
  readonly place: SourceSpan;
  readonly diff: readonly WordChange[];
  /** The translation has been edited since it was recorded. */
  readonly edited: boolean;
}

export interface StaleInput {
  readonly record: TranslationRecord;
  readonly source: readonly TextBlock[];
  readonly translation: readonly TextBlock[];
  /** Language and file of the translation. */
  readonly lang: string;
  readonly file: string;
}

/** Stale blocks in the order of the original, those that are gone last. A block that has only moved is none. */
export function staleBlocks({ record, source, translation, lang, file }: StaleInput): readonly StaleBlock[] {
  const matches = matchBlocks(record.blocks, source, record.of);
  if (matches.every(({ before, after }) => before && after && before.text === after.text)) return [];
  const pairs = alignBlocks(recordedBlocks(record, file), translation, {
    source: record.of,
    translation: lang,
  });
  const beside = new Map(pairs.flatMap((pair) => pair.source.map(({ at }) => [at, pair] as const)));
  let place: SourceSpan = translation[0]?.span ?? { file };
  return matches.flatMap(({ before, after }): StaleBlock[] => {
    const pair = before && beside.get(before.at);
    place = pair?.translation[0]?.span ?? place;
    if (before && after) {
      if (before.text === after.text) return [];
      const diff = wordDiff(before.text, after.text, record.of);
      const edited = isEdited(pair, before.translated);
      return [{ change: 'changed', at: after.at, source: after.span, place, diff, edited }];
    }
    if (after)
      return [
        {
          change: 'added',
          at: after.at,
          source: after.span,
          place,
          diff: [{ type: 'added', text: after.text }],
          edited: false,
        },
      ];
    if (!before) return [];
    const diff = [{ type: 'removed', text: before.text }] as const;
    return [{ change: 'removed', at: before.at, place, diff, edited: isEdited(pair, before.translated) }];
  });
}

function isEdited(pair: Pair | undefined, recorded: string | undefined): boolean {
  return recorded !== undefined && translationHash(pair?.translation ?? []) !== recorded;
}
