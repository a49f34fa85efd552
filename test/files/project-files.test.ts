/** The door to the disk: what it gives, what it refuses, what it remembers and what it tells of it. */
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DISK, type Disk } from '../../src/files/disk.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { Trace } from '../../src/files/trace.ts';
import { temporaryFolder } from '../project/temporary-project.ts';
import { lockedDisk } from '../support/locked-disk.ts';

/** This machine's disk, with a count of the files that were read. */
function counted(): Disk & { readonly reads: string[] } {
  const reads: string[] = [];
  return {
    ...DISK,
    reads,
    read(path) {
      reads.push(path.split('/').at(-1)!);
      return DISK.read(path);
    },
  };
}

const text = (files: ProjectFiles, path: string) => {
  const file = files.read(path);
  return file.fault === undefined ? Buffer.from(file.bytes).toString() : `${file.fault}: ${file.problem}`;
};

test('a file comes with its bytes and their digest', () => {
  const files = new ProjectFiles(temporaryFolder({ 'a/b.txt': 'words' }).root);
  expect(files.read('a/b.txt')).toMatchObject({
    path: 'a/b.txt',
    digest: createHash('sha256').update('words').digest('hex'),
  });
  expect(text(files, 'a\\b.txt')).toBe('words');
});

describe('what is no file is told apart', () => {
  const folder = () => {
    const outside = temporaryFolder({ 'secret.txt': 'secret' });
    const own = temporaryFolder({ 'a.txt': 'a', 'locked/b.txt': 'b', 'folder/c.txt': 'c' });
    symlinkSync(outside.path('secret.txt'), own.path('out.txt'));
    symlinkSync(outside.root, own.path('outside'));
    symlinkSync(own.path('gone.txt'), own.path('broken.txt'));
    symlinkSync(own.path('loop.txt'), own.path('loop.txt'));
    symlinkSync(own.path('a.txt'), own.path('own.txt'));
    return own;
  };

  test.each([
    ['own.txt', 'a'],
    ['gone.txt', 'absent: does not exist'],
    ['folder', 'not-a-file: is a folder, not a file'],
    ['a.txt/b.txt', 'not-a-folder: cannot be there: what should be its folder is a file'],
    ['out.txt', 'outside: leaves the project through a symbolic link'],
    ['outside/secret.txt', 'outside: leaves the project through a symbolic link'],
    ['../secret.txt', 'outside: leaves the project with ".."'],
    ['/etc/hostname', 'outside: is absolute'],
    ['https://example.org/a.png', 'outside: is an address, and nothing is fetched'],
    ['broken.txt', 'broken-link: goes through a broken symbolic link'],
    ['loop.txt', 'broken-link: goes through a broken symbolic link'],
    ['locked/b.txt', 'unreadable: cannot be read (EACCES)'],
    ['bayan:../package.json', 'outside: leaves the project with ".."'],
    ['package:../../secret.txt', 'outside: names no npm package'],
    ['package:valibot/../yaml/package.json', 'outside: leaves its package with ".."'],
    ['package:no-such-package/a.ttf', 'absent: does not exist'],
  ])('%s', (path, expected) => {
    const { root, path: at } = folder();
    expect(text(new ProjectFiles(root, lockedDisk(at('locked'))), path)).toBe(expected);
  });

  test('a folder that may not be listed is not an empty one', () => {
    const { root, path } = folder();
    const files = new ProjectFiles(root, lockedDisk(path('locked')));
    expect(files.list('locked')).toMatchObject({ fault: 'unreadable' });
    expect(files.list('a.txt')).toMatchObject({ fault: 'not-a-folder' });
    expect(files.list('gone')).toMatchObject({ fault: 'absent' });
  });
});

test('a package is found as Node.js finds it, in the project first', () => {
  const { root, path } = temporaryFolder({
    'project/bayan.yaml': '',
    'node_modules/@a/font/x.ttf': 'above',
    'node_modules/both/x.ttf': 'above',
    'project/node_modules/both/x.ttf': 'own',
  });
  const files = new ProjectFiles(path('project'));
  expect([text(files, 'package:@a/font/x.ttf'), text(files, 'package:both/x.ttf')]).toEqual(['above', 'own']);
  symlinkSync(root, path('node_modules/both/up'));
  symlinkSync(root, path('project/node_modules/both/up'));
  expect(text(files, 'package:both/up/project/bayan.yaml')).toBe(
    'outside: leaves its package through a symbolic link',
  );
});

test('a listing is sorted, without what is hidden, and says what links lead to', () => {
  const outside = temporaryFolder();
  const { root, path } = temporaryFolder({ 'b.md': '', 'a/x': '', '.swp': '', 'é.md': '' });
  symlinkSync(path('a'), path('inside'));
  symlinkSync(outside.root, path('outside'));
  const listing = new ProjectFiles(root).list('');
  expect(listing.fault === undefined && listing.entries).toEqual([
    { name: 'a', kind: 'folder' },
    { name: 'b.md', kind: 'file' },
    { name: 'inside', kind: 'folder' },
    { name: 'outside', kind: 'link' },
    { name: 'é.md', kind: 'file' },
  ]);
});

