/** Memory and CPU time of a process and all it started, from /proc; undefined where there is none. */
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second. */
const TICK = 10;

export interface TreeUse {
  /** Proportional set size in MB, so that shared pages count once. */
  readonly memory: number;
  /** ms of user and system time. */
  readonly cpu: number;
}

export function processTree(root: number): TreeUse | undefined {
  const children = new Map<number, number[]>();
  const times = new Map<number, number>();
  try {
    for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      const stat = read(`/proc/${name}/stat`);
      if (!stat) continue;
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const parent = Number(fields[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
      // utime, stime, and those of children that ended.
      times.set(Number(name), fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK);
    }
  } catch {
    return undefined;
  }
  let memory = 0;
  let cpu = 0;
  const queue = [root];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    memory += Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0) / 1000;
    cpu += times.get(pid) ?? 0;
    queue.push(...(children.get(pid) ?? []));
  }
  return { memory, cpu };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // It ended meanwhile.
  }
}
