/** A PDF that a viewer holds, as Windows does: tried again for a while, then said clearly. */
import { renameSync } from 'node:fs';
import { expect, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { writeAtomically } from '../../src/files/write-file.ts';
import { loadProject } from '../../src/project/project.ts';
import { fakeEngine } from '../cli/run-bayan.ts';
import { temporaryFolder, temporaryProject } from '../project/temporary-project.ts';

/** Refuses to replace a file so many times. */
function held(code: string, times: number) {
  let tries = 0;
  return (from: string, to: string): void => {
    if (tries++ < times) throw Object.assign(new Error(`${code}: rename`), { code });
    renameSync(from, to);
  };
}

test.each(['EBUSY', 'EPERM', 'EACCES'])('a file that is let go soon is replaced: %s', (code) => {
  const folder = temporaryFolder({ 'a.pdf': 'old' });
  writeAtomically(folder.path('a.pdf'), Buffer.from('new'), held(code, 3));
  expect(folder.read('a.pdf')).toBe('new');
});

test('another fault is told at once', () => {
  const folder = temporaryFolder({ 'a.pdf': 'old' });
  expect(() => writeAtomically(folder.path('a.pdf'), Buffer.from('new'), held('EIO', 1))).toThrow('EIO');
  expect(folder.read('a.pdf')).toBe('old');
});

test('a file that another thread of this process is writing is left to it', () => {
  const other = `.a.pdf.${process.pid}-0.bayan-tmp`;
  const folder = temporaryFolder({ [other]: 'half' });
  writeAtomically(folder.path('a.pdf'), Buffer.from('new'));
  expect(folder.read('a.pdf')).toBe('new');
  expect(folder.read(other)).toBe('half');
});

test('one that is not let go is an error of its edition, and built by the next build', async () => {
  const folder = temporaryProject({ 'content/a/en.md': 'one' });
  const { root } = folder;
  const run = async (rename?: ReturnType<typeof held>) => {
    const report = new Report();
    await build(loadProject(root, report)!, { ...(rename && { rename }) }, report, fakeEngine);
    return report.diagnostics;
  };
  await run();
  const before = folder.read('out/a/a.en.brief.pdf');
  folder.write('content/a/en.md', 'two');
  const [fault, ...more] = await run(held('EBUSY', 99));
  expect(more).toEqual([]);
  expect(fault).toMatchObject({
    code: 'file-unreadable',
    message: `${folder.path('out/a/a.en.brief.pdf')} cannot be replaced (EBUSY): it is open in another program, or may not be written to`,
  });
  expect(folder.read('out/a/a.en.brief.pdf')).toBe(before);
  expect(await run()).toEqual([]);
  expect(folder.read('out/a/a.en.brief.pdf')).toContain('two');
});
