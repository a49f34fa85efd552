/**
 * Same input, same bytes: whole processes in different folders, time zones and locales write identical files, and
 * nothing of the machine or of who sits at it gets into them.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stream } from '../../src/pdf/inspect/objects.ts';
import { readPdf } from '../../src/pdf/inspect/read.ts';
import { bundle, ROOT } from '../../tools/bundle.mjs';
import { writePdf } from '../../tools/conformance/write.ts';
import { PROJECT } from './documents.ts';

const CHILD = `
  const { build, loadProject, Report } = await import(process.argv[1]);
  const report = new Report();
  const project = loadProject(process.argv[2], report);
  await build(project, { slugs: ['hard'], jobs: 1, attachSource: true }, report);
  if (report.diagnostics.length > 0) throw new Error(JSON.stringify(report.diagnostics));
`;
const PLACES = [
  { folder: 'a', TZ: 'UTC', LC_ALL: 'C' },
  { folder: 'a folder with a longer name', TZ: 'Pacific/Kiritimati', LC_ALL: 'fa_AF.UTF-8' },
  { folder: 'ü', TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' },
];
const FILES = ['en', 'fa-AF', 'ur'].map((lang) => `out/hard/hard.${lang}.hard.pdf`);

let base: string;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'bayan-same-'));
  const library = await bundle('src/index.ts');
  for (const { folder, TZ, LC_ALL } of PLACES) {
    const home = join(base, folder);
    cpSync(PROJECT, home, { recursive: true, filter: (path) => !path.includes('scripts') });
    const env = { ...process.env, TZ, LC_ALL, LANG: LC_ALL };
    execFileSync(process.execPath, ['--input-type=module', '-e', CHILD, library, home], { cwd: home, env });
  }
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('the same input', () => {
  it.each(FILES)('gives the same bytes of %s in every folder, time zone and locale', (file) => {
    const [first, ...others] = PLACES.map(({ folder }) => readFileSync(join(base, folder, file)));
    for (const other of others) expect(other.equals(first!)).toBe(true);
  });

  it.each(FILES)('leaves no trace of the machine in %s', (file) => {
    const pdf = readPdf(readFileSync(join(base, PLACES[0]!.folder, file)));
    const text = [
      // Strings of all objects, and all that was compressed.
      ...[...pdf.objects.values()].map((object) =>
        object instanceof Stream ? object.data.toString('latin1') : '',
      ),
      writePdf({ objects: new Map([...pdf.objects].filter(([, o]) => !(o instanceof Stream))), trailer: {} })
        .toString('latin1')
        .replace(/<([0-9a-f]+)>/g, (_, digits: string) => Buffer.from(digits, 'hex').toString('latin1')),
    ].join('\n');
    const traces = [userInfo().username, hostname(), homedir(), process.cwd(), base, ROOT];
    for (const trace of traces.filter((word) => word.length > 3)) expect(text).not.toContain(trace);
    const year = String(new Date().getFullYear());
    expect(text).not.toMatch(new RegExp(`D:${year}|${year}-\\d\\d-\\d\\dT`));
  });
});
