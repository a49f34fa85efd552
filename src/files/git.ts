/**
 * What git knows of a folder: asked of the git that is installed, without a shell, and only to read. Nothing is fetched:
 * of a partial clone only what is on this machine can be read.
 */
import { execFileSync } from 'node:child_process';
import { reasonOf } from './disk.ts';

/** A commit, and the place of a folder in it. */
export interface Revision {
  /** The commit, 40 or 64 hexadecimal digits. */
  readonly commit: string;
  /** The first digits of it, as many as tell it from others. */
  readonly short: string;
  /** The folder from the top of the repository: empty, or with `/` at its end. */
  readonly prefix: string;
}

export type RevisionFault =
  /** There is no git on this machine. */
  | 'no-git'
  /** The folder is in no repository, or in one that git may not read. */
  | 'no-repository'
  /** Nothing was ever committed. */
  | 'no-commit'
  /** No commit has this name. */
  | 'unknown';

/** A file of a commit. */
export interface TreeEntry {
  /** From the folder, with `/` separators. */
  readonly path: string;
  readonly kind: 'file' | 'link' | 'other';
  /** Name of its content. */
  readonly object: string;
  /** Bytes. */
  readonly size: number;
}

/** Bytes of what one command may answer: those of the largest file that Bayan reads, and of the longest list. */
const MAX_ANSWER = 256 * 1024 * 1024;

/** The commit that `name` – a hash, a branch, a tag, `HEAD~3` – means in the repository of a folder. */
export function findRevision(folder: string, name: string): Revision | RevisionFault {
  try {
    ask(folder, ['rev-parse', '--git-dir']);
  } catch (error) {
    return reasonOf(error) === 'ENOENT' ? 'no-git' : 'no-repository';
  }
  // No name begins so; an option does, and there is a git before `--end-of-options`.
  if (name.startsWith('-')) return 'unknown';
  const verify = (revision: string): string =>
    ask(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
      .toString()
      .trim();
  try {
    const commit = verify(name);
    const short = ask(folder, ['rev-parse', '--short', commit]).toString().trim();
    const prefix = ask(folder, ['rev-parse', '--show-prefix']).toString().replace(/\n$/, '');
    return { commit, short, prefix };
  } catch {
    try {
      verify('HEAD');
      return 'unknown';
    } catch {
      return 'no-commit';
    }
  }
}

/** All files of a folder as they were; none when the folder was not there. */
export function listRevision(folder: string, { commit, prefix }: Revision): readonly TreeEntry[] {
  let listing: string;
  try {
    listing = ask(folder, ['ls-tree', '-r', '-z', '-l', '--full-tree', `${commit}:${prefix}`]).toString();
  } catch {
    return [];
  }
  return listing.split('\0').flatMap((line): TreeEntry[] => {
    const [, mode = '', object = '', size = '0', path = ''] =
      /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(line) ?? [];
    if (path === '') return [];
    const kind = mode === '120000' ? 'link' : mode.startsWith('100') ? 'file' : 'other';
    return [{ path, kind, object, size: Number(size) || 0 }];
  });
}

/** The content of a file of a commit. Throws where it is not on this machine. */
export function readObject(folder: string, object: string): Uint8Array {
  return ask(folder, ['cat-file', 'blob', object]);
}

function ask(folder: string, args: readonly string[]): Buffer {
  const { GIT_DIR, GIT_WORK_TREE } = process.env;
  return execFileSync('git', ['-C', folder, ...args], {
    env: {
      ...process.env,
      // As hooks have it: it would make the folder the top of that repository, whatever folder of it that is.
      ...(GIT_DIR !== undefined && GIT_WORK_TREE === undefined && { GIT_DIR: undefined }),
      ...{ GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
    },
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: MAX_ANSWER,
    windowsHide: true,
  });
}
