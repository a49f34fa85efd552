/**
 * The benchmark: `npm run bench [-- --quick --peers --json --only cold,warm]`. Measures Bayan as bundled in dist/
 * (`npm run prepare` first) on the sample statement and prints tables. It judges nothing: no threshold, no exit code but
 * for a fault. What each table means is in docs/benchmark.md.
 */
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { batch } from './batch.ts';
import { cold } from './cold.ts';
import type { Context, Table } from './context.ts';
import { environment, load } from './environment.ts';
import { growth } from './growth.ts';
import { hard } from './hard.ts';
import { incremental } from './incremental.ts';
import { memory } from './memory.ts';
import { openPeers } from './peers/peers.ts';
import { CLI, ROOT } from './process.ts';
import { stages } from './stages.ts';
import { renderTable } from './table.ts';
import { text } from './text.ts';
import { warm } from './warm.ts';
import { watch } from './watch.ts';

const SECTIONS: Readonly<Record<string, (context: Context) => Promise<Table>>> = {
  cold,
  warm,
  batch,
  incremental,
  watch,
  growth,
  stages,
  text,
  memory,
  hard,
};
/** Takes minutes of its own and says nothing of speed in daily work. */
const ON_DEMAND = 'hard';
const HELP = `Usage: npm run bench -- [options]

  --quick          fewer runs and smaller documents: minutes become seconds, and noise grows
  --peers          beside Typst (npm package, put into a temporary folder) and headless Chromium, where they can be had
  --against <dir>  beside the Bayan of another checkout that has been bundled: cold, warm and batch
  --only <names>   only these tables: ${Object.keys(SECTIONS).join(', ')}
  --hard           only the table of hard input, which is not among those printed without being asked for
  --input <words>  of the hard inputs, those whose name contains this
  --json           one JSON object instead of tables
  --help           this`;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    against: { type: 'string' },
    only: { type: 'string', multiple: true },
    hard: { type: 'boolean', default: false },
    input: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const usual = options.hard ? [ON_DEMAND] : Object.keys(SECTIONS).filter((name) => name !== ON_DEMAND);
const wanted = options.only?.flatMap((names) => names.split(',')) ?? usual;
const unknown = wanted.find((name) => !Object.hasOwn(SECTIONS, name));

const against = options.against && resolve(options.against);

if (options.help) console.log(HELP);
else if (unknown !== undefined) fail(`there is no table "${unknown}"\n\n${HELP}`);
else if (!existsSync(CLI)) fail('Bayan has not been bundled yet: npm run prepare');
else if (against && !existsSync(join(against, 'dist/bayan.cjs')))
  fail(`there is no bundle in ${against}: npm run prepare`);
else await run();

async function run(): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bayan-bench-')));
  const facts = { ...environment(), ...(options.quick && { quick: true }) };
  const sections: (Table & { name: string })[] = [];
  try {
    const context = {
      folder,
      quick: options.quick,
      ...(options.input !== undefined && { input: options.input }),
      once: remembered(),
      peers: options.peers ? openPeers(folder, note) : [],
      checkouts: [{ tool: 'Bayan', root: ROOT }, ...(against ? [{ tool: 'before', root: against }] : [])],
      note,
    };
    if (!options.json) console.log(facts.line);
    for (const [name, measure] of Object.entries(SECTIONS)) {
      if (!wanted.includes(name)) continue;
      note(`${name} …`);
      const section = { name, ...(await measure(context)) };
      sections.push(section);
      if (!options.json) console.log(`\n${renderTable(section)}`);
    }
    const loadAfter = load();
    if (options.json)
      console.log(JSON.stringify({ environment: { ...facts, loadAfter }, sections }, undefined, 2));
    else console.log(`\nLoad average when done: ${loadAfter}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function remembered(): Context['once'] {
  const measured = new Map<string, Promise<unknown>>();
  return <T>(name: string, measure: () => Promise<T>): Promise<T> => {
    const before = measured.get(name) as Promise<T> | undefined;
    const result = before ?? measure();
    if (!before) measured.set(name, result);
    return result;
  };
}

function note(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\u001b[2K\r${words}\r`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}
