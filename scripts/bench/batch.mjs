/** Many editions: 200 different briefs, in five languages by turns, built by one command without and with worker threads. */
import { availableParallelism } from 'node:os';
import { runBayan } from './process.mjs';
import { makeProject } from './project.mjs';
import { ALL_LANGUAGES, readStatement, version } from './statement.mjs';
import { median, minimum, of } from './statistics.mjs';

export async function batch({ folder, quick, peers, note }) {
  const count = quick ? 20 : 200;
  const repeats = quick ? 1 : 3;
  const statements = ALL_LANGUAGES.map(readStatement);
  const editions = Array.from({ length: count }, (_, i) =>
    version(statements[i % statements.length], Math.floor(i / statements.length)),
  );
  const bySlug = {};
  for (let i = 0; i < count; i += statements.length)
    bySlug[`brief-${i / statements.length}`] = editions.slice(i, i + statements.length);
  const root = makeProject(folder, 'batch', bySlug);
  const cores = availableParallelism();
  const subjects = [...new Set([1, cores])].map((jobs) => ({
    tool: `Bayan, --jobs ${jobs}`,
    run: () => runBayan(['build', '--jobs', String(jobs)], root),
  }));
  for (const peer of peers)
    subjects.push({ tool: peer.name, run: peer.prepareBatch(editions), slow: peer.slow });
  for (const subject of subjects) subject.samples = [];
  for (let i = 0; i < repeats; i++)
    for (const { tool, run, samples, slow } of subjects) {
      if (slow && i > 0) continue;
      note(`${count} editions: ${tool}, ${i + 1} of ${repeats}`);
      samples.push(await run());
    }
  const rows = subjects.map(({ tool, samples }) => ({
    tool,
    perSecond: (count * 1000) / median(of(samples, 'wall')),
    best: (count * 1000) / minimum(of(samples, 'wall')),
    wall: median(of(samples, 'wall')) / 1000,
    cpu: samples[0].cpu === undefined ? undefined : median(of(samples, 'cpu')) / count,
    rss: median(of(samples, 'rss')),
  }));
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
      ...(typst ? [{ key: 'overTypst', label: '× Typst', digits: 2 }] : []),
    ],
    rows: rows.map((row) => ({
      ...row,
      overOne: row.perSecond / rows[0].perSecond,
      overTypst: typst && row.perSecond / typst,
    })),
  };
}
