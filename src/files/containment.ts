/**
 * The one containment check: a path stays in the folder it is counted from. No absolute path, no `..` that climbs out,
 * no symbolic link that leads out. Links are followed, because the file system will follow them.
 */
import { dirname, isAbsolute, relative, resolve, sep, win32 } from 'node:path';
import { DISK, type Disk, reasonOf } from './disk.ts';

export type Contained =
  | {
      /** Absolute; links are not resolved. */
      readonly path: string;
      /** The same from the folder, with `/` separators and without `.` and `..`; empty for the folder itself. */
      readonly relative: string;
      readonly problem?: undefined;
    }
  | {
      readonly path?: undefined;
      readonly relative?: undefined;
      /** Words that follow "the path … ". */
      readonly problem: string;
      /** Whether it leads out, or cannot be followed to its end. */
      readonly fault: 'outside' | 'broken-link' | 'unreadable';
    };

/**
 * The absolute path for `path`, which is relative to `root`; or what is wrong with it. `\` separates like `/`, so that a
 * project means the same on every machine. The file itself need not exist: the deepest parent that does is checked.
 *
 * @param folder what `root` is called in messages
 */
export function resolveInside(
  root: string,
  path: string,
  disk: Disk = DISK,
  folder = 'the project',
): Contained {
  const named = resolveByName(root, path, folder);
  if (named.problem !== undefined) return named;
  try {
    const real = disk.realPath(deepestExisting(named.path, disk));
    // Of a root that is yet to be made nothing exists, and both deepest parents are the same.
    if (!isWithin(disk.realPath(deepestExisting(root, disk)), real))
      return outside(`leaves ${folder} through a symbolic link`);
  } catch (error) {
    const reason = reasonOf(error);
    // A link to nothing or to itself: writing through it could land anywhere.
    if (reason === 'ENOENT' || reason === 'ELOOP')
      return { problem: 'goes through a broken symbolic link', fault: 'broken-link' };
    return { problem: `cannot be read (${reason})`, fault: 'unreadable' };
  }
  return named;
}

/** The same by the path's name alone, without looking at links; for paths that are read through the door afterwards. */
export function resolveByName(root: string, path: string, folder = 'the project'): Contained {
  if (path.includes('\0')) return outside('holds a NUL character');
  // Windows' rules are tried everywhere.
  if (isAbsolute(path) || win32.isAbsolute(path) || /^[a-z]:/i.test(path)) return outside('is absolute');
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return outside('is an address, and nothing is fetched');
  const target = resolve(root, path.replaceAll('\\', '/'));
  if (!isWithin(root, target)) return outside(`leaves ${folder} with ".."`);
  return { path: target, relative: projectPath(root, target) };
}

function outside(problem: string): Contained {
  return { problem, fault: 'outside' };
}

/** Path relative to the project folder, with `/` separators, as diagnostics print it. */
export function projectPath(root: string, path: string): string {
  if (isPlainlyBelow(root, path)) return path.slice(root.length + 1).replaceAll(sep, '/');
  return relative(root, path).split(sep).join('/');
}

/** Whether `path` is `root` or below it, by name alone. */
export function isWithin(root: string, path: string): boolean {
  if (path === root || isPlainlyBelow(root, path)) return true;
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** What nearly every path is, told without taking it apart. */
function isPlainlyBelow(root: string, path: string): boolean {
  return path.startsWith(root) && path[root.length] === sep && !path.includes('..') && !path.endsWith(sep);
}

function deepestExisting(path: string, disk: Disk): string {
  let current = path;
  while (!disk.hasEntry(current)) {
    const parent = dirname(current);
    if (parent === current) break;
    current = parent;
  }
  return current;
}
