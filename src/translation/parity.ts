/** Whether a translation has what the original has: headings, paragraphs, items, cells, pictures, notes. */

import { fieldName } from '../content/fields/field-path.ts';
import { withInner } from '../content/walk.ts';
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Pair } from './align.ts';
import type { BlockKind, TextBlock } from './blocks.ts';
import { type Findings, placeOf, quoted } from './findings.ts';

export interface ParityText {
  readonly pairs: readonly Pair[];
  /** The file of the translation. */
  readonly file: string;
  /** Names of blocks of the original that are told in another way: they are new since it was translated. */
  readonly told: ReadonlySet<string>;
}

/** Tells each block that has nothing beside it, and each that has become another kind of block. */
export function checkParity({ pairs, file, told }: ParityText, findings: Findings): void {
  for (const [index, pair] of pairs.entries()) {
    const { source, translation } = pair;
    const [from, to] = [source[0], translation[0]];
    if (from && to) comparePair(pair, from, to, findings);
    else if (from && !told.has(from.at)) tellMissing(from, placeBefore(pairs, index, file), findings);
    else if (to) tellAdded(to, pairs, index, findings);
  }
}

function tellMissing(block: TextBlock, place: SourceSpan, findings: Findings): void {
  const message = `${block.at} of the original is missing (${placeOf(block.span)}): ${quoted(block.text)}`;
  const write = block.kind === 'code' ? 'copy it after this' : 'translate it after this';
  const hint = block.path ? `write ${fieldName(block.path)} in the front matter` : write;
  findings.tell('parity', 'translation-parity', place, message, { hint });
}

function tellAdded(block: TextBlock, pairs: readonly Pair[], index: number, findings: Findings): void {
  const before = pairs.slice(0, index).findLast(({ source }) => source[0]?.group === block.group);
  const last = before?.source.at(-1);
  const where = last ? `: nothing stands there after ${placeOf(last.span)}` : '';
  findings.tell(
    'parity',
    'translation-parity',
    block.span,
    `${article(block)} is not in the original${where}`,
  );
}

function comparePair(pair: Pair, from: TextBlock, to: TextBlock, findings: Findings): void {
  const tell = (message: string): void => findings.tell('parity', 'translation-parity', to.span, message);
  const there = pair.source.map(({ span }) => placeOf(span)).join(', ');
  if (pair.source.length > 1) tell(`two paragraphs of the original are one here (${there})`);
  else if (pair.translation.length > 1) tell(`one paragraph of the original is two here (${there})`);
  else if (from.kind !== to.kind)
    tell(`this is ${NAMES[to.kind]} here, and ${NAMES[from.kind]} in the original (${there})`);
  else if (from.level !== to.level)
    tell(
      `this is a heading of level ${to.level} here, and of level ${from.level} in the original (${there})`,
    );
  for (const [name, type] of [
    ['notes called', 'footnote-reference'],
    ['pictures', 'image'],
  ] as const) {
    const [wanted, found] = [countIn(pair.source, type), countIn(pair.translation, type)];
    if (wanted !== found && from.kind !== 'picture')
      tell(`${name} here: ${found}, in the original: ${wanted} (${there})`);
  }
  for (const name of lostFields(pair)) tell(`{{${name}}} of the original is missing here (${there})`);
}

function countIn(blocks: readonly TextBlock[], type: 'footnote-reference' | 'image'): number {
  return blocks.flatMap(({ inlines }) => [...withInner(inlines)]).filter((inline) => inline.type === type)
    .length;
}

/** Merge fields of a letter that the original has and the translation lacks, each once. */
function lostFields({ source, translation }: Pair): readonly string[] {
  const fieldsOf = (blocks: readonly TextBlock[]): ReadonlySet<string> =>
    new Set(
      blocks
        .flatMap(({ inlines }) => [...withInner(inlines)])
        .flatMap((inline) => (inline.type === 'merge-field' ? [inline.name] : [])),
    );
  const found = fieldsOf(translation);
  return [...fieldsOf(source)].filter((name) => !found.has(name));
}

/** Where something is missing: at the block before it in its group, or else at the next, or nowhere but in the file. */
function placeBefore(pairs: readonly Pair[], index: number, file: string): SourceSpan {
  const { group } = pairs[index]!.source[0]!;
  const inGroup = ({ translation }: Pair): boolean => translation[0]?.group === group;
  const near = pairs.slice(0, index).findLast(inGroup) ?? pairs.slice(index).find(inGroup);
  return near?.translation.at(-1)?.span ?? { file, line: 1, column: 1 };
}

const NAMES: Readonly<Record<BlockKind, string>> = {
  field: 'a field',
  heading: 'a heading',
  paragraph: 'a paragraph',
  item: 'an item of a list',
  quotation: 'a quotation',
  term: 'a term',
  definition: 'a definition',
  cell: 'a cell of a table',
  picture: 'a picture',
  caption: 'a caption',
  code: 'code',
};

function article(block: TextBlock): string {
  if (block.kind === 'field') return `“${block.at}”`;
  return block.kind === 'code' ? 'this code' : `this ${NAMES[block.kind].replace(/^an? /, '')}`;
}
