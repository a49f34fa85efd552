/** What has happened to blocks and pages, in words: the same ones on the terminal, in HTML and in PDF. */
import type { BlockKind } from '../translation/blocks.ts';
import type { PagesOfBoth } from './compare.ts';
import { type GatheredChange, gatherChanges, pagesIn, pageWords } from './gather.ts';
import type { PageState } from './page-changes.ts';
import { isDifferent, type LanguageChanges, type PrintComparison } from './publication.ts';

const KINDS: Readonly<Record<BlockKind, string>> = {
  field: 'text',
  heading: 'heading',
  paragraph: 'paragraph',
  item: 'item of a list',
  quotation: 'quotation',
  term: 'term',
  definition: 'definition',
  cell: 'cell of a table',
  picture: 'picture',
  caption: 'caption',
  code: 'code',
};

const CHANGES: Readonly<Record<GatheredChange['change'], string>> = {
  changed: 'Changed',
  added: 'Added',
  removed: 'Removed',
  moved: 'Moved',
};

/** `Changed heading`, `Added note`, `Paragraph, was a heading`. */
export function changeTitle({ change, kind, wasKind, group, picture, words }: GatheredChange): string {
  if (change === 'changed' && kind === 'picture' && wasKind === undefined) {
    const hasSameText = words.every(({ type }) => type === 'same');
    if (!picture) return 'Changed alternative text of a picture';
    return hasSameText ? 'Another picture' : 'Another picture, with another alternative text';
  }
  const name = blockName(kind, group);
  const was = wasKind ? `, which was a ${blockName(wasKind, group)}` : '';
  return `${CHANGES[change]} ${name}${was}`;
}

function blockName(kind: BlockKind, group: string): string {
  if (group === 'notes') return 'note';
  return group === 'header' || group === 'footer' ? group : KINDS[kind];
}

/** `brief, page 2; flyer, page 1 (page 2 before)`. */
export function placeWords({ change, places }: GatheredChange): string {
  return places.map(({ kind, pages }) => `${kind}, ${whereWords(change, pages)}`).join('; ');
}

function whereWords(change: GatheredChange['change'], { before, after }: PagesOfBoth): string {
  if (change === 'removed') return `${pageWords(before)} before`;
  const was = before.length === 0 || String(before) === String(after) ? '' : ` (${pageWords(before)} before)`;
  return after.length === 0 ? `${pageWords(before)} before` : pageWords(after) + was;
}

/** What to do with pages, in the order of how much there is to do. */
export const PAGE_STATES: readonly (readonly [state: PageState, heading: string])[] = [
  ['words', 'Read again'],
  ['flowed', 'Same words, moved between pages'],
  ['looks', 'Same words, looks different'],
  ['same', 'Unchanged'],
];

/** One sentence or more on the pages of a print. */
export function printWords(print: PrintComparison): string {
  if (print.state === 'unread') return `Not compared: ${print.reason}.`;
  if (print.state === 'added') return `New: ${pageWords(all(print.pages.length))} to be read.`;
  if (print.state === 'removed') return 'It is printed no more.';
  const told = PAGE_STATES.flatMap(([state, heading]) => {
    const pages = pagesIn(print, state);
    return pages.length === 0 ? [] : [`${heading}: ${pageWords(pages)}.`];
  });
  const { pagesBefore, pages } = print;
  const count =
    pages.length === pagesBefore
      ? []
      : [`It had ${pagesBefore} ${pagesBefore === 1 ? 'page' : 'pages'} and has ${pages.length}.`];
  return [...told, ...count].join(' ');
}

const all = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

/** How many blocks of a print have changed; a dash where it was not compared block by block. */
export function printCount(print: PrintComparison): string {
  return print.state === 'compared' ? String(print.blocks.length) : '–';
}

/** Of a language of which all pages are the same. */
export const UNCHANGED = 'no changes';

/** Above the languages of which that is so. */
export const UNCHANGED_HEADING = 'Nothing to read again';

/** `3 changes`, `no changes`, `new`, `flyer new`, `not compared`. */
export function languageWords({ prints }: LanguageChanges): string {
  const { length } = gatherChanges(prints);
  const told = [
    ...(length > 0 ? [`${length} ${length === 1 ? 'change' : 'changes'}`] : []),
    ...stateWords(prints, 'added', 'new'),
    ...stateWords(prints, 'removed', 'removed'),
    ...stateWords(prints, 'unread', 'not compared'),
  ];
  if (told.length > 0) return told.join(', ');
  return isDifferent(prints) ? 'no word changed, looks different' : UNCHANGED;
}

/** The word alone where it is so of all documents, else with those that it is so of. */
function stateWords(
  prints: readonly PrintComparison[],
  state: PrintComparison['state'],
  word: string,
): readonly string[] {
  const those = prints.filter((print) => print.state === state);
  if (those.length === 0) return [];
  return [those.length === prints.length ? word : `${those.map(({ kind }) => kind).join(', ')} ${word}`];
}
