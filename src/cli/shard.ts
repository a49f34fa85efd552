/**
 * `--shard`: which share of a build this process makes. It is typed, or read from the variables in which runners number the
 * jobs that they start.
 */
import type { Shard } from '../build/shard.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Context } from './context.ts';

type Env = Context['env'];

/** How a runner numbers its jobs. */
interface Runner {
  /** The variable with the number of this job. */
  readonly index: string;
  /** The variable with how many there are. */
  readonly total: string;
  /** The number of the first one, or the variable with it. */
  readonly first: number | string;
  /** The variable with the step from one to the next. */
  readonly step?: string;
  /** The variable with the number of the last one. */
  readonly last?: string;
}

export const RUNNERS: readonly Runner[] = [
  // Kubernetes, indexed Job: from 0. How many there are is set by hand, as the Job's `completions` is.
  { index: 'JOB_COMPLETION_INDEX', total: 'JOB_COMPLETIONS', first: 0 },
  // GitLab, `parallel:`: from 1.
  { index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', first: 1 },
  // Slurm, job array: `--array=1-8`, `0-7` or `0-14:2`.
  {
    index: 'SLURM_ARRAY_TASK_ID',
    total: 'SLURM_ARRAY_TASK_COUNT',
    first: 'SLURM_ARRAY_TASK_MIN',
    step: 'SLURM_ARRAY_TASK_STEP',
    last: 'SLURM_ARRAY_TASK_MAX',
  },
  // AWS Batch, array job: from 0.
  { index: 'AWS_BATCH_JOB_ARRAY_INDEX', total: 'AWS_BATCH_JOB_ARRAY_SIZE', first: 0 },
];

const MOST = 10_000;

export interface ChosenShard extends Shard {
  /** The variables it was read from: `JOB_COMPLETION_INDEX=2, JOB_COMPLETIONS=8`. */
  readonly from?: string;
}

/**
 * The shard that an option asks for. Undefined when it is none; the report then says why.
 *
 * @param text `3/8`; `/8` for the number from the environment; `auto` for both
 */
export function chooseShard(text: string, env: Env, report: Report): ChosenShard | undefined {
  const [, number, count] = /^(\d{0,6})\/(\d{1,6})$/.exec(text) ?? [];
  if (count === undefined && text !== 'auto') {
    refuse(report, `--shard ${text} is no share of a build`, 'the third of eight is: --shard 3/8');
    return undefined;
  }
  const of = count === undefined ? undefined : Number(count);
  if (of !== undefined && (of < 1 || of > MOST)) {
    refuse(report, `--shard ${text}: there can be 1 to ${MOST} shards`);
    return undefined;
  }
  if (!number) return fromEnvironment(of, env, report);
  const shard = { number: Number(number), of: of! };
  if (shard.number >= 1 && shard.number <= shard.of) return shard;
  refuse(report, `--shard ${text}: shards are numbered from 1 to ${shard.of}`);
  return undefined;
}

function fromEnvironment(of: number | undefined, env: Env, report: Report): ChosenShard | undefined {
  const runners = RUNNERS.filter(({ index }) => env[index]);
  if (runners.length === 0) {
    const names = RUNNERS.map(({ index }) => index).join(', ');
    refuse(report, `none of ${names} is set, from which to tell the shard`, 'type it: --shard 3/8');
    return undefined;
  }
  const shards = runners.map((runner) => ofRunner(runner, of, env, report));
  if (shards.some((shard) => shard === undefined)) return undefined;
  const [first, ...others] = shards as [ChosenShard, ...ChosenShard[]];
  const other = others.find((shard) => shard.number !== first.number || shard.of !== first.of);
  if (!other) return first;
  const [one, two] = [first, other].map(
    ({ number, of: count, from }) => `shard ${number} of ${count} (${from})`,
  );
  refuse(
    report,
    `the variables here name two shards: ${one} and ${two}`,
    'type the one that is meant: --shard 3/8',
  );
  return undefined;
}

function ofRunner(
  { index, total, first, step, last }: Runner,
  asked: number | undefined,
  env: Env,
  report: Report,
): ChosenShard | undefined {
  const used = [index, ...(asked === undefined || env[total] ? [total] : [])];
  const numbers = new Map<string, number>();
  for (const name of [...used, ...[first, step, last].filter((each) => typeof each === 'string')]) {
    const value = env[name];
    // These only say how the jobs are numbered.
    if (!value && (name === step || name === last)) continue;
    if (value && /^\d{1,9}$/.test(value)) {
      numbers.set(name, Number(value));
      continue;
    }
    const problem = value ? `${name}=${value} is no number` : `${index} is set, and ${name} is not`;
    const hint = name === total ? `say how many shards there are: ${total}=8, or --shard /8` : undefined;
    refuse(report, problem, hint);
    return undefined;
  }
  const of = numbers.get(total) ?? asked!;
  const from = used.map((name) => `${name}=${env[name]}`).join(', ');
  const at = (name: string | undefined): number | undefined =>
    name === undefined ? undefined : numbers.get(name);
  const lowest = typeof first === 'string' ? at(first)! : first;
  const pace = at(step) || 1;
  const highest = at(last) ?? lowest + pace * (of - 1);
  const number = (at(index)! - lowest) / pace + 1;
  if (asked !== undefined && of !== asked)
    refuse(report, `--shard /${asked}, and ${total}=${of}`, `type which shard is meant: --shard 3/${asked}`);
  else if (highest !== lowest + pace * (of - 1))
    refuse(
      report,
      `the jobs are not numbered in even steps (${from})`,
      'number them without gaps: --array=1-8',
    );
  else if (of < 1 || of > MOST) refuse(report, `${total}=${of}: there can be 1 to ${MOST} shards`);
  else if (!Number.isInteger(number) || number < 1 || number > of)
    refuse(report, `${index}=${env[index]}, where the jobs are numbered from ${lowest} to ${highest}`);
  else return { number, of, from };
  return undefined;
}

function refuse(report: Report, message: string, hint?: string): void {
  report.error('shard-unknown', undefined, message, hint === undefined ? {} : { hint });
}
