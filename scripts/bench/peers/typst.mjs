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
import { fileURLToPath } from 'node:url';
import { ROOT, runScript } from '../process.mjs';
import { edited } from '../statement.mjs';
import { designFor } from './design.mjs';
import { typstMarkup } from './typst-markup.mjs';

const PACKAGE = '@myriaddreamin/typst-ts-node-compiler';
/** Typst 0.14.2. */
const VERSION = '0.7.0';
const JOB = fileURLToPath(new URL('./typst-job.cjs', import.meta.url));

export function openTypst({ folder: temporary }) {
  const compiler = findCompiler();
  const folder = join(temporary, 'typst');
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'templates', 'logo.svg'), join(folder, 'logo.svg'));
  const write = (name, statement) => writeFileSync(join(folder, name), typstMarkup(statement));
  const run = (work, langs) => {
    const fonts = [...new Set(langs.flatMap((lang) => designFor(lang).files.map(({ path }) => path)))];
    return runScript(JOB, [JSON.stringify({ compiler, folder, fonts, ...work })]);
  };
  return {
    name: 'Typst',
    remark: `Typst: ${PACKAGE} ${VERSION}, PDF/A-2a, started by Node.js; the Node.js row is part of its time as of Bayan’s.`,
    prepareCold(statement) {
      const name = `cold-${statement.lang}.typ`;
      write(name, statement);
      return () => run({ cold: name }, [statement.lang]);
    },
    rebuild(statement, { warmUp, runs }) {
      const sources = Array.from({ length: warmUp + runs + 1 }, (_, i) => typstMarkup(edited(statement, i)));
      writeFileSync(join(folder, 'rebuild.json'), JSON.stringify({ sources, warmUp }));
      return JSON.parse(run({ rebuild: 'rebuild.json' }, [statement.lang]).stdout);
    },
    prepareBatch(statements) {
      const names = statements.map((statement, i) => {
        write(`${i}.typ`, statement);
        return `${i}.typ`;
      });
      return () => run({ batch: names }, [...new Set(statements.map(({ lang }) => lang))]);
    },
  };
}

/** The path of the package's entry. */
function findCompiler() {
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
