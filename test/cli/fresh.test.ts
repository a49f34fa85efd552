/** The quick look that `bayan build` takes first: it sees that nothing is to be done, or leaves all to the whole command. */
import { readdirSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lookForWork } from '../../src/cli/fresh.ts';
import { renderHuman } from '../../src/diagnostics/render.ts';
import { type TemporaryFolder, temporaryFolder, temporaryProject } from '../project/temporary-project.ts';
import { built, CONTENT } from './built-project.ts';
import { bayan } from './run-bayan.ts';

describe('the quick look', () => {
  const look = (folder: TemporaryFolder, args: readonly string[] = []) =>
    lookForWork(args, folder.root)?.line;

  test('sees that there is nothing to do', async () => {
    const folder = await built();
    expect(look(folder)).toBe('4 unchanged\n');
    expect(look(folder, ['--check'])).toBe('4 unchanged\n');
  });

  test.each<[string, (folder: TemporaryFolder) => unknown]>([
    ['other settings', (folder) => folder.write('bayan.yaml', 'languages: [en]\n')],
    ['a new language', (folder) => folder.write('content/air/en.md', 'kinds: brief')],
    ['a new text', (folder) => folder.write('content/land/en.md', 'kinds: brief')],
    ['a text that is gone', (folder) => rmSync(folder.path('content/air/ps.md'))],
    ['a PDF that is gone', (folder) => rmSync(folder.path('out/air/air.ps.brief.pdf'))],
    ['a file that a killed build left', (folder) => folder.write('out/air/.x.999999999-0.bayan-tmp', 'x')],
    ['a lock that a killed build left', (folder) => folder.write('out/.manifest.lock', '999999999')],
    ['no manifest', (folder) => rmSync(folder.path('out/manifest.json'))],
    [
      'a manifest in which one letter is another',
      (folder) =>
        folder.write('out/manifest.json', folder.read('out/manifest.json').replace('"pages":2', '"pages":3')),
    ],
  ])('leaves to the whole command: %s', async (_, edit) => {
    const folder = await built();
    edit(folder);
    expect(look(folder)).toBe(undefined);
    await bayan(folder.root, ['build', '--prune']);
    expect(look(folder)).toMatch(/^\d unchanged\n$/);
    expect(readdirSync(folder.path('out'), { recursive: true }).join()).not.toMatch(/bayan-tmp|lock/);
  });

  test('tells what the whole command would tell', async () => {
    const folder = await built({
      'content/a/en.md': 'warn',
      'content/b/en.md': 'x',
      'content/loose.md': 'x',
    });
    rmSync(folder.path('content/b'), { recursive: true });
    const whole = await bayan(folder.root, ['build']);
    const { line, report } = lookForWork([], folder.root)!;
    expect(line).toBe(whole.out);
    const source = (file: string) => (folder.has(file) ? folder.read(file) : undefined);
    expect(whole.err).toBe(`${renderHuman(report.diagnostics, { source })}\n\n3 warnings\n`);
  });

  test('leaves all options but --check to it', async () => {
    expect(look(await built(), ['--lang', 'ur'])).toBe(undefined);
    expect(look(await built(), ['--check', '--force'])).toBe(undefined);
  });

  test('looks into the output folder of the project, and takes no other for it', async () => {
    const folder = temporaryProject({ ...CONTENT, 'bayan.yaml': 'output: "pdf/all" # here\n' });
    await bayan(folder.root, ['build', '--out', folder.path('out')]);
    expect(look(folder)).toBe(undefined);
    await bayan(folder.root, ['build']);
    expect(look(folder)).toBe('4 unchanged\n');
  });

  test('is silent where there is no project', () => {
    expect(look(temporaryFolder())).toBe(undefined);
  });
});
