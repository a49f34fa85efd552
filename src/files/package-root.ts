/**
 * Where Bayan itself is installed: the folder that holds its templates, fonts and starter project, whether it
 * runs from src/, from dist/ or from somebody's node_modules.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PackageFacts {
  readonly name: string;
  readonly version: string;
}

let root: string | undefined;

/** Absolute path of the installed package. Throws when Bayan's own package.json is gone, which is a broken install. */
export function packageRoot(): string {
  if (root) return root;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (readFacts(folder)?.name !== 'bayan') {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('Bayan’s own package.json is missing; install bayan again');
    folder = parent;
  }
  root = folder;
  return folder;
}

/** Version of the installed package, for `--version` and for the PDF's Producer. */
export function packageVersion(): string {
  return readFacts(packageRoot())?.version ?? '0.0.0';
}

function readFacts(folder: string): PackageFacts | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFacts;
  } catch {
    return undefined;
  }
}
