/**
 * Building again: 40 editions, each build a whole process. Tools take turns, so that what else the machine does falls on all of
 * them. A peer that keeps no manifest makes everything again, or the one text that somebody names.
 */
import { join } from 'node:path';
import { judge } from '../../src/build/graph.ts';
import { readManifest } from '../../src/build/manifest.ts';
import { toolInputs } from '../../src/build/tool.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { save } from '../save.ts';
import type { Context, Run, Table } from './context.ts';
import { EMPTY_SCRIPT, runBayan, runScript } from './process.ts';
import { makeProject } from './project.ts';
import { ALL_LANGUAGES, readStatement, type Statement, toMarkdown, version } from './statement.ts';
import { median, medianOf, minimum, of } from './statistics.ts';

const TEXTS = 8;
/** At the same project, in one process. */
const LOOKS = 15;

export async function incremental({ folder, quick, note, peers }: Context): Promise<Table> {
  const rounds = quick ? 5 : 30;
  const statements = ALL_LANGUAGES.map(readStatement);
  const bySlug = Object.fromEntries(
    Array.from({ length: TEXTS }, (_, i) => [`brief-${i}`, statements.map((each) => version(each, i))]),
  );
  const root = makeProject(folder, 'incremental', bySlug);
  const [edited] = bySlug['brief-0'] as [Statement, ...Statement[]];
  let edits = 0;
  const edit = (): void => {
    const word = `Edit ${++edits}.`;
    save(root, `content/brief-0/${edited.lang}.md`, `${toMarkdown(edited)}\n${word}\n`);
  };
  const everything = Object.values(bySlug).flat();
  const ofPeers = peers
    .filter(({ slow }) => !slow)
    .flatMap((peer): Subject[] => [
      {
        tool: peer.name,
        what: 'one text, named',
        every: 3,
        prepare: () => {},
        run: peer.prepareCold(edited),
      },
      {
        tool: peer.name,
        what: 'everything',
        every: 10,
        prepare: () => {},
        run: peer.prepareBatch(everything),
      },
    ]);
  const tool = 'Bayan';
  const own: Subject[] = [
    { tool: 'Node.js', what: 'node -e 0', every: 1, prepare: () => {}, run: () => runScript(EMPTY_SCRIPT) },
    { tool, what: 'nothing to do', every: 1, prepare: () => {}, run: () => runBayan(['build'], root) },
    { tool, what: 'one word edited', every: 3, prepare: edit, run: () => runBayan(['build'], root) },
    {
      tool,
      what: 'everything',
      every: 10,
      prepare: () => {},
      run: () => runBayan(['build', '--force'], root),
    },
  ];
  const subjects = [...own, ...ofPeers].map((subject) => ({ ...subject, samples: [] as Run[] }));
  runBayan(['build'], root);
  for (let round = 0; round < rounds; round++) {
    note(`building again: round ${round + 1} of ${rounds}`);
    for (const { run, prepare, samples, every } of subjects) {
      if (round % every !== 0) continue;
      prepare();
      samples.push(await run());
      // What one edited is built before the next one looks.
      if (prepare === edit) runBayan(['build'], root);
    }
  }
  const node = median(of(subjects[0]!.samples, 'wall'));
  const whole = median(of(subjects[3]!.samples, 'wall'));
  return {
    title: `Building again: ${everything.length} editions, whole process, ms (median of up to ${rounds})`,
    columns: [
      { key: 'tool', label: 'tool' },
      { key: 'what', label: 'build' },
      { key: 'wall', label: 'wall ms', digits: 0 },
      { key: 'fastest', label: 'fastest', digits: 0 },
      { key: 'cpu', label: 'CPU ms', digits: 0 },
      { key: 'rss', label: 'peak MB', digits: 0 },
      { key: 'overNode', label: '× Node.js', digits: 2 },
      { key: 'overWhole', label: '× everything', digits: 2 },
    ],
    rows: subjects.map(({ tool: name, what, samples }) => ({
      tool: name,
      what,
      wall: median(of(samples, 'wall')),
      fastest: minimum(of(samples, 'wall')),
      cpu: medianOf(samples, 'cpu'),
      rss: medianOf(samples, 'rss'),
      overNode: median(of(samples, 'wall')) / node,
      overWhole: median(of(samples, 'wall')) / whole,
    })),
    notes: [hashing(root)],
  };
}

/** One way to build. */
interface Subject {
  readonly tool: string;
  readonly what: string;
  /** In which rounds it takes part. */
  readonly every: number;
  prepare(): void;
  run(): Run | Promise<Run>;
}

/** The part of "nothing to do" that is reading and hashing. */
function hashing(root: string): string {
  const output = join(root, 'out');
  const manifest = readManifest(output);
  const times = Array.from({ length: LOOKS }, () => {
    const started = performance.now();
    judge(manifest.texts, manifest, {
      files: new ProjectFiles(root),
      output,
      tools: toolInputs(),
      attachSource: false,
    });
    return performance.now() - started;
  });
  const inputs = new Set(manifest.editions.flatMap((edition) => edition.inputs));
  return `Asking for ${inputs.size} inputs and hashing ${manifest.editions.length} PDFs takes ${median(times).toFixed(1)} ms in a process that has done it before.`;
}
