/** A project as it was when it was committed, through the door that the project of today is read by. */
import { symlinkSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { findRevision, type Revision } from '../../src/files/git.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { revisionDisk } from '../../src/files/revision-disk.ts';
import { temporaryFolder } from '../project/temporary-project.ts';
import { repository } from '../support/repository.ts';

/** The door to a folder as it was. */
function doorAt(root: string, name: string): ProjectFiles {
  const revision = findRevision(root, name);
  expect(revision).toHaveProperty('commit');
  return new ProjectFiles(root, revisionDisk(root, revision as Revision));
}

const textOf = (door: ProjectFiles, path: string): string | undefined => {
  const read = door.read(path);
  return read.fault ?? new TextDecoder().decode(read.bytes);
};

test('files, folders and absences are those of the commit, whatever is on disk now', () => {
  const folder = temporaryFolder({ 'بیانیه/en.md': 'old', 'b.md': 'same', '.gitignore': 'node_modules/\n' });
  const { commit } = repository(folder.root);
  commit();
  folder.write('بیانیه/en.md', 'edited, not committed');
  folder.write('بیانیه/new.md', 'new');
  folder.write('node_modules/font/a.ttf', 'a package');
  const door = doorAt(folder.root, 'HEAD');
  expect(textOf(door, 'بیانیه/en.md')).toBe('old');
  expect(textOf(door, 'بیانیه/new.md')).toBe('absent');
  expect(textOf(door, 'b.md/x')).toBe('not-a-folder');
  expect(door.list('.')).toMatchObject({
    entries: [
      { name: 'b.md', kind: 'file' },
      { name: 'بیانیه', kind: 'folder' },
    ],
  });
  expect(door.look('بیانیه')).toEqual({ kind: 'folder' });
  // What npm installed belongs to no commit.
  expect(textOf(door, 'node_modules/font/a.ttf')).toBe('a package');
});

test('of a project below the top of a repository, only what is in it is seen', () => {
  const folder = temporaryFolder({ 'secret.md': 'outside', 'project/a.md': 'inside' });
  const first = repository(folder.root).commit();
  folder.write('project/a.md', 'edited');
  const door = doorAt(folder.path('project'), first.slice(0, 12));
  expect(textOf(door, 'a.md')).toBe('inside');
  expect(textOf(door, '../secret.md')).toBe('outside');
  expect(door.read('../secret.md')).toMatchObject({ fault: 'outside' });
});

test('in a hook of git, which names the repository in the environment, the project is where it is', () => {
  const folder = temporaryFolder({ 'project/a.md': 'inside' });
  repository(folder.root).commit();
  vi.stubEnv('GIT_DIR', folder.path('.git'));
  try {
    expect(findRevision(folder.path('project'), 'HEAD')).toMatchObject({ prefix: 'project/' });
  } finally {
    vi.unstubAllEnvs();
  }
});

test.skipIf(process.platform === 'win32')('links lead where they led, and never out of the project', () => {
  const folder = temporaryFolder({ 'shared/logo.svg': '<svg/>' });
  for (const [target, name] of [
    ['shared', 'pictures'],
    ['pictures/logo.svg', 'logo.svg'],
    ['/etc/hosts', 'hosts'],
    ['circle', 'circle'],
  ])
    symlinkSync(target!, folder.path(name!));
  repository(folder.root).commit();
  const door = doorAt(folder.root, 'HEAD');
  expect(textOf(door, 'logo.svg')).toBe('<svg/>');
  expect(textOf(door, 'pictures/logo.svg')).toBe('<svg/>');
  expect(textOf(door, 'hosts')).toBe('outside');
  expect(textOf(door, 'circle')).toBe('broken-link');
});

test('a name that is no revision is none, be it an option of git', () => {
  const folder = temporaryFolder({ 'a.md': 'a' });
  expect(findRevision(folder.root, 'HEAD')).toBe('no-repository');
  const { commit } = repository(folder.root);
  expect(findRevision(folder.root, 'HEAD')).toBe('no-commit');
  commit();
  expect(findRevision(folder.root, 'HEAD')).toMatchObject({ prefix: '' });
  for (const name of ['nothing', '', '--all', '-h', '--output=x', 'HEAD~1', 'HEAD:a.md'])
    expect(findRevision(folder.root, name), name).toBe('unknown');
});
