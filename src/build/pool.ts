/**
 * Builds editions in worker threads: each takes the next one when it is free. A worker that dies costs the
 * edition it was building, not the others.
 */
import { Worker } from 'node:worker_threads';
import { unexpected } from '../diagnostics/unexpected.ts';
import type { BuildTarget, BuiltEdition, EditionJob } from './edition.ts';

export interface PoolOptions {
  /** The worker's module: ./worker.ts, bundled. */
  readonly worker: URL;
  /** How many threads, at least 1. */
  readonly size: number;
  /** Called as each edition is done, in whatever order that is. */
  readonly done: (index: number, built: BuiltEdition) => void;
}

/** Builds the whole plan and resolves when the last edition is done. Never rejects. */
export async function runPool(
  plan: readonly EditionJob[],
  target: BuildTarget,
  options: PoolOptions,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    let worker: Worker | undefined;
    while (next < plan.length) {
      const index = next++;
      const planned = plan[index]!;
      try {
        // A thread that died between two editions has no id any more.
        if (worker?.threadId === -1) worker = undefined;
        worker ??= new Worker(options.worker, { workerData: target });
        options.done(index, await ask(worker, planned));
      } catch (error) {
        // The thread is gone or cannot be trusted; the next edition gets a new one.
        await worker?.terminate();
        worker = undefined;
        const diagnostics = [unexpected(error, planned.file)];
        options.done(index, { planned, documents: [], remarks: diagnostics, diagnostics, trace: [] });
      }
    }
    await worker?.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(options.size, plan.length) }, lane));
}

function ask(worker: Worker, planned: EditionJob): Promise<BuiltEdition> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('messageerror', onError).off('exit', onExit);
      act();
    };
    const onMessage = (built: BuiltEdition): void => settle(() => resolve(built));
    const onError = (error: unknown): void => settle(() => reject(error));
    const onExit = (code: number): void =>
      settle(() => reject(new Error(`a worker thread ended with code ${code}`)));
    worker.on('message', onMessage).on('error', onError).on('messageerror', onError).on('exit', onExit);
    worker.postMessage(planned);
  });
}
