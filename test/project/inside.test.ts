import { mkdirSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { resolveInside } from '../../src/files/containment.ts';
import { temporaryFolder } from './temporary-project.ts';

test.each(['../x', 'a/../../x', '/etc/passwd', 'C:\\x', '\\\\host\\share', 'file:///etc/passwd', 'a\0b'])(
  '%j is refused',
  (path) => {
    expect(resolveInside(temporaryFolder().root, path).problem).toBeTypeOf('string');
  },
);

test.each(['a.svg', 'a/../b', './a/b/c', '..a', 'عکس.png'])(
  '%j is inside, whether it exists or not',
  (path) => {
    expect(resolveInside(temporaryFolder().root, path).problem).toBeUndefined();
  },
);

test('symbolic links that lead out are refused, also for files yet to be written', () => {
  const outside = temporaryFolder({ 'secret.txt': 'x' });
  const { root, path } = temporaryFolder({ 'inside/a.txt': 'a' });
  symlinkSync(outside.root, path('folder'));
  symlinkSync(outside.path('secret.txt'), path('file.txt'));
  symlinkSync(outside.path('nothing.txt'), path('broken.txt'));
  symlinkSync(path('loop'), path('loop'));
  symlinkSync(path('inside'), path('own'));
  expect(resolveInside(root, 'folder/new.txt').problem).toContain('symbolic link');
  expect(resolveInside(root, 'file.txt').problem).toContain('symbolic link');
  expect(resolveInside(root, 'broken.txt').problem).toContain('symbolic link');
  expect(resolveInside(root, 'loop').problem).toContain('symbolic link');
  expect(resolveInside(root, 'own/a.txt').problem).toBeUndefined();
});

test('a root that is itself a link, or does not exist yet, will do', () => {
  const { root, path } = temporaryFolder();
  mkdirSync(path('real'));
  symlinkSync(path('real'), path('link'));
  expect(resolveInside(path('link'), 'a.txt').path).toBe(`${root}/link/a.txt`);
  expect(resolveInside(path('later'), 'a/b.pdf').path).toBe(`${root}/later/a/b.pdf`);
});
