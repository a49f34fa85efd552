/** Finds the project that a folder is in. */
import { dirname, join, resolve } from 'node:path';
import { DISK, reasonOf } from '../files/disk.ts';

export const PROJECT_FILE = 'bayan.yaml';

/** What the system says where there is nothing; whatever else it says hides something. */
const NOTHING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** The nearest folder with a bayan.yaml, from `cwd` upwards; undefined when there is none. */
export function findProject(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (hasProjectFile(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * Whether there is a bayan.yaml in a folder: also a link that leads nowhere, and one that nobody may look at. That is
 * told where it is read.
 */
export function hasProjectFile(folder: string): boolean {
  const path = join(folder, PROJECT_FILE);
  try {
    DISK.stat(path);
    return true;
  } catch (error) {
    return DISK.hasEntry(path) || !NOTHING.has(reasonOf(error));
  }
}
