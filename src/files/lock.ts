/**
 * Keeps two processes from changing one file at once. A lock is held for milliseconds, so that whoever finds one for
 * seconds takes it over: its holder was killed.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive } from './process-alive.ts';

/** ms between two tries. */
const PAUSE = 20;
/** Four seconds, on a machine that does nothing else. */
const MOST_TRIES = 200;

/**
 * Does work while holding the lock file at an absolute path, whose folder exists. Throws the system's error when there
 * can be none. (Two that take over the lock of one that was killed may both get it: what the lock guards is written
 * whole and checked when it is read, so that the worst is to build once more.)
 */
export function withLock<T>(path: string, work: () => T): T {
  acquire(path);
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** Removes a lock whose holder is gone. */
export function removeStaleLock(path: string): void {
  if (isStale(path)) rmSync(path, { force: true });
}

function acquire(path: string): void {
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(path, `${process.pid}\n`, { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isStale(path) || tries >= MOST_TRIES) rmSync(path, { force: true });
    else pause(PAUSE);
  }
}

/** A lock in this process's name was left by one that had its number: work that holds a lock gives nobody else a turn. */
function isStale(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    // Empty for a moment after it was made.
    return pid > 0 && (pid === process.pid || !isAlive(pid));
  } catch {
    return false;
  }
}

/** Stops this thread. */
export function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
