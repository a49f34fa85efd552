/** Headless Chromium, or another browser of its kind, where one is found on the PATH. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { processTree } from '../../process-tree.ts';
import type { Peer, Run } from '../context.ts';
import { ROOT } from '../process.ts';
import { edited, type Statement } from '../statement.ts';
import { rebuildAll } from '../timing.ts';
import { type Browser, FLAGS, startBrowser } from './browser.ts';
import { html } from './html.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
/** How often memory is looked at, ms. */
const WATCH = 100;

export function openChromium(temporary: string): Peer {
  const binary = findBinary();
  const folder = join(temporary, 'chromium');
  mkdirSync(folder, { recursive: true });
  const logo = join(ROOT, 'templates', 'logo.svg');
  const profile = join(folder, 'profile');
  const write = (name: string, statement: Statement): string => {
    const path = join(folder, name);
    writeFileSync(path, html(statement, logo));
    return path;
  };
  const version = spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout.trim();
  return {
    name: 'Chromium',
    slow: true,
    remark: `Chromium: ${version}; CPU and memory (proportional, shared pages once) of all its processes, looked at every ${WATCH} ms.`,

    prepareCold(statement) {
      const page = write(`cold-${statement.lang}.html`, statement);
      return () => printWhole(binary, page, profile);
    },

    async rebuild(statement, rounds) {
      const browser = await startBrowser(binary, profile);
      const print = (version: number): Promise<Run> =>
        printTimed(browser, write('rebuild.html', edited(statement, version)));
      try {
        return await rebuildAll(print, rounds);
      } finally {
        await browser.close();
      }
    },

    prepareBatch(statements) {
      const pages = statements.map((statement, i) => write(`${i}.html`, statement));
      return async () => {
        const started = performance.now();
        const browser = await startBrowser(binary, profile);
        const watch = watchTree(browser.pid);
        try {
          for (const page of pages)
            writeFileSync(`${page}.pdf`, await browser.print(pathToFileURL(page).href));
        } finally {
          watch.stop();
          await browser.close();
        }
        return { wall: performance.now() - started, ...watch.result };
      };
    },
  };
}

async function printTimed(browser: Browser, page: string): Promise<Run> {
  const started = performance.now();
  await browser.print(pathToFileURL(page).href);
  return { wall: performance.now() - started };
}

/** One page by the command line, as a whole process. */
async function printWhole(binary: string, page: string, profile: string): Promise<Run> {
  const pdf = `${page}.pdf`;
  const started = performance.now();
  const child = spawn(
    binary,
    [
      ...FLAGS,
      `--user-data-dir=${profile}`,
      '--allow-file-access-from-files',
      '--no-pdf-header-footer',
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ],
    { stdio: 'ignore' },
  );
  const watch = watchTree(child.pid!);
  const status = await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
  const wall = performance.now() - started;
  watch.stop();
  if (status !== 0 || !existsSync(pdf) || statSync(pdf).size < 1000)
    throw new Error(`${binary} printed nothing`);
  return { wall, ...watch.result };
}

interface Watch {
  readonly result: { rss?: number; cpu?: number };
  stop(): void;
}

/** Peak memory and CPU time so far of a process and all below it. */
function watchTree(pid: number): Watch {
  const result: Watch['result'] = {};
  const look = (): void => {
    const tree = processTree(pid);
    if (!tree) return;
    result.rss = Math.max(result.rss ?? 0, tree.memory);
    result.cpu = Math.max(result.cpu ?? 0, tree.cpu);
  };
  const timer = setInterval(look, WATCH);
  return {
    result,
    stop() {
      clearInterval(timer);
      look();
    },
  };
}

function findBinary(): string {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of NAMES) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  throw new Error('no chromium or chrome on the PATH');
}
