/**
 * The worker thread of ./pool.ts: builds each edition it is sent and sends back what became of it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { ProjectFiles } from '../files/project-files.ts';
import { type BuildTarget, buildEdition, type EditionJob } from './edition.ts';
import { loadEngine } from './engine.ts';

/** Listens for editions until the thread is ended. */
export function startWorker(): void {
  const target = workerData as BuildTarget;
  const { project } = target;
  const stages = loadEngine().then((engine) => engine.open(project, new ProjectFiles(project.root)));
  parentPort?.on('message', async (planned: EditionJob) => {
    parentPort?.postMessage(await buildEdition(planned, target, await stages));
  });
}
