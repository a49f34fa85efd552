/**
 * Puts the blocks of a text beside those of its translation, in order, as Gale and Church do with sentences: by kind and length,
 * and by what is the same in every language – numbers, addresses, names in Latin letters, pictures.
 */
import { findLanguage, type Language } from '../language/language.ts';
import type { TextBlock } from './blocks.ts';
import { readFigures } from './figures/read-figures.ts';

/** Blocks that say the same: one and one, two and one, one and two, or one that has nothing beside it. */
export interface Pair {
  readonly source: readonly TextBlock[];
  readonly translation: readonly TextBlock[];
}

/** What a block costs that stands alone; a pair may cost less than two of them. */
const ALONE = 3.5;
/** What it costs that two paragraphs have become one: where a short one may have gone, it has gone. */
const JOINED = 4;
/** How far blocks may be from the place that the lengths of both texts give them. */
const BAND = 60;

/** Tags of the languages of two texts. */
export interface Languages {
  readonly source: string;
  readonly translation: string;
}

/** The pairs, in the order of the source; one group after another. */
export function alignBlocks(
  source: readonly TextBlock[],
  translation: readonly TextBlock[],
  languages: Languages,
): readonly Pair[] {
  const groups = [...new Set([...source, ...translation].map(({ group }) => group))];
  // Of a short text, a missing paragraph must not pass for a language of few letters.
  const ratio = (totalLength(translation) + PRIOR) / (totalLength(source) + PRIOR);
  return groups.flatMap((group) =>
    alignGroup(
      source.filter((block) => block.group === group),
      translation.filter((block) => block.group === group),
      { ratio, languages },
    ),
  );
}

/** Letters that both texts are taken to have besides their own when their lengths are compared. */
const PRIOR = 400;

const totalLength = (blocks: readonly TextBlock[]): number =>
  blocks.reduce((sum, { text }) => sum + lengthOf(text), 0);

/** Letters; one of East Asia says as much as two or three of an alphabet. */
const lengthOf = (text: string): number =>
  text.length + 1.5 * (text.match(/[\p{sc=Han}\p{sc=Hang}\p{sc=Hira}\p{sc=Kana}]/gu)?.length ?? 0);

/** Steps in the table of costs: how many blocks of either side. */
const STEPS = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
] as const;

function alignGroup(
  source: readonly TextBlock[],
  translation: readonly TextBlock[],
  { ratio, languages }: { readonly ratio: number; readonly languages: Languages },
): readonly Pair[] {
  // A field that is no list needs no looking at.
  if (source.length + translation.length < 3 && source.length === translation.length)
    return [{ source, translation }];
  const from = source.map((block) => signature(block, languages.source));
  const to = translation.map((block) => signature(block, languages.translation));
  const width = to.length + 1;
  const costs = new Float64Array((from.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const steps = new Uint8Array(costs.length);
  costs[0] = 0;
  const slope = to.length / Math.max(1, from.length);
  for (let i = 0; i <= from.length; i++) {
    const middle = Math.round(i * slope);
    const reach = BAND + Math.ceil(slope);
    const [first, last] = [Math.max(0, middle - reach), Math.min(to.length, middle + reach)];
    for (let j = first; j <= last; j++) {
      for (const [step, [down, along]] of STEPS.entries()) {
        if (down > i || along > j || (i === 0 && j === 0)) continue;
        const before = costs[(i - down) * width + j - along]!;
        if (before === Number.POSITIVE_INFINITY) continue;
        const cost = before + stepCost(from.slice(i - down, i), to.slice(j - along, j), ratio);
        if (cost >= costs[i * width + j]!) continue;
        costs[i * width + j] = cost;
        steps[i * width + j] = step;
      }
    }
  }
  const pairs: Pair[] = [];
  for (let i = from.length, j = to.length; i > 0 || j > 0; ) {
    const [down, along] = STEPS[steps[i * width + j]!]!;
    pairs.push({ source: source.slice(i - down, i), translation: translation.slice(j - along, j) });
    i -= down;
    j -= along;
  }
  return pairs.reverse();
}

interface Signature {
  readonly block: TextBlock;
  readonly length: number;
  /** What a translation keeps: numbers, addresses, words in Latin letters, targets. */
  readonly anchors: ReadonlySet<string>;
}

function signature(block: TextBlock, lang: string): Signature {
  return { block, length: lengthOf(block.text), anchors: anchorsOf(block.text, findLanguage(lang)) };
}

function anchorsOf(text: string, language: Language | undefined): ReadonlySet<string> {
  const anchors = new Set(text.match(/https?:[^\s)>]+|\p{Lu}[\p{sc=Latin}]+/gu) ?? []);
  for (const figure of language ? readFigures(text, language) : []) {
    const parts = figure.kind === 'date' ? [figure.dates[0]?.year, figure.dates[0]?.day] : [];
    const values = figure.kind === 'number' ? figure.values : parts;
    // The one of “one of them” is in every text.
    for (const value of values) if (value !== undefined && value > 1) anchors.add(String(value));
  }
  return anchors;
}

function stepCost(from: readonly Signature[], to: readonly Signature[], ratio: number): number {
  if (from.length === 0 || to.length === 0) return ALONE;
  const [first, other] = [from[0]!.block, to[0]!.block];
  if (from.length + to.length > 2) {
    // Only paragraphs are joined and divided, and none of different notes.
    if ([...from, ...to].some(({ block }) => block.kind !== 'paragraph' || block.group === 'notes'))
      return Number.POSITIVE_INFINITY;
    return JOINED + contentCost(merge(from), merge(to), ratio);
  }
  return kindCost(first, other) + contentCost(from[0]!, to[0]!, ratio);
}

function kindCost(one: TextBlock, other: TextBlock): number {
  if (one.kind === other.kind) return one.level === other.level ? 0 : 1;
  const fixed = ['heading', 'picture', 'caption', 'cell', 'code', 'term'];
  return fixed.includes(one.kind) || fixed.includes(other.kind) ? 5 : 2;
}

const SHORT = 20;

function contentCost(from: Signature, to: Signature, ratio: number): number {
  // Short texts differ more: some letters are added to both.
  const length = Math.abs(Math.log((to.length + SHORT) / (from.length * ratio + SHORT)));
  const shared = [...from.anchors].filter((anchor) => to.anchors.has(anchor)).length;
  const most = Math.max(from.anchors.size, to.anchors.size);
  const strange = most > 0 && shared === 0 ? 0.8 : 0;
  return Math.min(4, length * 2.5) + strange - Math.min(2, shared * 0.6);
}

function merge(signatures: readonly Signature[]): Signature {
  return {
    block: signatures[0]!.block,
    length: signatures.reduce((sum, { length }) => sum + length, 0),
    anchors: new Set(signatures.flatMap(({ anchors }) => [...anchors])),
  };
}
