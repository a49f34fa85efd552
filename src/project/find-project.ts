/** Finds the project that a folder is in. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const PROJECT_FILE = 'bayan.yaml';

/** The nearest folder with a bayan.yaml, from `cwd` upwards; undefined when there is none. */
export function findProject(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, PROJECT_FILE))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
