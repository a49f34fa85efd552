/** Runs Typst on what its argument names, in this process, and hands back what was timed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Rounds, Run } from '../context.ts';
import { rebuildAll, startClock } from '../timing.ts';

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

export interface RebuildSources extends Rounds {
  /** By version. */
  readonly sources: readonly string[];
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
  const clock = startClock();
  make({ mainFileContent: source });
  return clock();
}

for (const name of work.make ?? [])
  writeFileSync(join(work.folder, `${name}.pdf`), make({ mainFilePath: join(work.folder, name) }));
if (work.rebuild) {
  const { sources, ...rounds } = JSON.parse(
    readFileSync(join(work.folder, work.rebuild), 'utf8'),
  ) as RebuildSources;
  const rebuilds = await rebuildAll((version) => timed(sources[version]!), rounds);
  process.stdout.write(JSON.stringify(rebuilds));
}
