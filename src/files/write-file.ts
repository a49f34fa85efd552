/**
 * Writes files whole or not at all: under a temporary name in the same folder, then renamed. Whoever opens the
 * old file meanwhile, or stops the build, sees the old file. (No fsync: it costs 2 ms and more a file, and what a
 * power cut takes can be built again.)
 */
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** `.name.pdf.1234-0.bayan-tmp`: the process, so that another one can tell whether it is still being written. */
const TEMPORARY = /^\..+\.(\d+)-\d+\.bayan-tmp$/;

/**
 * Replaces the file at an absolute path, making its folder where needed. Throws the system's error when that
 * cannot be done; the old file is then untouched and the temporary one gone.
 */
export function writeAtomically(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${threadId}.bayan-tmp`);
  // Left by a process that had our number; `wx` below must not follow a link somebody put there instead.
  rmSync(temporary, { force: true });
  try {
    const file = openSync(temporary, 'wx');
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Removes temporary files in a folder whose process is gone: it was killed while it wrote. */
export function removeStaleTemporaries(folder: string): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return; // No folder, nothing stale.
  }
  for (const name of names) {
    const pid = TEMPORARY.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
