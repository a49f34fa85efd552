/**
 * Runs the installed command: `installedBayan()` makes an empty folder to work in, with a `bayan` that is the package's
 * own and knows nothing of this repository.
 *
 *     const folder = installedBayan({ 'bayan.yaml': '', 'brand.yaml': BRAND, 'content/water/en.md': MARKDOWN });
 *     const { code, stderr } = folder.bayan('build', '--lang', 'en');
 *     const text = await pageText(folder.pdf('out/water/water.en.brief.pdf'));
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject, onTestFinished } from 'vitest';
import { installedFile } from './install.ts';

export const BRAND = 'organisation:\n  name: Test Organisation\n';

const REPORT_MEMORY = fileURLToPath(new URL('report-memory.cjs', import.meta.url));

export interface Ran {
  /** The exit code; -1 when a signal ended it or it ran longer than a minute. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Place {
  readonly in: string;
  /** Beside PATH and HOME. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whom it runs as; whoever runs the tests by default. */
  readonly uid?: number | undefined;
}

/** A command that runs until it is stopped. */
export interface Running {
  /** All that it has printed so far, on both streams. */
  printed(): string;
  /** Ends it as Ctrl-C does; its exit code. */
  stop(): Promise<number | null>;
}

export interface WorkingFolder {
  readonly root: string;
  path(name: string): string;
  write(name: string, content: string | Uint8Array): void;
  remove(name: string): void;
  read(name: string): string;
  has(name: string): boolean;
  pdf(name: string): Uint8Array;
  /** Paths of all files below it or one of its folders, from there, sorted. */
  files(below?: string): string[];
  /** Those of PDFs. */
  pdfs(): string[];
  /** Runs `bayan` in it, or in a folder below when the first argument is `{ in: 'folder' }`. */
  bayan(...args: readonly (string | Place)[]): Ran;
  /** Starts `bayan` in it without waiting; the process is the command's own, and no shell's. */
  start(...args: readonly string[]): ChildProcess;
  /** Starts `bayan` in it with a command that runs until it is stopped, and ends it after the test. */
  run(command: 'watch' | 'preview', ...args: readonly string[]): Running;
  /** Runs a script in it, which may import what is installed. */
  node(script: string): Ran;
  /** Runs `bayan` in it and says how much memory the process had at most. */
  measured(...args: readonly string[]): Ran & { readonly megabytes: number };
}

/** A folder with these files and the installed command; removed after the test. */
export function installedBayan(files: Readonly<Record<string, string | Uint8Array>> = {}): WorkingFolder {
  const installation = awaitInstallation();
  const root = mkdtempSync(join(installation, 'کار work '));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder: WorkingFolder = {
    root,
    path: (name) => join(root, name),
    write(name, content) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    },
    remove: (name) => rmSync(join(root, name), { recursive: true }),
    read: (name) => readFileSync(join(root, name), 'utf8'),
    has: (name) => existsSync(join(root, name)),
    pdf: (name) => readFileSync(join(root, name)),
    files: (below = '.') =>
      readdirSync(join(root, below), { recursive: true, encoding: 'utf8' })
        .map((name) => name.replaceAll('\\', '/'))
        .sort(),
    pdfs: () => folder.files().filter((name) => name.endsWith('.pdf')),
    node: (script) => run(installation, root, [script], {}, process.execPath),
    bayan(...args) {
      const words = args.filter((arg) => typeof arg === 'string');
      const place = args.find((arg) => typeof arg !== 'string') ?? { in: '.' };
      return run(installation, join(root, place.in), words, place.env, undefined, place.uid);
    },
    start: (...args) =>
      spawn(process.execPath, [join(installation, 'node_modules/bayan/bin/bayan.cjs'), ...args], {
        cwd: root,
        stdio: 'ignore',
        env: environment(installation),
      }),
    run(command, ...args) {
      const script = join(installation, 'node_modules/bayan/bin/bayan.cjs');
      const child = spawn(process.execPath, [script, command, ...args], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: environment(installation),
      });
      let printed = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
      onTestFinished(() => void child.kill('SIGKILL'));
      return {
        printed: () => printed,
        async stop() {
          child.kill('SIGINT');
          return child.exitCode ?? ((await once(child, 'exit'))[0] as number | null);
        },
      };
    },
    measured(...args) {
      const told = join(dirname(installation), `memory-${basename(root)}`);
      const ran = run(installation, root, args, {
        NODE_OPTIONS: `--require ${JSON.stringify(REPORT_MEMORY)}`,
        BAYAN_TEST_MEMORY: told,
      });
      return { ...ran, megabytes: Number(readFileSync(told, 'utf8')) / 1024 };
    },
  };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder;
}

/** ms between two looks. */
const LOOK = 100;
const PATIENCE = 120_000;

/** The folder in which Bayan is installed, once it is. */
function awaitInstallation(): string {
  const installation = inject('installation');
  const file = installedFile(installation);
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; !existsSync(file); waited += LOOK) {
    if (waited > PATIENCE) throw new Error('npm takes too long to pack and install Bayan');
    Atomics.wait(clock, 0, 0, LOOK);
  }
  const fault = readFileSync(file, 'utf8');
  if (fault) throw new Error(fault);
  return installation;
}

/** Where the installed package is. */
export function installedPackage(): string {
  return join(awaitInstallation(), 'node_modules/bayan');
}

function run(
  installation: string,
  cwd: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
  command = join(installation, 'node_modules/.bin/bayan'),
  uid?: number,
): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 26,
    shell: process.platform === 'win32',
    env: { ...environment(installation), ...more },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  return { code: status ?? -1, stdout, stderr };
}

/** What a process needs to run, and nothing else of whoever runs the tests. */
function environment(installation: string): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TMPDIR, TEMP } = process.env;
  return { PATH, SystemRoot, TMPDIR, TEMP, HOME: join(dirname(installation), 'home') };
}
