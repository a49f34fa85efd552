/** A lock is held while something is written, given back whatever happens, and taken over from a process that is gone. */
import { expect, test } from 'vitest';
import { removeStaleLock, withLock } from '../../src/files/lock.ts';
import { temporaryFolder } from '../project/temporary-project.ts';

const NOBODY = '999999999\n';

test('is there while the work is done, and gone after it', () => {
  const folder = temporaryFolder();
  const path = folder.path('a.lock');
  expect(withLock(path, () => folder.read('a.lock'))).toBe(`${process.pid}\n`);
  expect(() =>
    withLock(path, () => {
      throw new Error('disk full');
    }),
  ).toThrow('disk full');
  expect(folder.has('a.lock')).toBe(false);
});

test('of a process that was killed is taken over', () => {
  const folder = temporaryFolder({ 'a.lock': NOBODY });
  expect(withLock(folder.path('a.lock'), () => 'done')).toBe('done');
  expect(folder.has('a.lock')).toBe(false);
});

test('of a process that had the number of this one is taken over', () => {
  const folder = temporaryFolder({ 'a.lock': `${process.pid}\n` });
  expect(withLock(folder.path('a.lock'), () => 'done')).toBe('done');
});

test('is only cleared away when nobody holds it', () => {
  const folder = temporaryFolder({ 'a.lock': NOBODY, 'b.lock': `${process.ppid}\n` });
  removeStaleLock(folder.path('a.lock'));
  removeStaleLock(folder.path('b.lock'));
  removeStaleLock(folder.path('none.lock'));
  expect([folder.has('a.lock'), folder.has('b.lock')]).toEqual([false, true]);
});

test('in a folder that is not there is the system’s error', () => {
  expect(() => withLock(temporaryFolder().path('no/a.lock'), () => {})).toThrow('ENOENT');
});
