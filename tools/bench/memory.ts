/** Memory over thousands of different paragraphs: what is left after each stretch must not grow with their number. */
import type { Context, Table } from './context.ts';
import type { MemoryMilestone } from './jobs/memory.ts';
import { runJob } from './process.ts';
import { makeProject } from './project.ts';
import { readStatement } from './statement.ts';

export async function memory({ folder, quick, note }: Context): Promise<Table> {
  note('memory');
  const milestones = quick ? [200, 500, 1000, 2000] : [500, 1000, 2000, 4000, 6000, 8000, 10_000];
  const root = makeProject(folder, 'memory', { brief: [readStatement('en')] });
  const argument = { root, milestones };
  const result = await runJob<MemoryMilestone[]>('jobs/memory.ts', argument, ['--expose-gc']);
  const base = result[0]!.rss;
  return {
    title: `Memory over ${milestones.at(-1)} different paragraphs in five languages, MB after garbage collection`,
    columns: [
      { key: 'paragraphs', label: 'paragraphs', digits: 0 },
      { key: 'rss', label: 'RSS', digits: 1 },
      { key: 'heap', label: 'JavaScript heap', digits: 1 },
      { key: 'external', label: 'external', digits: 1 },
      { key: 'ratio', label: '× first RSS', digits: 2 },
      { key: 'perParagraph', label: 'ms/paragraph', digits: 3 },
    ],
    rows: result.map((row) => ({ ...row, ratio: row.rss / base })),
    notes: [
      'External: HarfBuzz’s memory with the fonts, and buffers. The heap holds the cache of shaped runs, which is bounded.',
    ],
  };
}
