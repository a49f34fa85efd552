/**
 * Cold start: one brief in one language, as a whole process from spawn to exit. The system's file cache is warm. Tools and
 * languages take turns, so that what else the machine does falls on all of them.
 */
import type { Build, Checkout, Context, Run, Table } from './context.ts';
import { EMPTY_SCRIPT, removeOutput, runBayan, runScript } from './process.ts';
import { makeProject } from './project.ts';
import { LANGUAGES, readStatement, type Statement } from './statement.ts';
import { median, medianOf, minimum, of } from './statistics.ts';

interface Subject<T extends Run = Run> {
  readonly tool: string;
  readonly lang?: string;
  readonly run: () => T | Promise<T>;
  readonly samples: T[];
  /** Runs in every so many-th round. */
  readonly every: number;
}

export interface ColdRuns {
  readonly subjects: readonly Subject[];
  /** Those of Bayan alone, with the time by stage. */
  readonly bayan: readonly Subject<Build>[];
}

export async function cold(context: Context): Promise<Table> {
  const { subjects } = await measureCold(context);
  const [, against] = context.checkouts;
  const before = (lang: string | undefined): readonly Run[] =>
    subjects.find((subject) => subject.tool === against?.tool && subject.lang === lang)?.samples ?? [];
  const rows = subjects.map(({ tool, lang, samples }) => ({
    tool,
    lang,
    runs: samples.length,
    wall: median(of(samples, 'wall')),
    fastest: minimum(of(samples, 'wall')),
    cpu: medianOf(samples, 'cpu'),
    rss: medianOf(samples, 'rss'),
    overBefore: inPairs(samples, before(lang)),
  }));
  const typst = (lang: string | undefined): number | undefined =>
    rows.find((row) => row.tool === 'Typst' && row.lang === lang)?.wall;
  const node = rows[0]!.wall;
  return {
    title: `Cold start: one two-page brief, whole process (median of ${rows[1]?.runs})`,
    columns: [
      { key: 'tool', label: 'tool' },
      { key: 'lang', label: 'language' },
      { key: 'wall', label: 'wall ms', digits: 0 },
      { key: 'fastest', label: 'fastest', digits: 0 },
      { key: 'cpu', label: 'CPU ms', digits: 0 },
      { key: 'rss', label: 'peak MB', digits: 0 },
      { key: 'overNode', label: '× Node.js', digits: 2 },
      ...(against ? [{ key: 'overBefore', label: `× ${against.tool}`, digits: 2 }] : []),
      ...(context.peers.length > 0 ? [{ key: 'overTypst', label: '× Typst', digits: 2 }] : []),
    ],
    rows: rows.map((row) => {
      const base = typst(row.lang);
      return { ...row, overNode: row.wall / node, overTypst: base && row.wall / base };
    }),
    notes: context.peers.map((peer) => peer.remark),
  };
}

/** How much longer than the other in the same round, in the middle of all rounds: the machine was the same for both. */
function inPairs(samples: readonly Run[], others: readonly Run[]): number | undefined {
  return others.length === 0 ? undefined : median(others.map(({ wall }, i) => samples[i]!.wall / wall));
}

/** Also what ./stages.ts shows. Sorted by tool: Node.js alone, Bayan, the peers. */
export function measureCold(context: Context): Promise<ColdRuns> {
  return context.once('cold', () => measure(context));
}

async function measure({ folder, quick, peers, checkouts, note }: Context): Promise<ColdRuns> {
  const rounds = quick ? 5 : 21;
  const statements = LANGUAGES.map(readStatement);
  const node: Subject = { tool: 'Node.js', run: () => runScript(EMPTY_SCRIPT), samples: [], every: 1 };
  const bayans = checkouts.map((checkout) =>
    statements.map((statement) => bayanSubject(folder, statement, checkout)),
  );
  const others = peers.map((peer) =>
    statements.map(
      (statement): Subject => ({
        tool: peer.name,
        lang: statement.lang,
        run: peer.prepareCold(statement),
        samples: [],
        every: peer.slow ? 3 : 1,
      }),
    ),
  );
  const byLanguage = LANGUAGES.flatMap((_, i) => [...bayans, ...others].map((subjects) => subjects[i]!));
  const turns = [node, ...byLanguage];
  for (const { run } of turns) await run(); // The system reads the files of each tool once.
  for (let round = 0; round < rounds; round++) {
    note(`cold start: round ${round + 1} of ${rounds}`);
    for (const { run, samples, every } of turns) if (round % every === 0) samples.push(await run());
  }
  return { subjects: [node, ...bayans.flat(), ...others.flat()], bayan: bayans[0]! };
}

function bayanSubject(folder: string, statement: Statement, { tool, root }: Checkout): Subject<Build> {
  const { lang } = statement;
  const project = makeProject(folder, `cold-${lang}-${tool}`, { brief: [statement] });
  const run = (): Build => {
    removeOutput(project);
    const { stdout, ...measured } = runBayan(['build', '--timings', '--format', 'json'], project, root);
    const { editions } = JSON.parse(stdout) as { editions: readonly Pick<Build, 'timings'>[] };
    return { ...measured, timings: editions[0]!.timings };
  };
  return { tool, lang, run, samples: [], every: 1 };
}
