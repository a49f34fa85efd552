/** Blocks of an original that have changed since a translation was recorded, and where each of them is in the translation. */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import { alignBlocks, type Languages, type Pair } from '../align.ts';
import type { TextBlock } from '../blocks.ts';
import { type BlockMatch, matchBlocks } from './match-blocks.ts';
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

export interface Staleness {
  /** In the order of the original, those that are gone last. A block that has only moved is none. */
  readonly stale: readonly StaleBlock[];
  /** Blocks of the original as it is now, each beside what its recorded state was translated to: also where it has moved since. */
  readonly pairs: readonly Pair[];
}

/** What a record says of an original and its translation. */
export function compareWithRecord(input: StaleInput): Staleness {
  const { record, source, translation, lang, file } = input;
  const matches = matchBlocks(record.blocks, source, record.of);
  const languages = { source: record.of, translation: lang };
  const pairs = alignBlocks(recordedBlocks(record, file), translation, languages);
  const beside = new Map(pairs.flatMap((pair) => pair.source.map(({ at }) => [at, pair] as const)));
  return {
    stale: staleBlocks(matches, beside, input),
    // Of paragraphs that were joined, one may have moved without the other.
    pairs: pairs.some((pair) => pair.source.length > 1)
      ? alignBlocks(source, translation, languages)
      : currentPairs(matches, beside, translation, languages),
  };
}

function staleBlocks(
  matches: readonly BlockMatch[],
  beside: ReadonlyMap<string, Pair>,
  { record, translation, file }: StaleInput,
): readonly StaleBlock[] {
  let place: SourceSpan = translation[0]?.span ?? { file };
  return matches.flatMap(({ before, after }): StaleBlock[] => {
    const pair = before && beside.get(before.at);
    place = pair?.translation[0]?.span ?? place;
    const own = { place, edited: before !== undefined && isEdited(pair, before.translated) };
    if (before && after) {
      if (before.text === after.text) return [];
      const diff = wordDiff(before.text, after.text, record.of);
      return [{ ...own, change: 'changed', at: after.at, source: after.span, diff }];
    }
    if (after) {
      const diff = [{ type: 'added', text: after.text }] as const;
      return [{ ...own, change: 'added', at: after.at, source: after.span, diff }];
    }
    if (!before) return [];
    return [{ ...own, change: 'removed', at: before.at, diff: [{ type: 'removed', text: before.text }] }];
  });
}

/** Blocks of the original that were recorded beside their translations; those that are new beside what is left, if anything is. */
function currentPairs(
  matches: readonly BlockMatch[],
  beside: ReadonlyMap<string, Pair>,
  translation: readonly TextBlock[],
  languages: Languages,
): readonly Pair[] {
  const recorded = matches.flatMap(({ before }) => (before && beside.get(before.at)?.translation) ?? []);
  const taken = new Set(recorded);
  const fresh = matches.flatMap(({ before, after }) => (after && !before ? [after] : []));
  const rest = alignBlocks(
    fresh,
    translation.filter((block) => !taken.has(block)),
    languages,
  );
  const found = new Map(rest.flatMap((pair) => pair.source.map(({ at }) => [at, pair] as const)));
  const pairs = matches.flatMap(({ before, after }): readonly Pair[] => {
    if (!after) return [];
    if (before) return [{ source: [after], translation: beside.get(before.at)?.translation ?? [] }];
    const pair = found.get(after.at);
    // Two that became one are told once.
    return pair && pair.source[0] === after ? [pair] : [];
  });
  return [...pairs, ...rest.filter(({ source }) => source.length === 0)];
}

function isEdited(pair: Pair | undefined, recorded: string | undefined): boolean {
  return recorded !== undefined && translationHash(pair?.translation ?? []) !== recorded;
}
