/**
 * Watches the files of a project and tells of them in batches: what an editor, a move of a folder or a checkout does within
 * a moment is one change. One batch is worked on at a time; what happens meanwhile is the next.
 */
import { statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { watch } from 'chokidar';
import { reasonOf } from '../files/disk.ts';

/** ms without a change after which a batch is complete: longer than one save of any editor takes. */
const QUIET = 12;
/** ms after which a batch is worked on although changes go on. */
const LONGEST = 400;

/** ms for which chokidar says nothing more of a file that it has told of: a second save in that time is looked for. */
const DEAF = 60;

/** Files of package managers in the project folder: written when something was installed or removed. */
const INSTALLED: ReadonlySet<string> = new Set([
  'package.json',
  'package-lock.json',
  'pnpm-lock.yaml',
  'yarn.lock',
]);

export interface WatchOptions {
  /** Absolute path of the project folder, links resolved. */
  readonly root: string;
  /** Whether an absolute path is what builds write. */
  readonly isOutput: (path: string) => boolean;
  /**
   * What to do with each batch; never rejects.
   *
   * @param paths absolute; undefined when anything may have changed: packages were installed, or not all is watched
   */
  readonly work: (paths: readonly string[] | undefined) => Promise<void>;
  /** Told why something cannot be watched, each reason once; the rest is. */
  readonly onFault: (reason: string) => void;
}

export interface FileWatch {
  /** Whether something has changed that has not been told. */
  readonly pending: boolean;
  /** Ends it, after the batch that is being worked on. */
  close(): Promise<void>;
}

/** Resolves when all files are watched. */
export async function watchFiles({ root, isOutput, work, onFault }: WatchOptions): Promise<FileWatch> {
  const paths = new Set<string>();
  /** Why not all is watched. */
  const reasons = new Set<string>();
  let first = 0;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;

  const schedule = (): void => {
    clearTimeout(timer);
    if (working || paths.size === 0) return;
    timer = setTimeout(run, Math.min(QUIET, Math.max(0, first + LONGEST - performance.now())));
  };
  const run = (): void => {
    const told = [...paths];
    paths.clear();
    const isAnything = reasons.size > 0 || told.some((path) => INSTALLED.has(relative(root, path)));
    working = work(isAnything ? undefined : told).finally(() => {
      working = undefined;
      schedule();
    });
  };

  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path) => isOutput(path) || relative(root, path).split(sep).some(isNobodys),
  });
  const looks = new Map<string, NodeJS.Timeout>();
  const tell = (path: string): void => {
    if (paths.size === 0) first = performance.now();
    paths.add(path);
    schedule();
    const seen = stampOf(path);
    clearTimeout(looks.get(path));
    const lookAgain = (): void => {
      looks.delete(path);
      if (stampOf(path) !== seen) tell(path);
    };
    looks.set(path, setTimeout(lookAgain, DEAF));
  };
  watcher.on('all', (_, path) => {
    if (!isOutput(path)) tell(path);
  });
  watcher.on('error', (error) => {
    const reason = reasonOf(error);
    if (!reasons.has(reason)) onFault(reason);
    reasons.add(reason);
  });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  // By then it has looked at each file once, and sees what changes.
  if (watcher.options.usePolling) await wait(watcher.options.interval);
  return {
    get pending() {
      return paths.size > 0;
    },
    async close() {
      paths.clear();
      clearTimeout(timer);
      for (const look of looks.values()) clearTimeout(look);
      await watcher.close();
      await working;
    },
  };
}

/** What is different when a file was written since; empty when there is none, or none that may be looked at. */
function stampOf(path: string): string {
  try {
    const { ino, size, ctimeNs } = statSync(path, { bigint: true });
    return `${ino} ${size} ${ctimeNs}`;
  } catch {
    return '';
  }
}

/** Names of what is no part of a project: hidden files, copies that editors make, packages. */
function isNobodys(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.') || name.endsWith('~');
}