describe('memory', () => {
  test('a file is read once, and again when it has changed', () => {
    const disk = counted();
    const folder = temporaryFolder({ 'a.txt': 'one', 'b.txt': 'b' });
    const files = new ProjectFiles(folder.root, disk);
    for (let i = 0; i < 3; i++) expect(text(files, 'a.txt') + text(files, 'b.txt')).toBe('oneb');
    folder.write('a.txt', 'two');
    expect(text(files, 'a.txt')).toBe('one');
    expect([...files.refresh()]).toEqual(['read a.txt']);
    expect(text(files, 'a.txt')).toBe('two');
    expect(disk.reads).toEqual(['a.txt', 'b.txt', 'a.txt']);
  });

  test('a file that was only touched has not changed', () => {
    const folder = temporaryFolder({ 'a.txt': 'one' });
    const files = new ProjectFiles(folder.root);
    files.read('a.txt');
    utimesSync(folder.path('a.txt'), 1, 1);
    expect(files.refresh().size).toBe(0);
  });

  test('a package that is installed nearer than the one that was found is seen', () => {
    const folder = temporaryFolder({ 'node_modules/f/a.ttf': 'far', 'project/bayan.yaml': '' });
    const files = new ProjectFiles(folder.path('project'));
    expect(text(files, 'package:f/a.ttf')).toBe('far');
    folder.write('project/node_modules/f/a.ttf', 'near');
    files.refresh();
    expect(text(files, 'package:f/a.ttf')).toBe('near');
  });

  test('files, folders and packages that come and go have changed', () => {
    const folder = temporaryFolder({ 'a/x.txt': '' });
    const files = new ProjectFiles(folder.root);
    files.list('a');
    files.look('b.txt');
    files.read('package:my-own-font/a.ttf');
    folder.write('a/y.txt', '');
    folder.write('b.txt', '');
    folder.write('node_modules/my-own-font/a.ttf', 'font');
    expect([...files.refresh()].sort()).toEqual(['list a', 'look b.txt', 'read package:my-own-font/a.ttf']);
    expect(text(files, 'package:my-own-font/a.ttf')).toBe('font');
  });

  test('only what is named is looked at again', () => {
    const folder = temporaryFolder({ 'a/x.txt': '1', 'b.txt': '1' });
    const files = new ProjectFiles(folder.root);
    for (const path of ['a/x.txt', 'b.txt']) files.read(path);
    folder.write('a/x.txt', '2');
    folder.write('b.txt', '2');
    expect([...files.refresh(['a'])]).toEqual(['read a/x.txt']);
    expect([...files.refresh([folder.path('b.txt')])]).toEqual(['read b.txt']);
  });

  test('of more than it holds, the oldest bytes are let go and read again when they are wanted', () => {
    const disk = counted();
    const folder = temporaryFolder();
    const many = ['1', '2', '3', '4', '5'].map((name) => `${name}.bin`);
    for (const name of many) folder.write(name, Buffer.alloc(16 * 1024 * 1024, name));
    const files = new ProjectFiles(folder.root, disk);
    for (const name of many) files.read(name);
    files.read('5.bin');
    expect(disk.reads).toEqual(many);
    files.read('1.bin');
    expect(disk.reads).toEqual([...many, '1.bin']);
    folder.write('2.bin', 'changed');
    expect([...files.refresh()]).toEqual(['read 2.bin']);
  });
});

describe('a trace', () => {
  test('tells what was asked and answered, once each and in order', () => {
    const folder = temporaryFolder({ 'a.txt': 'a', 'f/b.txt': 'b' });
    const files = new ProjectFiles(folder.root);
    files.read('f/b.txt');
    const trace = new Trace();
    const door = files.recording(trace);
    door.read('gone.txt');
    for (let i = 0; i < 2; i++) door.read('a.txt');
    door.list('f');
    door.look('f');
    door.read('../a.txt');
    expect(
      trace
        .entries()
        .map(({ asked, path, answer }) => `${asked} ${path} ${answer.length === 64 ? '#' : answer}`),
    ).toEqual(['read ../a.txt outside', 'read a.txt #', 'list f #', 'look f folder', 'read gone.txt absent']);
  });

  test('holds as long as every question has the same answer', () => {
    const folder = temporaryFolder({ 'a.txt': 'a' });
    const trace = new Trace();
    const first = new ProjectFiles(folder.root).recording(trace);
    first.read('a.txt');
    first.look('b.txt');
    const stale = () => {
      const files = new ProjectFiles(folder.root);
      return trace
        .entries()
        .filter(({ asked, path, answer }) => files.answer(asked, path) !== answer)
        .map(({ path }) => path);
    };
    expect(stale()).toEqual([]);
    mkdirSync(folder.path('b.txt'));
    expect(stale()).toEqual(['b.txt']);
    folder.write('a.txt', 'b');
    expect(stale()).toEqual(['a.txt', 'b.txt']);
  });
});
