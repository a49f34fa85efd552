/** Typst's own watching: `ProjectWatcher` compiles a file whenever it is saved, and the PDF is written. Ends when it is killed. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PDF_STANDARD, RECENT, type TypstFonts, type TypstProject } from './typst-api.ts';

export interface WatchWork extends TypstFonts {
  /** Absolute path of the package's entry. */
  readonly compiler: string;
  readonly folder: string;
  /** The source in the folder. */
  readonly main: string;
}

interface Package {
  readonly ProjectWatcher: {
    create(options: { workspace: string; fontArgs: { fontBlobs: Uint8Array[] }[] }): {
      add(items: string[], built: (project: TypstProject) => void): void;
      watch(): void;
      evictCache(age: number): void;
    };
  };
}

const work = JSON.parse(process.argv[2]!) as WatchWork;
const { ProjectWatcher } = createRequire(work.compiler)(work.compiler) as Package;
const mainFilePath = join(work.folder, work.main);
const watcher = ProjectWatcher.create({
  workspace: work.folder,
  fontArgs: [{ fontBlobs: work.fonts.map((font) => readFileSync(font)) }],
});
let isReady = false;
watcher.add([mainFilePath], (project) => {
  const { result } = project.compile({ mainFilePath });
  if (!result) throw new Error('Typst did not compile the brief');
  writeFileSync(`${mainFilePath}.pdf`, project.pdf(result, PDF_STANDARD));
  const since = Date.now() - statSync(mainFilePath).mtimeMs;
  process.stdout.write(isReady ? `${Math.round(since)} ms after the save\n` : 'watching; Ctrl-C ends it\n');
  isReady = true;
  watcher.evictCache(RECENT);
});
watcher.watch();
// The watcher has no thread of JavaScript that would keep the process alive.
setInterval(() => {}, 60_000);
