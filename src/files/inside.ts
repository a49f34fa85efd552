/**
 * Keeps every path that a project names inside the project: no absolute path, no `..` that leaves, no symbolic
 * link that leads out. The check follows links, because the file system will.
 */
import { lstatSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep, win32 } from 'node:path';

export type Resolved =
  | { readonly path: string; readonly problem?: undefined }
  | { readonly path?: undefined; readonly problem: string };

/**
 * The absolute path for `path`, which is relative to `root`; or what is wrong with it, in words that follow
 * "the path … ". The file itself need not exist: the deepest parent that does is checked.
 */
export function resolveInside(root: string, path: string): Resolved {
  if (path.includes('\0')) return { problem: 'holds a NUL character' };
  // Windows' rules are tried everywhere, so that a project means the same on every machine.
  if (isAbsolute(path) || win32.isAbsolute(path) || /^[a-z]:/i.test(path)) return { problem: 'is absolute' };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return { problem: 'is an address, and nothing is fetched' };
  const target = resolve(root, path);
  if (!isWithin(root, target)) return { problem: 'leaves the project with ".."' };
  try {
    const real = realpathSync(deepestExisting(target));
    // Of a root that is yet to be made nothing exists, and both deepest parents are the same.
    if (!isWithin(realpathSync(deepestExisting(root)), real))
      return { problem: 'leaves the project through a symbolic link' };
  } catch {
    // A link to nothing or to itself: writing through it could land anywhere.
    return { problem: 'goes through a broken symbolic link' };
  }
  return { path: target };
}

/** Path relative to the project folder, with `/` separators, as diagnostics print it. */
export function projectPath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** Whether `path` is `root` or below it, by name alone. */
export function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function deepestExisting(path: string): string {
  let current = path;
  while (!entryExists(current)) {
    const parent = dirname(current);
    if (parent === current) break;
    current = parent;
  }
  return current;
}

/** lstat, not stat: a link that leads nowhere is still an entry. */
function entryExists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
