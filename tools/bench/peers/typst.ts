/**
 * Typst, by @myriaddreamin/typst-ts-node-compiler: Typst's own compiler as a native module of Node.js. It is no
 * dependency of Bayan's: taken from node_modules where it is, or installed once into a folder of the system's
 * temporary directory.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../bundle.mjs';
import type { Peer, Rebuilds, Run } from '../context.ts';
import { ROOT, runJob, runScript } from '../process.ts';
import { edited, type Statement } from '../statement.ts';
import { designFor } from './design.ts';
import type { RebuildSources, TypstWork } from './typst-job.ts';
import { typstMarkup } from './typst-markup.ts';
import type { WatchWork } from './typst-watch.ts';

const PACKAGE = '@myriaddreamin/typst-ts-node-compiler';
/** Typst 0.14.2. */
const VERSION = '0.7.0';
const JOB = 'peers/typst-job.ts';
const WATCH_JOB = 'peers/typst-watch.ts';

export function openTypst(temporary: string): Peer {
  const compiler = findCompiler();
  const folder = join(temporary, 'typst');
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'templates', 'logo.svg'), join(folder, 'logo.svg'));
  const write = (name: string, statement: Statement): string => {
    writeFileSync(join(folder, name), typstMarkup(statement));
    return name;
  };
  const work = (statements: readonly Statement[], what: Partial<TypstWork>): TypstWork => {
    const langs = [...new Set(statements.map(({ lang }) => lang))];
    const fonts = new Set(langs.flatMap((lang) => designFor(lang).files.map(({ path }) => path)));
    return { compiler, folder, fonts: [...fonts], ...what };
  };
  /** The script is bundled before the clock starts. */
  const run = (given: TypstWork): (() => Promise<Run>) => {
    const script = bundle(`tools/bench/${JOB}`);
    return async () => runScript(await script, [JSON.stringify(given)]);
  };
  return {
    name: 'Typst',
    remark: `Typst: ${PACKAGE} ${VERSION}, PDF/A-2a, started by Node.js; the Node.js row is part of its time as of Bayan’s.`,
    prepareCold(statement) {
      return run(work([statement], { make: [write(`cold-${statement.lang}.typ`, statement)] }));
    },
    rebuild(statement, rounds) {
      const versions = rounds.warmUp + rounds.runs + 1;
      const sources = Array.from({ length: versions }, (_, i) => typstMarkup(edited(statement, i)));
      const given: RebuildSources = { sources, ...rounds };
      writeFileSync(join(folder, 'rebuild.json'), JSON.stringify(given));
      return runJob<Rebuilds>(JOB, work([statement], { rebuild: 'rebuild.json' }));
    },
    async prepareWatch(statement) {
      const { fonts } = work([statement], {});
      const main = write(`watch-${statement.lang}.typ`, statement);
      const watching: WatchWork = { compiler, folder, fonts, main };
      return {
        command: [await bundle(`tools/bench/${WATCH_JOB}`), JSON.stringify(watching)],
        cwd: folder,
        save: (version) => void write(main, version),
      };
    },
    prepareBatch(statements) {
      return run(work(statements, { make: statements.map((statement, i) => write(`${i}.typ`, statement)) }));
    },
  };
}

/** The path of the package's entry. */
function findCompiler(): string {
  const installed = join(tmpdir(), `bayan-bench-typst-${VERSION}`);
  for (const folder of [ROOT, installed]) {
    try {
      return createRequire(join(folder, 'package.json')).resolve(PACKAGE);
    } catch {
      // Not there.
    }
  }
  if (!existsSync(installed)) mkdirSync(installed);
  writeFileSync(join(installed, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-save', `${PACKAGE}@${VERSION}`], {
    cwd: installed,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return createRequire(join(installed, 'package.json')).resolve(PACKAGE);
}
