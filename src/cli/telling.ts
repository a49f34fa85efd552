/** What commands say that build again and again: what each build did, and what of it is new. */
import { statSync } from 'node:fs';
import type { BuildOptions, BuildResult } from '../build/build.ts';
import { type Diagnostic, diagnosticKey } from '../diagnostics/diagnostic.ts';
import { summary } from '../diagnostics/render.ts';
import type { Context } from './context.ts';
import { Narrator } from './narrator.ts';

/** What a build takes to tell it, and what is called when it is done. */
export interface ToldBuild extends Required<Pick<BuildOptions, 'onPlan' | 'onEdition'>> {
  /** @param result undefined when the project could not be read */
  end(result: BuildResult | undefined, found: readonly Diagnostic[]): void;
}

/** Tells what each build did and found, without saying again what still stands. */
export class Telling {
  readonly #context: Context;
  readonly #root: string;
  readonly #output: () => string;
  #told: ReadonlySet<string> = new Set();

  constructor(context: Context, root: string, output: () => string) {
    this.#context = context;
    this.#root = root;
    this.#output = output;
  }

  /** @param changed files that were saved, for which it builds; undefined when they are not known, or none was */
  begin(changed: readonly string[] | undefined): ToldBuild {
    const saved = changed && newest(changed);
    const show = new Narrator(this.#context, this.#output);
    const { onPlan, onEdition } = show.listeners;
    let finished: number | undefined;
    return {
      onPlan,
      onEdition: (built) => {
        finished = Date.now();
        onEdition(built);
      },
      end: (result, found) => this.#end(show, found, result, saved && (finished ?? Date.now()) - saved),
    };
  }

  /** @param waited ms from the save that this build was made for to its last PDF */
  #end(show: Narrator, found: readonly Diagnostic[], result: BuildResult | undefined, waited?: number): void {
    const { terminal } = this.#context;
    terminal.progress('');
    const took = waited === undefined ? undefined : `${waited} ms after the save`;
    const isNews = !result?.documents.every(({ unchanged }) => unchanged) || this.#told.size !== found.length;
    if (result && !result.misused && (isNews || waited === undefined)) show.end(result, took);
    const fresh = found.filter((diagnostic) => !this.#told.has(diagnosticKey(diagnostic)));
    terminal.diagnostics(fresh, this.#root);
    const old = found.filter((diagnostic) => !fresh.includes(diagnostic));
    if (isNews && old.length > 0) terminal.note(`still there: ${summary(old)}`);
    this.#told = new Set(found.map(diagnosticKey));
  }
}

/** When the last of these files was written, as `Date.now()` tells time; undefined when none is there. */
function newest(paths: readonly string[]): number | undefined {
  const times = paths.flatMap((path) => {
    try {
      return statSync(path).ctimeMs;
    } catch {
      return [];
    }
  });
  return times.length > 0 ? Math.floor(Math.max(...times)) : undefined;
}
