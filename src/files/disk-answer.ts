/** One question to the disk and what it answered. */
import { byCodeUnit } from '../diagnostics/code-unit-order.ts';
import { resolveInside } from './containment.ts';
import { DISK, type Disk, type FileStamp, reasonOf } from './disk.ts';
import {
  absentFault,
  type FileFault,
  type FolderEntry,
  type FolderListing,
  ReadFile,
  type SourceFile,
  sha256,
} from './source-file.ts';
import { type Place, shownPath } from './source-paths.ts';
import type { Asked, Question } from './trace.ts';

/** What stands at a path. */
export interface Found {
  readonly fault?: undefined;
  readonly kind: 'file' | 'folder' | 'other';
}

export type Result = SourceFile | FolderListing | Found | FileFault;

/** Ten times the heaviest photograph; more is a mistake, or an attack. */
const MAX_BYTES = 256 * 1024 * 1024;

export class DiskAnswer implements Asked {
  readonly asked: Question;
  readonly path: string;
  /** Undefined where the path has none: a package that is not installed, a path that leads out. */
  readonly absolute: string | undefined;
  /** Of a file that was read. */
  readonly stamp: FileStamp | undefined;
  #result: Result | undefined;
  #answer: string | undefined;

  constructor(
    asked: Question,
    path: string,
    before: {
      absolute?: string | undefined;
      stamp?: FileStamp | undefined;
      result?: Result;
      answer?: string;
    },
  ) {
    this.asked = asked;
    this.path = path;
    this.absolute = before.absolute;
    this.stamp = before.stamp;
    this.#result = before.result;
    this.#answer = before.answer;
  }

  /** Undefined when only the answer is known, or the bytes were let go. */
  get result(): Result | undefined {
    return this.#result;
  }

  get answer(): string {
    this.#answer ??= answerOf(this.#result!);
    return this.#answer;
  }

  /** Bytes of a file that it keeps in memory. */
  get held(): number {
    return this.#result !== undefined && 'bytes' in this.#result ? this.#result.bytes.length : 0;
  }

  /** Keeps the answer and lets the bytes go. */
  letGo(): void {
    void this.answer;
    this.#result = undefined;
  }
}

/** Asks the disk what is at a path that leads to `place`. */
export function askDisk(disk: Disk, asked: Question, path: string, place: Place | FileFault): DiskAnswer {
  if (place.fault !== undefined) return new DiskAnswer(asked, path, { result: place });
  const shown = shownPath(path);
  const { absolute } = place;
  try {
    // Before the file is read: what is written meanwhile has another stamp next time.
    const { kind, stamp } = disk.stat(absolute);
    if (asked === 'look')
      return new DiskAnswer(asked, path, { absolute, result: { kind: kind === 'link' ? 'other' : kind } });
    const wrong = kindFault(asked, kind, stamp.size, shown);
    if (wrong) return new DiskAnswer(asked, path, { absolute, result: wrong });
    if (asked === 'list')
      return new DiskAnswer(asked, path, { absolute, result: listing(disk, place, shown) });
    return new DiskAnswer(asked, path, { absolute, stamp, result: new ReadFile(shown, disk.read(absolute)) });
  } catch (error) {
    return new DiskAnswer(asked, path, { absolute, result: systemFault(reasonOf(error), shown) });
  }
}

/** A file that is no part of a project, by its absolute path, such as one in the output folder. No pipe is waited for. */
export function readWhole(path: string): SourceFile | FileFault {
  return askAbsolute('read', path) as SourceFile | FileFault;
}

/** What stands at an absolute path that is no part of a project. */
export function lookAt(path: string): Found | FileFault {
  return askAbsolute('look', path) as Found | FileFault;
}

function askAbsolute(asked: Question, absolute: string): Result | undefined {
  return askDisk(DISK, asked, absolute, { absolute, root: absolute, relative: '' }).result;
}

function kindFault(asked: Question, kind: string, size: number, path: string): FileFault | undefined {
  if (asked === 'list')
    return kind === 'folder'
      ? undefined
      : { fault: 'not-a-folder', path, problem: 'is a file, not a folder' };
  if (kind !== 'file')
    return {
      fault: 'not-a-file',
      path,
      problem: kind === 'folder' ? 'is a folder, not a file' : 'is no file',
    };
  if (size > MAX_BYTES)
    return { fault: 'too-large', path, problem: 'is larger than 256 MB, the most Bayan reads' };
  return undefined;
}

function listing(disk: Disk, place: Place, path: string): FolderListing {
  const entries = disk
    .list(place.absolute)
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry): FolderEntry => (entry.kind === 'link' ? followed(disk, place, entry.name) : entry))
    .sort((a, b) => byCodeUnit(a.name, b.name));
  return { path, entries, digest: sha256(JSON.stringify(entries.map(({ name, kind }) => [name, kind]))) };
}

/** An entry as what its link leads to; `link` when that is nothing, or outside. */
function followed(disk: Disk, { root, relative }: Place, name: string): FolderEntry {
  const inside = resolveInside(root, relative === '' ? name : `${relative}/${name}`, disk);
  if (inside.problem !== undefined) return { name, kind: 'link' };
  try {
    return { name, kind: disk.stat(inside.path).kind };
  } catch {
    return { name, kind: 'link' };
  }
}

function systemFault(reason: string, path: string): FileFault {
  if (reason === 'ENOENT') return absentFault(path);
  if (reason === 'ENOTDIR')
    return { fault: 'not-a-folder', path, problem: 'cannot be there: what should be its folder is a file' };
  return { fault: 'unreadable', path, problem: `cannot be read (${reason})` };
}

function answerOf(result: Result): string {
  if (result.fault !== undefined) return result.fault;
  return 'digest' in result ? result.digest : result.kind;
}
