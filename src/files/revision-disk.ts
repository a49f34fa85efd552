/**
 * The disk as it was when something was committed: below a project folder everything comes from the commit, as if it had been
 * checked out there; around it, and in `node_modules`, from the disk of this machine.
 */
import { dirname, join, relative, resolve, sep } from 'node:path';
import { isWithin } from './containment.ts';
import { DISK, type Disk, type EntryKind, type FileStamp } from './disk.ts';
import { listRevision, type Revision, readObject, type TreeEntry } from './git.ts';

/** More links in a path than anybody lays. */
const MAX_LINKS = 40;

type Entry = TreeEntry | 'folder';

/**
 * The disk of a revision.
 *
 * @param root absolute path of the project folder, links resolved
 */
export function revisionDisk(root: string, revision: Revision): Disk {
  const entries = new Map<string, Entry>([[root, 'folder']]);
  const names = new Map<string, Map<string, EntryKind>>([[root, new Map()]]);
  for (const entry of listRevision(root, revision)) {
    const path = join(root, ...entry.path.split('/'));
    entries.set(path, entry);
    addName(path, entry.kind);
  }

  function addName(path: string, kind: EntryKind): void {
    const folder = dirname(path);
    if (!entries.has(folder)) {
      entries.set(folder, 'folder');
      names.set(folder, new Map());
      addName(folder, 'folder');
    }
    names.get(folder)!.set(path.slice(folder.length + 1), kind);
  }

  const isCommitted = (path: string): boolean =>
    isWithin(root, path) && !relative(root, path).split(sep).includes('node_modules');

  /** The path with the links of the commit resolved. */
  function followed(path: string, links = 0): string {
    if (!isCommitted(path)) return DISK.realPath(path);
    let current = root;
    const parts = relative(root, path).split(sep).filter(Boolean);
    for (const [index, part] of parts.entries()) {
      if (entries.get(current) !== 'folder') throw systemError('ENOTDIR');
      current = join(current, part);
      const entry = entries.get(current);
      if (entry === undefined) throw systemError('ENOENT');
      if (entry === 'folder' || entry.kind !== 'link') continue;
      if (links >= MAX_LINKS) throw systemError('ELOOP');
      const target = Buffer.from(readObject(root, entry.object)).toString('utf8');
      return followed(resolve(dirname(current), target, ...parts.slice(index + 1)), links + 1);
    }
    return current;
  }

  /** What stands at a path, links followed; undefined where that is outside of the commit. */
  function entryAt(path: string): { readonly path: string; readonly entry?: Entry } {
    const real = followed(path);
    return isCommitted(real) ? { path: real, entry: entries.get(real)! } : { path: real };
  }

  return {
    stat(path) {
      const { path: real, entry } = entryAt(path);
      if (entry === undefined) return DISK.stat(real);
      return entry === 'folder'
        ? { kind: 'folder', stamp: stampOf(0) }
        : { kind: entry.kind, stamp: stampOf(entry.size) };
    },
    read(path) {
      const { path: real, entry } = entryAt(path);
      if (entry === undefined) return DISK.read(real);
      if (entry === 'folder') throw systemError('EISDIR');
      return readObject(root, entry.object);
    },
    list(path) {
      const { path: real, entry } = entryAt(path);
      if (entry === undefined) return DISK.list(real);
      if (entry !== 'folder') throw systemError('ENOTDIR');
      return [...names.get(real)!].map(([name, kind]) => ({ name, kind }));
    },
    realPath: (path) => followed(path),
    hasEntry: (path) => (isCommitted(path) ? entries.has(path) : DISK.hasEntry(path)),
  };
}

/** What is committed never changes. */
function stampOf(size: number): FileStamp {
  return { size, modified: 0n, changed: 0n, inode: 0n };
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
