/**
 * Projects for tests: a folder below the system's temporary folder, made from a map of path to text and
 * removed when the test is over.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';

export interface TemporaryFolder {
  /** Absolute, symbolic links resolved. */
  readonly root: string;
  path(name: string): string;
  write(name: string, content: string | Uint8Array): void;
  read(name: string): string;
  has(name: string): boolean;
  remove(name: string): void;
  /** Paths of all files below one of its folders, from there, sorted. */
  files(below: string): string[];
}

/** A folder with these files; removed after the test. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): TemporaryFolder {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'bayan-test-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder: TemporaryFolder = {
    root,
    path: (name) => join(root, name),
    write(name, content) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    },
    read: (name) => readFileSync(join(root, name), 'utf8'),
    has: (name) => existsSync(join(root, name)),
    remove: (name) => rmSync(join(root, name), { recursive: true }),
    files: (below) =>
      readdirSync(join(root, below), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(join(root, below), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .sort(),
  };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder;
}

export const BRAND = 'organisation:\n  name: Test Organisation\n';

/** A folder with bayan.yaml, brand.yaml, one template, and these files beside or instead of them. */
export function temporaryProject(files: Readonly<Record<string, string | Uint8Array>> = {}): TemporaryFolder {
  return temporaryFolder({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'templates/brief.hbs': '<document/>',
    'templates/flyer.hbs': '<document/>',
    ...files,
  });
}
