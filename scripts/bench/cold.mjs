/**
 * Cold start: one brief in one language, as a whole process from spawn to exit. The system's file cache is warm. Tools and
 * languages take turns, so that what else the machine does falls on all of them.
 */

import { EMPTY_SCRIPT, runBayan, runScript } from './process.mjs';
import { makeProject } from './project.mjs';
import { LANGUAGES, readStatement } from './statement.mjs';
import { median, minimum, of } from './statistics.mjs';

export async function cold(context) {
  const { rows } = await measureCold(context);
  const base = (row) => rows.find(({ tool, lang }) => tool === 'Typst' && lang === row.lang)?.wall;
  const node = rows[0].wall;
  return {
    title: `Cold start: one two-page brief, whole process (median of ${rows[1].runs})`,
    columns: [
      { key: 'tool', label: 'tool' },
      { key: 'lang', label: 'language' },
      { key: 'wall', label: 'wall ms', digits: 0 },
      { key: 'fastest', label: 'fastest', digits: 0 },
      { key: 'cpu', label: 'CPU ms', digits: 0 },
      { key: 'rss', label: 'peak MB', digits: 0 },
      { key: 'overNode', label: '× Node.js', digits: 2 },
      ...(context.peers.length > 0 ? [{ key: 'overTypst', label: '× Typst', digits: 2 }] : []),
    ],
    rows: rows.map((row) => ({
      ...row,
      overNode: row.wall / node,
      overTypst: base(row) && row.wall / base(row),
    })),
    notes: context.peers.map((peer) => peer.remark).filter(Boolean),
  };
}

/** Also what ./stages.mjs shows: the time by stage of every cold run of Bayan. */
export function measureCold(context) {
  if (!context.cache.has('cold')) context.cache.set('cold', measure(context));
  return context.cache.get('cold');
}

async function measure({ folder, quick, peers, note }) {
  const rounds = quick ? 5 : 21;
  const subjects = [{ tool: 'Node.js', run: () => runScript(EMPTY_SCRIPT), samples: [] }];
  for (const lang of LANGUAGES) {
    const statement = readStatement(lang);
    const root = makeProject(folder, `cold-${lang}`, { brief: [statement] });
    const run = () => {
      const { stdout, ...measured } = runBayan(['build', '--timings', '--format', 'json'], root);
      return { ...measured, timings: JSON.parse(stdout).editions[0].timings };
    };
    subjects.push({ tool: 'Bayan', lang, run, samples: [] });
    for (const peer of peers)
      subjects.push({
        tool: peer.name,
        lang,
        run: peer.prepareCold(statement),
        samples: [],
        every: peer.slow ? 3 : 1,
      });
  }
  for (const { run } of subjects) await run(); // The system reads the files of each tool once.
  for (let round = 0; round < rounds; round++) {
    note(`cold start: round ${round + 1} of ${rounds}`);
    for (const { run, samples, every = 1 } of subjects) if (round % every === 0) samples.push(await run());
  }
  const rows = subjects.map(({ tool, lang, samples }) => ({
    tool,
    lang,
    runs: samples.length,
    wall: median(of(samples, 'wall')),
    fastest: minimum(of(samples, 'wall')),
    cpu: samples[0].cpu === undefined ? undefined : median(of(samples, 'cpu')),
    rss: samples[0].rss === undefined ? undefined : median(of(samples, 'rss')),
  }));
  const bayan = subjects.filter(({ tool }) => tool === 'Bayan');
  rows.sort((a, b) => rank(a) - rank(b));
  return { rows, bayan };

  function rank({ tool, lang }) {
    const tools = ['Node.js', 'Bayan', ...peers.map(({ name }) => name)];
    return tools.indexOf(tool) * LANGUAGES.length + Math.max(0, LANGUAGES.indexOf(lang));
  }
}
