/** Many editions: 200 different briefs, in five languages by turns, built by one command without and with worker threads. */
import { availableParallelism } from 'node:os';
import type { Context, Run, Table } from './context.ts';
import { removeOutput, runBayan } from './process.ts';
import { makeProject } from './project.ts';
import { ALL_LANGUAGES, readStatement, type Statement, version } from './statement.ts';
import { median, medianOf, minimum, of } from './statistics.ts';

interface Subject {
  readonly tool: string;
  readonly run: () => Run | Promise<Run>;
  readonly slow?: boolean;
  readonly samples: Run[];
}

export async function batch({ folder, quick, peers, checkouts, note }: Context): Promise<Table> {
  const count = quick ? 20 : 200;
  const repeats = quick ? 1 : 3;
  const editions = manyEditions(count);
  const cores = availableParallelism();
  const subjects: Subject[] = [
    ...checkouts.flatMap(({ tool, root }) => {
      const project = makeProject(folder, `batch-${tool}`, bySlug(editions));
      return [...new Set([1, cores])].map((jobs) => ({
        tool: `${tool}, --jobs ${jobs}`,
        run: () => {
          removeOutput(project);
          return runBayan(['build', '--jobs', String(jobs)], project, root);
        },
        samples: [],
      }));
    }),
    ...peers.map((peer) => ({
      tool: peer.name,
      run: peer.prepareBatch(editions),
      slow: peer.slow,
      samples: [],
    })),
  ];
  for (let i = 0; i < repeats; i++)
    for (const { tool, run, samples, slow } of subjects) {
      if (slow && i > 0) continue;
      note(`${count} editions: ${tool}, ${i + 1} of ${repeats}`);
      samples.push(await run());
    }
  const rows = subjects.map(({ tool, samples }) => {
    const cpu = medianOf(samples, 'cpu');
    return {
      tool,
      perSecond: (count * 1000) / median(of(samples, 'wall')),
      best: (count * 1000) / minimum(of(samples, 'wall')),
      wall: median(of(samples, 'wall')) / 1000,
      cpu: cpu === undefined ? undefined : cpu / count,
      rss: medianOf(samples, 'rss'),
    };
  });
  const [own, against] = checkouts.map(({ tool }) => tool);
  const before = (tool: string): number | undefined =>
    against === undefined ? undefined : rows.find((row) => row.tool === tool.replace(own!, against))?.wall;
  const typst = rows.find(({ tool }) => tool === 'Typst')?.perSecond;
  return {
    title: `${count} different editions in ${ALL_LANGUAGES.length} languages, one command, whole process (median of ${repeats})`,
    columns: [
      { key: 'tool', label: 'tool' },
      { key: 'perSecond', label: 'documents/s', digits: 1 },
      { key: 'best', label: 'best', digits: 1 },
      { key: 'wall', label: 'wall s', digits: 2 },
      { key: 'cpu', label: 'CPU ms/document', digits: 1 },
      { key: 'rss', label: 'peak MB', digits: 0 },
      { key: 'overOne', label: '× one thread', digits: 2 },
      ...(against ? [{ key: 'overBefore', label: `× ${against}`, digits: 2 }] : []),
      ...(typst ? [{ key: 'overTypst', label: '× Typst', digits: 2 }] : []),
    ],
    rows: rows.map((row) => ({
      ...row,
      overBefore: row.wall / (before(row.tool) ?? Number.NaN),
      overOne: row.perSecond / rows[0]!.perSecond,
      overTypst: typst && row.perSecond / typst,
    })),
  };
}

function manyEditions(count: number): Statement[] {
  const statements = ALL_LANGUAGES.map(readStatement);
  return Array.from({ length: count }, (_, i) =>
    version(statements[i % statements.length]!, Math.floor(i / statements.length)),
  );
}

/** All languages of a version are one text. */
function bySlug(editions: readonly Statement[]): Record<string, Statement[]> {
  const size = ALL_LANGUAGES.length;
  return Object.fromEntries(
    Array.from({ length: Math.ceil(editions.length / size) }, (_, i) => [
      `brief-${i}`,
      editions.slice(i * size, (i + 1) * size),
    ]),
  );
}
