/**
 * The door to the disk. Everything that content, brand, templates, strings, styles, fonts and pictures are read from
 * comes through here: kept inside its folder, read once, remembered with its digest, and noted in a trace for whoever
 * wants to know later what a document was made from.
 *
 * A path is counted from the project folder; `bayan:…` from the folder Bayan is installed in, and
 * `package:<name>/…` from that npm package, as Node.js would find it from the project, else from Bayan.
 */
import { isAbsolute, resolve } from 'node:path';
import { type Contained, isWithin, resolveByName, resolveInside } from './containment.ts';
import { DISK, type Disk, type FileStamp, reasonOf } from './disk.ts';
import { findPackage, splitPackagePath } from './npm-package.ts';
import { packageRoot } from './package-root.ts';
import {
  type FileFault,
  type FolderEntry,
  type FolderListing,
  ReadFile,
  type SourceFile,
  sha256,
} from './source-file.ts';
import { type Asked, type Question, type Trace, type TraceEntry, traceKey } from './trace.ts';

/** What stands at a path. */
export interface Found {
  readonly fault?: undefined;
  readonly kind: 'file' | 'folder' | 'other';
}

/** What a stage sees of the door. */
export interface SourceReader {
  /** A file, whole. */
  read(path: string): SourceFile | FileFault;
  /** The names in a folder. */
  list(path: string): FolderListing | FileFault;
  /** What stands at a path, without reading it. */
  look(path: string): Found | FileFault;
}

/** Bytes of files kept in memory; of what was read before that, only the digest is. */
const HELD_BYTES = 64 * 1024 * 1024;
/** Ten times the heaviest photograph; more is a mistake, or an attack. */
const MAX_BYTES = 256 * 1024 * 1024;

type Answer = SourceFile | FolderListing | Found | FileFault;

/** A question that was asked of the disk. */
interface Remembered extends Asked {
  /** Absolute; undefined where the path has none: a package that is not installed, a path that leads out. */
  readonly absolute: string | undefined;
  readonly stamp: FileStamp | undefined;
  /** Undefined for a file whose bytes were let go. */
  result: Answer | undefined;
}

type Place =
  | {
      readonly fault?: undefined;
      readonly absolute: string;
      readonly root: string;
      readonly relative: string;
    }
  | FileFault;

export class ProjectFiles implements SourceReader {
  /** Absolute path of the project folder, links resolved. */
  readonly root: string;
  readonly #disk: Disk;
  readonly #known = new Map<string, Remembered>();
  readonly #packages = new Map<string, string | undefined>();
  readonly #overtaken = new Set<string>();
  #held = 0;

  constructor(root: string, disk: Disk = DISK) {
    this.#disk = disk;
    this.root = realOr(resolve(root), disk);
  }

  read(path: string, trace?: Trace): SourceFile | FileFault {
    return this.#ask('read', path, trace) as SourceFile | FileFault;
  }

  list(path: string, trace?: Trace): FolderListing | FileFault {
    return this.#ask('list', path, trace) as FolderListing | FileFault;
  }

  look(path: string, trace?: Trace): Found | FileFault {
    return this.#ask('look', path, trace) as Found | FileFault;
  }

  /** The same door, noting in `trace` what is asked of it. */
  recording(trace: Trace): SourceReader {
    return {
      read: (path) => this.read(path, trace),
      list: (path) => this.list(path, trace),
      look: (path) => this.look(path, trace),
    };
  }

  /** What a question of a trace is answered now: its `answer` is still good when this is the same. */
  answer(asked: Question, path: string): string {
    this.#ask(asked, path);
    return this.#known.get(traceKey({ asked, path }))!.answer;
  }

