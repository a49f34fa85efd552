/** Runs Typst on what its argument names, in this process, and hands back what was timed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Rounds, Run } from '../context.ts';
import { rebuildAll, startClock } from '../timing.ts';
import { PDF_STANDARD, RECENT, type TypstFonts, type TypstProject } from './typst-api.ts';

export interface TypstWork extends TypstFonts {
  /** Absolute path of the package's entry. */
  readonly compiler: string;
  readonly folder: string;
  /** Sources in the folder, each made into a PDF. */
  readonly make?: readonly string[];
  /** A file in the folder with `RebuildSources`. */
  readonly rebuild?: string;
}

export interface RebuildSources extends Rounds {
  /** By version. */
  readonly sources: readonly string[];
}

interface Compiler extends TypstProject {
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
  const bytes = opened.pdf(compiled.result, PDF_STANDARD);
  opened.evictCache(RECENT);
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
