/** npm packages that fonts come in: where Node.js would find them, and no way out of them. */
import { dirname, join } from 'node:path';
import type { Disk } from './disk.ts';

/** What npm allows as a name; nothing in it can climb. */
const NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/i;

export function isPackageName(name: string): boolean {
  return NAME.test(name);
}

/** `@scope/name/folder/file` as package and file; no name when the path has none that npm would allow. */
export function splitPackagePath(path: string): { readonly name: string | undefined; readonly file: string } {
  const parts = path.split('/');
  const name = parts.splice(0, path.startsWith('@') ? 2 : 1).join('/');
  return { name: isPackageName(name) ? name : undefined, file: parts.join('/') };
}

/**
 * The folder of a package, links resolved: in node_modules of the first of `folders`, then of each folder above it, then the
 * same for the next.
 */
export function findPackage(name: string, folders: readonly string[], disk: Disk): string | undefined {
  for (const start of folders)
    for (const folder of upwards(start))
      try {
        const path = join(folder, 'node_modules', name);
        if (disk.stat(path).kind === 'folder') return disk.realPath(path);
      } catch {
        // Not here; the next folder may have it.
      }
  return undefined;
}

function upwards(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
}
