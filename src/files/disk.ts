/**
 * The disk, as much of it as Bayan needs to read: five questions. Everything above asks through the door
 * (./project-files.ts); tests put another disk in its place, on which folders may not be read.
 */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

/** What changes when a file does. */
export interface FileStamp {
  readonly size: number;
  /** Nanoseconds. */
  readonly modified: bigint;
  /** Nanoseconds; also when its name or rights changed. */
  readonly changed: bigint;
  readonly inode: bigint;
}

/** Paths are absolute. Each function throws the system's error, with its `code`. */
export interface Disk {
  /** What stands at a path, links followed. */
  stat(path: string): { readonly kind: EntryKind; readonly stamp: FileStamp };
  read(path: string): Uint8Array;
  /** Names in a folder, in any order; links are not followed. */
  list(path: string): readonly { readonly name: string; readonly kind: EntryKind }[];
  /** The path with every link resolved. */
  realPath(path: string): string;
  /** Whether there is an entry, be it a link that leads nowhere. */
  hasEntry(path: string): boolean;
}

interface Kinds {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function kindOf(entry: Kinds): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** The disk of this machine. */
export const DISK: Disk = {
  stat(path) {
    const stat = statSync(path, { bigint: true });
    const stamp = {
      size: Number(stat.size),
      modified: stat.mtimeNs,
      changed: stat.ctimeNs,
      inode: stat.ino,
    };
    return { kind: kindOf(stat), stamp };
  },
  read: (path) => readFileSync(path),
  list: (path) =>
    readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  realPath: (path) => realpathSync.native(path),
  hasEntry(path) {
    try {
      return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    } catch {
      // Below a file, or where nobody may look: reading it will say so.
      return false;
    }
  },
};

/** `EACCES`, `ENOENT` …; the message where the system gave no code. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  return error instanceof Error ? error.message : 'unknown fault';
}