  /** Takes over what another door was answered, so that `refresh` can tell whether it still holds. */
  recall(entries: readonly TraceEntry[]): void {
    for (const { asked, path, answer } of entries) {
      const key = traceKey({ asked, path });
      if (this.#known.has(key)) continue;
      const place = this.locate(path);
      const absolute = place.fault === undefined ? place.absolute : undefined;
      this.#known.set(key, { asked, path, answer, absolute, stamp: undefined, result: undefined });
    }
  }

  /**
   * Takes in what changed on disk: everything that was asked is asked again, or only what `paths` (absolute, or from
   * the project folder) concern. A file whose size, times and number on disk are as before is not read again,
   * unless it is named.
   *
   * @returns keys of the questions that have another answer now, as `Trace.touches` takes them
   */
  refresh(paths?: readonly string[]): ReadonlySet<string> {
    this.#packages.clear();
    const named = paths?.map((path) => (isAbsolute(path) ? path : resolve(this.root, path)));
    const changed = new Set(this.#overtaken);
    this.#overtaken.clear();
    for (const [key, old] of [...this.#known]) {
      if (named && !concerns(named, old.absolute)) continue;
      const isNamed = named?.includes(old.absolute ?? '') ?? false;
      if (!isNamed && old.stamp && this.#sameStamp(old)) continue;
      const now = this.#fresh(old.asked, old.path);
      if (now.answer === old.answer) {
        // What others hold stays the same object; only its stamp is new.
        this.#remember(key, { ...now, result: old.result ?? now.result });
      } else {
        changed.add(key);
        this.#remember(key, now);
      }
    }
    return changed;
  }

  /**
   * Where a path that an author wrote leads by its name: inside the project, or why not. It is no `bayan:` or
   * `package:` path; what links make of it is seen when it is read.
   */
  inside(path: string): Contained {
    return resolveByName(this.root, path);
  }

  /** Absolute path of what `path` names, or why it has none. For libraries that open files themselves. */
  locate(path: string): Place {
    const [, scheme, rest = path] = /^(bayan|package):(.*)$/s.exec(path) ?? [];
    const shown = shownPath(path);
    if (scheme !== 'package')
      return this.#inside(scheme ? packageRoot() : this.root, rest, shown, 'the project');
    const { name, file } = splitPackagePath(rest);
    if (name === undefined) return { fault: 'outside', path: shown, problem: 'names no npm package' };
    const folder = this.#packageFolder(name);
    if (folder === undefined) return absent(shown);
    return this.#inside(folder, file, shown, 'its package');
  }

  #ask(asked: Question, path: string, trace?: Trace): Answer {
    const key = traceKey({ asked, path });
    const known = this.#known.get(key);
    if (known?.result !== undefined) {
      trace?.add(known);
      return known.result;
    }
    const fresh = this.#fresh(asked, path);
    // It changed between two looks at it, which the next refresh has to tell.
    if (known && known.answer !== fresh.answer) this.#overtaken.add(key);
    this.#remember(key, fresh);
    trace?.add(fresh);
    return fresh.result!;
  }

  #fresh(asked: Question, path: string): Remembered {
    const place = this.locate(path);
    if (place.fault !== undefined) return remembered(asked, path, undefined, undefined, place);
    const shown = shownPath(path);
    let stamp: FileStamp | undefined;
    let result: Answer;
    try {
      // Before it is read: what is written meanwhile has another stamp next time.
      const stat = this.#disk.stat(place.absolute);
      const kind = stat.kind === 'link' ? 'other' : stat.kind;
      if (asked === 'look') result = { kind };
      else if (asked === 'list') {
        result =
          kind === 'folder'
            ? this.#listing(place, shown)
            : { fault: 'not-a-folder', path: shown, problem: 'is a file, not a folder' };
      } else if (kind === 'file') {
        stamp = stat.stamp;
        result =
          stamp.size > MAX_BYTES
            ? { fault: 'too-large', path: shown, problem: 'is larger than 256 MB, the most Bayan reads' }
            : new ReadFile(shown, this.#disk.read(place.absolute));
      } else {
        const problem = kind === 'folder' ? 'is a folder, not a file' : 'is no file';
        result = { fault: 'not-a-file', path: shown, problem };
      }
    } catch (error) {
      result = faultFor(reasonOf(error), shown);
    }
    return remembered(asked, path, place.absolute, stamp, result);
  }

  #listing(place: Exclude<Place, FileFault>, path: string): FolderListing {
    const entries = this.#disk
      .list(place.absolute)
      .filter(({ name }) => !name.startsWith('.'))
      .map((entry): FolderEntry => (entry.kind === 'link' ? this.#followed(place, entry.name) : entry))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    const digest = sha256(JSON.stringify(entries.map(({ name, kind }) => [name, kind])));
    return { path, entries, digest };
  }

  #followed({ root, relative }: Exclude<Place, FileFault>, name: string): FolderEntry {
    const inside = resolveInside(root, relative === '' ? name : `${relative}/${name}`, this.#disk);
    if (inside.problem !== undefined) return { name, kind: 'link' };
    try {
      return { name, kind: this.#disk.stat(inside.path).kind };
    } catch {
      return { name, kind: 'link' };
    }
  }

  #inside(root: string, path: string, shown: string, folder: string): Place {
    const inside = resolveInside(root, path, this.#disk, folder);
    if (inside.problem !== undefined) return { fault: inside.fault, path: shown, problem: inside.problem };
    return { absolute: inside.path, root, relative: inside.relative };
  }

  #packageFolder(name: string): string | undefined {
    if (!this.#packages.has(name))
      this.#packages.set(name, findPackage(name, [this.root, packageRoot()], this.#disk));
    return this.#packages.get(name);
  }

  #sameStamp({ absolute, stamp }: Remembered): boolean {
    try {
      const now = this.#disk.stat(absolute!).stamp;
      return (
        now.size === stamp!.size &&
        now.modified === stamp!.modified &&
        now.changed === stamp!.changed &&
        now.inode === stamp!.inode
      );
    } catch {
      return false;
    }
  }

  #remember(key: string, entry: Remembered): void {
    this.#held += heldBytes(entry) - heldBytes(this.#known.get(key));
    // Put at the end, so that the first are those that were read longest ago.
    this.#known.delete(key);
    this.#known.set(key, entry);
    for (const old of this.#known.values()) {
      if (this.#held <= HELD_BYTES || old === entry) break;
      const bytes = heldBytes(old);
      if (bytes === 0) continue;
      // Its answer is made of the bytes, so it is made now.
      void old.answer;
      old.result = undefined;
      this.#held -= bytes;
    }
  }
}

/** `bayan:templates/a.hbs` as `bayan/templates/a.hbs`; a package's file by its name there; the rest as it is. */
export function shownPath(path: string): string {
  return path
    .replace(/^bayan:/, 'bayan/')
    .replace(/^package:/, '')
    .replaceAll('\\', '/');
}

function remembered(
  asked: Question,
  path: string,
  absolute: string | undefined,
  stamp: FileStamp | undefined,
  result: Answer,
): Remembered {
  let answer: string | undefined;
  return {
    asked,
    path,
    absolute,
    stamp,
    result,
    get answer() {
      answer ??= answerOf(result);
      return answer;
    },
  };
}

function answerOf(result: Answer): string {
  if (result.fault !== undefined) return result.fault;
  return 'digest' in result ? result.digest : result.kind;
}

function heldBytes(entry: Remembered | undefined): number {
  const result = entry?.result;
  return result !== undefined && 'bytes' in result ? result.bytes.length : 0;
}

/** Whether a change of one of these paths may change what was asked of `absolute`. */
function concerns(named: readonly string[], absolute: string | undefined): boolean {
  if (absolute === undefined) return true;
  return named.some((path) => isWithin(path, absolute) || isWithin(absolute, path));
}

function faultFor(reason: string, path: string): FileFault {
  if (reason === 'ENOENT') return absent(path);
  if (reason === 'ENOTDIR')
    return { fault: 'not-a-folder', path, problem: 'cannot be there: what should be its folder is a file' };
  return { fault: 'unreadable', path, problem: `cannot be read (${reason})` };
}

function absent(path: string): FileFault {
  return { fault: 'absent', path, problem: 'does not exist' };
}

function realOr(path: string, disk: Disk): string {
  try {
    return disk.realPath(path);
  } catch {
    return path;
  }
}
