/**
 * `stacks`: names for columns of much the same height, in reading order. A long list comes in blocks that are short enough to
 * stay on one page, so that nobody has to turn pages from the foot of one column to the head of the next.
 */
import type { SignatoryEntry, SignatoryGroup } from '../handlebars/context.ts';
import { describe, type HelperDefinition, helperFault } from './helper.ts';

/** Lines of a block. */
const BLOCK_LINES = 8;
/** Characters that a line of small type takes on A4, and how many lines a heading counts for. */
const [LINE_CHARACTERS, HEADING_LINES] = [114, 1.6];

interface Placed {
  readonly group: SignatoryGroup;
  readonly entry: SignatoryEntry;
  readonly isFirst: boolean;
  readonly lines: number;
}

export const stacks: HelperDefinition = {
  name: 'stacks',
  summary:
    'Groups of signatories in blocks of so many columns: each block has a `kind` or none, and `stacks` of groups.',
  example: '{{#each (stacks signatories.groups 3)}}…{{/each}}',
  params: [2, 2],
  hash: [],
  run: (call) => {
    const [groups, columns] = call.params;
    if (!isGroups(groups)) throw helperFault(call, `${describe(groups)} is not the groups of signatories`);
    const count = Number(columns);
    if (!Number.isInteger(count) || count < 1 || count > 4)
      throw helperFault(call, `${describe(columns)} is not a number of columns from 1 to 4`);
    // Under the name of a country names run on; organisations and people each begin a block.
    const runs = groups.some(({ kind }) => kind !== null) ? groups.map((group) => [group]) : [groups];
    return runs.flatMap((run) => blocksOf(run, count));
  },
};

function isGroups(value: unknown): value is readonly SignatoryGroup[] {
  return (
    Array.isArray(value) &&
    value.every((item: unknown) => typeof item === 'object' && item !== null && 'entries' in item)
  );
}

function blocksOf(run: readonly SignatoryGroup[], columns: number): readonly object[] {
  const items = run.flatMap((group) =>
    group.entries.map((entry, index): Placed => {
      const characters = [entry.name, ...entry.details].join(' · ').length;
      const isFirst = index === 0;
      const heading = isFirst && group.country !== null ? HEADING_LINES : 0;
      return { group, entry, isFirst, lines: heading + Math.ceil(characters / (LINE_CHARACTERS / columns)) };
    }),
  );
  if (items.length === 0) return [];
  const blocks = divide(items, Math.max(1, Math.round(linesOf(items) / (BLOCK_LINES * columns))));
  return blocks.map((block, index) => ({
    kind: index === 0 ? (run[0]?.kind ?? null) : null,
    stacks: divide(block, columns).map(groupsIn),
  }));
}

const linesOf = (items: readonly Placed[]): number => items.reduce((sum, { lines }) => sum + lines, 0);

/** The items in so many parts of much the same height, none of which comes before the one in front of it. */
function divide(items: readonly Placed[], count: number): readonly (readonly Placed[])[] {
  const total = linesOf(items);
  const parts: Placed[][] = Array.from({ length: count }, () => []);
  let above = 0;
  for (const item of items) {
    // By where it begins, so that of two columns the first is the longer one.
    parts[Math.floor((above / total) * count)]!.push(item);
    above += item.lines;
  }
  return parts;
}

/** What stands in one column; the heading of a group stands where it begins. */
function groupsIn(items: readonly Placed[]): readonly SignatoryGroup[] {
  const groups: { country: string | null; kind: SignatoryGroup['kind']; entries: SignatoryEntry[] }[] = [];
  let last: SignatoryGroup | undefined;
  for (const { group, entry, isFirst } of items) {
    if (group !== last)
      groups.push({ country: isFirst ? group.country : null, kind: group.kind, entries: [] });
    groups.at(-1)!.entries.push(entry);
    last = group;
  }
  return groups;
}
