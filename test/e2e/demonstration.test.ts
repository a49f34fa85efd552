/** The recording in docs/workflow.md, played again with the installed command: it must print what is written there. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/files/package-root.ts';
import { installedBayan, installedPackage } from './installed-bayan.ts';

const TITLE = '## A change at the last minute';

interface Step {
  readonly command: string;
  readonly printed: string;
}

/** Each `$ command` of the section with the lines below it. */
function recording(): readonly Step[] {
  const page = readFileSync(join(packageRoot(), 'docs/workflow.md'), 'utf8');
  const section = page.slice(page.indexOf(TITLE)).split(/^## /m)[1]!;
  return [...section.matchAll(/^```console\n(.*?)^```$/gms)].flatMap(([, block = '']) =>
    block.split(/^\$ /m).flatMap((part) => {
      const [command = '', ...printed] = part.trimEnd().split('\n');
      return command === '' ? [] : [{ command, printed: printed.join('\n') }];
    }),
  );
}

/** How large a PDF is may change with its fonts. */
const withoutSizes = (text: string): string => text.replace(/\d+ KB/g, '… KB');

test('an edit of the original turns translations stale, and they heal', () => {
  const folder = installedBayan();
  const shipped = installedPackage();
  for (const name of [
    'bayan.yaml',
    'brand.yaml',
    'content',
    'templates/logo.svg',
    'templates/logo-reversed.svg',
  ])
    cpSync(join(shipped, name), folder.path(name), { recursive: true });
  const steps = recording();
  expect(steps.map(({ command }) => command.split(' ', 3).slice(0, 2).join(' '))).toEqual(
    expect.arrayContaining(['bayan check', 'bayan build', 'bayan translate', 'bayan translated']),
  );
  for (const { command, printed } of steps) {
    const { stdout } = spawnSync('bash', ['-c', `${command} 2>&1`], {
      cwd: folder.root,
      encoding: 'utf8',
      env: { PATH: `${join(shipped, '../.bin')}:${process.env.PATH}`, LC_ALL: 'C.UTF-8' },
    });
    expect(`$ ${command}\n${withoutSizes(stdout.trimEnd())}`).toBe(`$ ${command}\n${withoutSizes(printed)}`);
  }
});
