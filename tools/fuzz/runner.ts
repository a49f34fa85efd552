/** A process that builds cases, watched from outside: one that dies is a crash, one that takes too long a hang. */
import { type ChildProcess, fork } from 'node:child_process';
import { processTree } from '../process-tree.ts';
import type { Outcome, Verdict } from './judge.ts';
import type { Request } from './worker.ts';

/** ms of CPU time, so that what else the machine does makes no hang; of the clock, where nobody counts CPU time. */
const LIMIT = 5000;
/** A process that starts has to load Bayan first. */
const START = 2000;

export class Runner {
  readonly #script: string;
  #child: ChildProcess | undefined;

  constructor(script: string) {
    this.#script = script;
  }

  run(request: Request): Promise<Outcome> {
    const limit = this.#child ? LIMIT : LIMIT + START;
    const child = this.#child ?? this.#start();
    return new Promise((resolve) => {
      const end = (outcome: Outcome): void => {
        clearInterval(watch);
        child.removeAllListeners();
        resolve(outcome);
      };
      const fail = (fault: Verdict['fault'], detail: string): void => {
        this.#child = undefined;
        end({ verdicts: [{ fault, detail }], printed: 0 });
      };
      const elapsed = stopwatch(child.pid!);
      const watch = setInterval(() => {
        if (elapsed() < limit) return;
        child.kill('SIGKILL');
        fail('hang', `longer than ${LIMIT / 1000} s`);
      }, 500);
      child.once('message', (outcome: Outcome) => end(outcome));
      child.once('exit', (code, signal) => fail('crash', `the process ended with ${signal ?? code}`));
      child.send(request);
    });
  }

  close(): void {
    this.#child?.kill();
  }

  #start(): ChildProcess {
    this.#child = fork(this.#script, [], {
      execArgv: ['--max-old-space-size=1024'],
      env: { ...process.env, BAYAN_DEBUG: '1' },
    });
    return this.#child;
  }
}

/** ms that a process has worked since. */
function stopwatch(pid: number): () => number {
  const before = processTree(pid)?.cpu;
  if (before === undefined) {
    const started = performance.now();
    return () => performance.now() - started;
  }
  return () => (processTree(pid)?.cpu ?? before) - before;
}
