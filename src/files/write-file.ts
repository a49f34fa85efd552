/**
 * Writes files whole or not at all: under a temporary name in the same folder, then renamed. Whoever opens the
 * old file meanwhile, or stops the build, sees the old file. (No fsync: it costs 2 ms and more a file, and what a
 * power cut takes can be built again.)
 */
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { reasonOf } from './disk.ts';
import { pause } from './lock.ts';
import { isAlive } from './process-alive.ts';

/**
 * `.name.pdf.1234-0.bayan-tmp`: the process, so that another one can tell whether it is still being written, and a number
 * that is higher where there is such a file already.
 */
const TEMPORARY = /^\..+\.(\d+)-\d+\.bayan-tmp$/;

/** What Windows says while a viewer, a search index or a virus scanner holds the file. */
const HELD: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);
/** ms between tries to replace a file that is held: scanners let go in this time, viewers do not. */
const PAUSES = [40, 80, 160, 320];

/** Moves a file over another; throws the system's error. */
export type Rename = (from: string, to: string) => void;

/**
 * Replaces the file at an absolute path, making its folder where needed. Throws the system's error when that
 * cannot be done; the old file is then untouched and the temporary one gone.
 *
 * @param rename stands in for the disk's own
 */
export function writeAtomically(path: string, bytes: Uint8Array, rename: Rename = renameSync): void {
  mkdirSync(dirname(path), { recursive: true });
  const { temporary, file } = openTemporary(path);
  try {
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    } finally {
      closeSync(file);
    }
    replace(temporary, path, rename);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A new file beside the one at `path`. */
function openTemporary(path: string): { readonly temporary: string; readonly file: number } {
  for (let number = 0; ; number++) {
    const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${number}.bayan-tmp`);
    try {
      // Never through a link that somebody put there.
      return { temporary, file: openSync(temporary, 'wx') };
    } catch (error) {
      if (reasonOf(error) !== 'EEXIST') throw error;
    }
  }
}

function replace(temporary: string, path: string, rename: Rename): void {
  for (const wait of PAUSES) {
    try {
      rename(temporary, path);
      return;
    } catch (error) {
      if (!isHeld(error)) throw error;
      pause(wait);
    }
  }
  rename(temporary, path);
}

/** Whether a file could not be replaced because another program holds it, as far as the system tells. */
export function isHeld(error: unknown): boolean {
  return HELD.has(reasonOf(error));
}

/** Whether a name in a folder is that of a file that is being written, or was. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
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
