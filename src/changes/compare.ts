/** What has changed between two prints of an edition: words, links and pictures by block, and what that means for its pages. */
import type { BlockKind } from '../translation/blocks.ts';
import { type WordChange, wordDiff } from '../translation/record/words.ts';
import { matchPrinted, type PrintedMatch } from './match-printed.ts';
import { judgePages, type PageChange } from './page-changes.ts';
import type { PrintedBlock, PrintedEdition } from './printed.ts';

export interface BlockChange {
  /** `changed` in its words, links, kind or picture. */
  readonly change: 'changed' | 'added' | 'removed' | 'moved';
  readonly kind: BlockKind;
  /** What it was, where that is something else. */
  readonly wasKind?: BlockKind;
  readonly group: string;
  readonly lang: string;
  readonly words: readonly WordChange[];
  readonly links: readonly LinkChange[];
  /** Another picture, whether its alternative text has changed or not. */
  readonly picture: boolean;
  /** Pages where it has changed, in the old print and in the new. */
  readonly pages: PagesOfBoth;
}

export interface PagesOfBoth {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** An address that a link leads to; both where it leads elsewhere now. */
export interface LinkChange {
  readonly before?: string;
  readonly after?: string;
}

export interface PrintChanges {
  /** In reading order; what is gone stands where it stood. */
  readonly blocks: readonly BlockChange[];
  /** All pages of the new print. */
  readonly pages: readonly PageChange[];
  /** How many pages the old print had. */
  readonly pagesBefore: number;
  /** Blocks of the old print that are in the new one, changed or not. */
  readonly kept: number;
}

/** Compares two prints; one that was not there, or is gone, has no pages and no blocks. */
export function comparePrints(before: PrintedEdition, after: PrintedEdition): PrintChanges {
  const matches = matchPrinted(before.blocks, after.blocks, after.lang);
  let page = 1;
  const blocks = matches.flatMap((match) => {
    page = match.after?.parts.at(-1)?.page ?? page;
    return changeOf(match, { page, pages: after.pages.length }) ?? [];
  });
  return {
    blocks,
    pages: judgePages({ before, after, matches, blocks }),
    pagesBefore: before.pages.length,
    kept: matches.filter((match) => match.before && match.after).length,
  };
}

/** Where in the new print a block is missing that is gone from it. */
interface Gone {
  /** The page that the block before it ends on. */
  readonly page: number;
  readonly pages: number;
}

function changeOf({ before, after, moved }: PrintedMatch, gone: Gone): BlockChange | undefined {
  const { kind, group, lang } = (after ?? before)!;
  const block = { kind, group, lang, links: [], picture: false };
  if (before && after) {
    const links = linkChanges(before.links, after.links);
    const picture = before.look !== undefined && after.look !== undefined && before.look !== after.look;
    const wasKind = before.kind === kind ? {} : { wasKind: before.kind };
    const hasSameWords = before.text === after.text;
    const words = hasSameWords ? same(after.text) : wordDiff(before.text, after.text, lang);
    const all = { ...block, ...wasKind, words, links, picture };
    if (hasSameWords && links.length === 0 && !picture && before.kind === kind)
      return moved && group !== 'header' && group !== 'footer'
        ? { ...all, change: 'moved', pages: { before: pagesOf(before), after: pagesOf(after) } }
        : undefined;
    // What stands in a margin is there whole on each of its pages.
    const pages =
      hasSameWords || kind === 'field'
        ? { before: pagesOf(before), after: pagesOf(after) }
        : changedPages(before, after, words);
    return { ...all, change: 'changed', pages };
  }
  if (after)
    return {
      ...block,
      change: 'added',
      words: [{ type: 'added', text: after.text }],
      links: after.links.map((url) => ({ after: url })),
      pages: { before: [], after: pagesOf(after) },
    };
  return {
    ...block,
    change: 'removed',
    words: [{ type: 'removed', text: before!.text }],
    links: before!.links.map((url) => ({ before: url })),
    pages: { before: pagesOf(before!), after: missingOn(before!, gone) },
  };
}

function missingOn(block: PrintedBlock, { page, pages }: Gone): readonly number[] {
  if (block.kind === 'field') return pagesOf(block).filter((number) => number <= pages);
  return pages === 0 ? [] : [page];
}

const same = (text: string): readonly WordChange[] => [{ type: 'same', text }];

function pagesOf({ parts }: PrintedBlock): readonly number[] {
  return [...new Set(parts.map(({ page }) => page))];
}

/** The pages on which words have changed, of a block that may stand on several. */
function changedPages(before: PrintedBlock, after: PrintedBlock, words: readonly WordChange[]): PagesOfBoth {
  const [old, fresh] = [new Set<number>(), new Set<number>()];
  let [from, to] = [0, 0];
  for (const { type, text } of words) {
    const [oldEnd, end] = [
      from + (type === 'added' ? 0 : text.length),
      to + (type === 'removed' ? 0 : text.length),
    ];
    if (type !== 'same') {
      for (const page of pagesBetween(before, from, oldEnd)) old.add(page);
      for (const page of pagesBetween(after, to, end)) fresh.add(page);
    }
    [from, to] = [oldEnd, end];
  }
  return { before: [...old], after: [...fresh] };
}

function pagesBetween({ parts }: PrintedBlock, start: number, end: number): readonly number[] {
  return parts.flatMap((part, i) => {
    const next = parts[i + 1]?.start ?? Number.POSITIVE_INFINITY;
    return part.start < Math.max(end, start + 1) && start < next ? [part.page] : [];
  });
}

/** Addresses that are not the same in the same order; one that gave way to another stands beside it. */
function linkChanges(before: readonly string[], after: readonly string[]): readonly LinkChange[] {
  if (before.length === after.length)
    return after.flatMap((url, i) => (url === before[i] ? [] : [{ before: before[i]!, after: url }]));
  const gone = before.filter((url) => !after.includes(url));
  const fresh = after.filter((url) => !before.includes(url));
  return [...gone.map((url) => ({ before: url })), ...fresh.map((url) => ({ after: url }))];
}
