/**
 * The door to the disk. Everything that content, brand, templates, strings, styles, fonts and pictures are read from
 * comes through here: kept inside its folder, read once, remembered with its digest, and noted in a trace for whoever
 * wants to know later what a document was made from.
 *
 * A path is counted from the project folder; `bayan:…` from the folder Bayan is installed in, and
 * `package:<name>/…` from that npm package, as Node.js would find it from the project, else from Bayan.
 */
import { isAbsolute, resolve } from 'node:path';
import { type Contained, isWithin, resolveByName } from './containment.ts';
import { DISK, type Disk } from './disk.ts';
import { askDisk, DiskAnswer, type Found, type Result } from './disk-answer.ts';
import type { FileFault, FolderListing, SourceFile } from './source-file.ts';
import { SourcePaths } from './source-paths.ts';
import { type Question, type Trace, type TraceEntry, traceKey } from './trace.ts';

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

export class ProjectFiles implements SourceReader {
  /** Absolute path of the project folder, links resolved. */
  readonly root: string;
  readonly #disk: Disk;
  readonly #paths: SourcePaths;
  readonly #answers = new Map<string, DiskAnswer>();
  /** Questions that had another answer when they were asked a second time, of which nobody was told yet. */
  readonly #overtaken = new Set<string>();
  #held = 0;

  constructor(root: string, disk: Disk = DISK) {
    this.#disk = disk;
    this.root = realOr(resolve(root), disk);
    this.#paths = new SourcePaths(this.root, disk);
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
    return this.#answers.get(traceKey({ asked, path }))!.answer;
  }

  /** Takes over what another door was answered, so that `refresh` can tell whether it still holds. */
  recall(entries: readonly TraceEntry[]): void {
    for (const { asked, path, answer } of entries) {
      const key = traceKey({ asked, path });
      if (this.#answers.has(key)) continue;
      this.#answers.set(key, new DiskAnswer(asked, path, { answer, absolute: this.#absolute(path) }));
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
    this.#paths.forgetPackages();
    const named = paths?.map((path) => (isAbsolute(path) ? path : resolve(this.root, path)));
    const changed = new Set(this.#overtaken);
    this.#overtaken.clear();
    for (const [key, old] of [...this.#answers]) {
      if (named && !concerns(named, old.absolute)) continue;
      const isNamed = named?.includes(old.absolute ?? '') ?? false;
      if (!isNamed && this.#isUntouched(old)) continue;
      const now = this.#askDisk(old.asked, old.path);
      if (now.answer !== old.answer) changed.add(key);
      this.#remember(key, now);
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

  #ask(asked: Question, path: string, trace?: Trace): Result {
    const key = traceKey({ asked, path });
    const before = this.#answers.get(key);
    if (before?.result !== undefined) {
      trace?.add(before);
      return before.result;
    }
    const fresh = this.#askDisk(asked, path);
    // It changed between two looks at it, which the next refresh has to tell.
    if (before && before.answer !== fresh.answer) this.#overtaken.add(key);
    this.#remember(key, fresh);
    trace?.add(fresh);
    return fresh.result!;
  }

  #askDisk(asked: Question, path: string): DiskAnswer {
    return askDisk(this.#disk, asked, path, this.#paths.locate(path));
  }

  #absolute(path: string): string | undefined {
    const place = this.#paths.locate(path);
    return place.fault === undefined ? place.absolute : undefined;
  }

  /** Whether a path leads to the file that it led to, and nobody wrote to that. */
  #isUntouched({ path, absolute, stamp }: DiskAnswer): boolean {
    if (!stamp || absolute === undefined || this.#absolute(path) !== absolute) return false;
    try {
      const now = this.#disk.stat(absolute).stamp;
      return (
        now.size === stamp.size &&
        now.modified === stamp.modified &&
        now.changed === stamp.changed &&
        now.inode === stamp.inode
      );
    } catch {
      return false;
    }
  }

  #remember(key: string, entry: DiskAnswer): void {
    this.#held += entry.held - (this.#answers.get(key)?.held ?? 0);
    // Put at the end, so that the first are those that were read longest ago.
    this.#answers.delete(key);
    this.#answers.set(key, entry);
    for (const old of this.#answers.values()) {
      if (this.#held <= HELD_BYTES || old === entry) break;
      this.#held -= old.held;
      if (old.held > 0) old.letGo();
    }
  }
}

/** Whether a change of one of these paths may change what was asked of `absolute`. */
function concerns(named: readonly string[], absolute: string | undefined): boolean {
  if (absolute === undefined) return true;
  return named.some((path) => isWithin(path, absolute) || isWithin(absolute, path));
}

function realOr(path: string, disk: Disk): string {
  try {
    return disk.realPath(path);
  } catch {
    return path;
  }
}
