/** The files of src/ with what each imports, read from their text: biome keeps imports in one form, so a pattern is enough. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { ROOT } from '../support/make.ts';

export interface Source {
  /** From src/, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

export interface Import {
  /** The file imported, from src/. */
  readonly path: string;
  /** False when only types are taken: nothing of it is left when the program runs. */
  readonly atRunTime: boolean;
}

export function readSources(): Source[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, 'src', path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

/** `import … from './x.ts'` and `export … from './x.ts'` at the start of a line, and `import('./x.ts')` anywhere. */
const STATEMENT = /^(?:import|export)( type)?\b[^'";]*?from '(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm;

export function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(STATEMENT)].map(([, type, statement, call]) => ({
    path: join(dirname(path), statement ?? call!),
    atRunTime: type === undefined,
  }));
}
