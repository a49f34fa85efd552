/** Runs Typst on what its argument names, in this process, and hands back what was timed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Rebuilds, Run } from '../context.ts';

export interface TypstWork {
  /** Absolute path of the package's entry. */
  readonly compiler: string;
  readonly folder: string;
  readonly fonts: readonly string[];
  /** Sources in the folder, each made into a PDF. */
  readonly make?: readonly string[];
  /** A file in the folder with `RebuildSources`. */
  readonly rebuild?: string;
}

export interface RebuildSources {
  readonly sources: readonly string[];
  readonly warmUp: number;
}

/** The package's API, as far as it is used here. */
interface Compiler {
  compile(source: { mainFilePath: string } | { mainFileContent: string }): {
    readonly result: { readonly numOfPages: number } | null;
    printDiagnostics(): void;
  };
  pdf(result: object, options: { pdfStandard: 'a-2a' }): Uint8Array;
  evictCache(age: number): void;
}
interface Package {
  readonly NodeCompiler: {
    create(options: { workspace: string; fontArgs: { fontBlobs: Uint8Array[] }[] }): Compiler;
  };
}

const work = JSON.parse(process.argv[2]!) as TypstWork;
const { NodeCompiler } = createRequire(work.compiler)(work.compiler) as Package;
let opened: Compiler | undefined;

/** Compiles and exports, as Bayan does, to PDF/A-2a; returns the bytes. */
function make(source: Parameters<Compiler['compile']>[0]): Uint8Array {
  opened ??= NodeCompiler.create({
    workspace: work.folder,
    fontArgs: [{ fontBlobs: work.fonts.map((font) => readFileSync(font)) }],
  });
  const compiled = opened.compile(source);
  if (!compiled.result) {
    compiled.printDiagnostics();
    throw new Error('Typst did not compile the brief');
  }
  const bytes = opened.pdf(compiled.result, { pdfStandard: 'a-2a' });
  // What Typst's own `watch` does after each compilation.
  opened.evictCache(10);
  return bytes;
}

function timed(source: string): Run {
  const before = process.cpuUsage();
  const started = performance.now();
  make({ mainFileContent: source });
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

for (const name of work.make ?? [])
  writeFileSync(join(work.folder, `${name}.pdf`), make({ mainFilePath: join(work.folder, name) }));
if (work.rebuild) {
  const { sources, warmUp } = JSON.parse(
    readFileSync(join(work.folder, work.rebuild), 'utf8'),
  ) as RebuildSources;
  const first = timed(sources[0]!);
  const edit: Run[] = [];
  const again: Run[] = [];
  for (const [i, source] of sources.slice(1).entries()) {
    const changed = timed(source);
    const same = timed(source);
    if (i < warmUp) continue;
    edit.push(changed);
    again.push(same);
  }
  const rebuilds: Rebuilds = { first, edit, again };
  process.stdout.write(JSON.stringify(rebuilds));
}
