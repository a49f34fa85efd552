/**
 * npm run fuzz [-- --runs 20000 --seed 7 --only svg,font --case 137 --keep FOLDER]: mutates Markdown, YAML, templates,
 * drawings, pictures and fonts, builds each, and counts crashes, `internal`, hangs, messages without a place and lost
 * outputs. Ends with 1 when there is any. The same seed makes the same cases; `--keep` writes the projects at fault.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from '../bundle.mjs';
import { save } from '../save.ts';
import { KINDS, type Kind, makeCase } from './cases.ts';
import { FAULTS, type Verdict } from './judge.ts';
import { Runner } from './runner.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: KINDS.join(',') },
    case: { type: 'string' },
    keep: { type: 'string' },
  },
});
const seed = Number(values.seed);
const kinds = KINDS.filter((kind) => values.only.split(',').includes(kind));
const numbers = values.case
  ? [Number(values.case)]
  : Array.from({ length: Number(values.runs) }, (_, i) => i);
if (kinds.length === 0 || numbers.some(Number.isNaN) || Number.isNaN(seed)) {
  console.error(`nothing to do: --only takes ${KINDS.join(', ')}; --runs, --seed and --case take numbers`);
  process.exit(2);
}

/** Kinds take turns, so that few runs have some of each. */
const jobs = values.case
  ? kinds.map((kind) => ({ kind, number: numbers[0]! }))
  : numbers.map((number) => ({ kind: kinds[number % kinds.length]!, number }));
const counts = new Map<Kind, Map<string, number>>(kinds.map((kind) => [kind, new Map()]));
let next = 0;
let found = 0;
const worker = await bundle('tools/fuzz/worker.ts');
await Promise.all(Array.from({ length: Math.min(jobs.length, availableParallelism()) }, lane));
print();
process.exitCode = found > 0 ? 1 : 0;

async function lane(): Promise<void> {
  const runner = new Runner(worker);
  for (let job = jobs[next++]; job; job = jobs[next++]) {
    const { verdicts, printed } = await runner.run({ ...job, seed });
    count(job.kind, 'runs');
    count(job.kind, 'PDFs', printed);
    for (const verdict of verdicts) tell(job.kind, job.number, verdict);
    if (values.keep && (verdicts.length > 0 || values.case)) keep(values.keep, job.kind, job.number);
  }
  runner.close();
}

function count(kind: Kind, what: string, number = 1): void {
  const own = counts.get(kind)!;
  own.set(what, (own.get(what) ?? 0) + number);
}

function tell(kind: Kind, number: number, { fault, detail }: Verdict): void {
  found++;
  count(kind, fault);
  const { mutated } = makeCase(kind, number, seed);
  console.log(`${kind} ${number} (${mutated}): ${fault}: ${detail.slice(0, 1500)}`);
}

function keep(folder: string, kind: Kind, number: number): void {
  const { files } = makeCase(kind, number, seed);
  for (const [path, content] of Object.entries(files)) save(join(folder, `${kind}-${number}`), path, content);
}

function print(): void {
  const columns = ['runs', 'PDFs', ...FAULTS];
  console.log(
    `\n${'seed '.concat(String(seed)).padEnd(10)} ${columns.map((name) => name.padStart(13)).join('')}`,
  );
  for (const [kind, own] of counts)
    console.log(
      `${kind.padEnd(10)} ${columns.map((name) => String(own.get(name) ?? 0).padStart(13)).join('')}`,
    );
}
