/** What is in the package: declarations that a strict program can be checked against, and the licences of what it bundles. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/make.ts';
import { installedBayan, installedPackage } from './installed-bayan.ts';

/** A program that uses the library; `pages` is what it takes the number of pages for. */
const program = (pages: string): string => `
import { loadProject, makePdf, openWorkspace, planEditions, readEdition, Report } from 'bayan';
const report = new Report();
const project = loadProject('.', report)!;
const workspace = openWorkspace(project);
for (const planned of planEditions(project, { langs: ['en'] }, report).editions) {
  const edition = readEdition(workspace, planned, report);
  const pdf = edition && (await makePdf(workspace, { edition, kind: 'brief' }, report));
  const pages: ${pages} | undefined = pdf?.pages;
  console.log(edition?.frontMatter.title, pages, report.diagnostics[0]?.span?.line);
}
`;

/** What the compiler says of both programs, declarations of the package included. */
test('the declarations are whole, and tell a wrong type from a right one', () => {
  const folder = installedBayan({
    'package.json': '{ "type": "module" }',
    'right.ts': program('number'),
    'wrong.ts': program('string'),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        module: 'nodenext',
        target: 'es2023',
        noEmit: true,
        skipLibCheck: false,
        types: ['node'],
        typeRoots: [join(ROOT, 'node_modules/@types')],
      },
    }),
  });
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], {
    cwd: folder.root,
    encoding: 'utf8',
  });
  const faults = stdout.split('\n').filter((line) => line.includes('error'));
  expect(faults).toEqual([expect.stringMatching(/^wrong\.ts\(9,9\): error TS2322: .*number/)]);
});

test('every package in the bundle has its licence beside it', () => {
  const { dependencies } = JSON.parse(readFileSync(join(installedPackage(), 'package.json'), 'utf8'));
  const licenses = readFileSync(join(installedPackage(), 'dist/LICENSES.txt'), 'utf8');
  for (const name of ['pdfmake', 'pdfkit', 'handlebars', 'markdown-it', 'commander'])
    expect(licenses).toMatch(new RegExp(`^${name} \\d`, 'm'));
  for (const name of Object.keys(dependencies))
    expect(existsSync(join(installedPackage(), '..', name)), name).toBe(true);
});

test('what is for contributors stays out of it', () => {
  const top = readdirSync(installedPackage()).sort();
  expect(
    top.filter((name) => ['src', 'test', 'tools', 'scripts', 'node_modules', '.ci'].includes(name)),
  ).toEqual([]);
});
