/** Paths that content names: they stay inside the project, whatever "..", absolute paths or links say. */
import { realpathSync, statSync } from 'node:fs';
import { join, posix, win32 } from 'node:path';
import { isWithin } from './inside.ts';

export type ProjectPath =
  | { readonly status: 'found'; readonly path: string; readonly absolute: string; readonly size: number }
  | { readonly status: 'missing'; readonly path: string }
  | { readonly status: 'outside' };

/** `path` with `/` separators and without `.` parts, or undefined when it is absolute or climbs with `..`. */
export function normalizeProjectPath(path: string): string | undefined {
  const slashed = path.replaceAll('\\', '/');
  if (posix.isAbsolute(slashed) || win32.isAbsolute(path) || /^[a-z]:/i.test(path)) return undefined;
  if (slashed.split('/').includes('..') || slashed.includes('\0')) return undefined;
  return posix.normalize(slashed);
}

/**
 * Finds a file of the project. Symbolic links are followed and must end inside `root`.
 *
 * @param root absolute path of the project folder
 * @param path relative to `root`
 */
export function findInProject(root: string, path: string): ProjectPath {
  const normal = normalizeProjectPath(path);
  if (normal === undefined) return { status: 'outside' };
  try {
    const absolute = realpathSync(join(root, normal));
    if (!isWithin(realpathSync(root), absolute)) return { status: 'outside' };
    const stat = statSync(absolute);
    if (!stat.isFile()) return { status: 'missing', path: normal };
    return { status: 'found', path: normal, absolute, size: stat.size };
  } catch {
    // Whatever the system says (no such file, a loop of links, a name too long): it is not there for us.
    return { status: 'missing', path: normal };
  }
}
