/** The machine a benchmark ran on: without it the numbers say nothing. */
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { packageVersion } from '../../src/files/package-root.ts';

export interface Environment {
  readonly bayan: string;
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryMB: number;
  readonly system: string;
  readonly load: string;
  /** All of it in one line. */
  readonly line: string;
}

export function environment(): Environment {
  const facts = {
    bayan: packageVersion(),
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
    memoryMB: Math.round(totalmem() / 1e6),
    system: `${platform()} ${release()}`,
    load: load(),
  };
  const line =
    `Bayan ${facts.bayan}, Node.js ${facts.node}, ${facts.cpu}, ${facts.cores} cores, ${Math.round(facts.memoryMB / 1000)} GB, ` +
    `${facts.system}, load average ${facts.load}`;
  return { ...facts, line };
}

/** Over 1, 5 and 15 minutes. More than the machine's cores: others were at work, and wall times are too long. */
export function load(): string {
  return loadavg()
    .map((value) => value.toFixed(2))
    .join(' ');
}
