/** Says what a build does while it does it, and in one line what it has done. */
import { resolve } from 'node:path';
import type { BuildOptions, BuildResult } from '../build/build.ts';
import type { CheckResult } from '../build/check.ts';
import type { BuiltEdition } from '../build/edition.ts';
import type { Context } from './context.ts';
import type { ChosenShard } from './shard.ts';
import { typedPath } from './typed-path.ts';

export class Narrator {
  readonly #context: Context;
  readonly #output: () => string;
  #total = 0;
  #done = 0;
  #isShard = false;

  /** @param output absolute path of the output folder, once there is one */
  constructor(context: Context, output: () => string) {
    this.#context = context;
    this.#output = output;
  }

  /** What a build takes to tell it. */
  get listeners(): Required<Pick<BuildOptions, 'onPlan' | 'onEdition'>> {
    return { onPlan: (jobs) => this.start(jobs.length), onEdition: (built) => this.edition(built) };
  }

  /** Which share of the whole this build is. */
  shard({ number, of, from }: ChosenShard): void {
    this.#isShard = true;
    this.#context.terminal.print(`shard ${number} of ${of}${from === undefined ? '' : ` (${from})`}`);
  }

  start(total: number): void {
    this.#total = total;
    this.#context.terminal.progress(`building ${total} edition${total === 1 ? '' : 's'} …`);
  }

  edition({ planned, documents, diagnostics }: BuiltEdition): void {
    const { terminal } = this.#context;
    this.#done++;
    terminal.progress(this.#done < this.#total ? `building ${this.#done + 1} of ${this.#total} …` : '');
    for (const { path, entry } of documents) {
      const file = this.#shown(path);
      if (entry)
        terminal.print(`${terminal.paint('✓', 'green')} ${file}  ${amount(entry.pages, entry.bytes)}`);
      else terminal.print(`${terminal.paint('✗', 'red')} ${file}  not written`);
    }
    if (documents.length === 0 && diagnostics.some((d) => d.severity === 'error'))
      terminal.print(`${terminal.paint('✗', 'red')} ${planned.file}  not built`);
  }

  /** @param more what else is to be said of it */
  end({ documents, unparsed, pruned, misused }: BuildResult, more?: string): void {
    const { terminal } = this.#context;
    for (const path of pruned) terminal.print(`− ${this.#shown(path)}  removed: it had no source`);
    const unchanged = documents.filter((document) => document.unchanged).length;
    const built = documents.filter((document) => document.entry && !document.unchanged).length;
    const failed = documents.filter((document) => !document.entry).length + unparsed.length;
    const line = counts([built, 'built'], [unchanged, 'unchanged'], [failed, 'failed']);
    if (!misused) this.#sum(more === undefined || line === '' ? line : `${line}  ${more}`);
  }

  /** What `--check` found. */
  check({ stale, fresh }: CheckResult): void {
    const { terminal } = this.#context;
    for (const { path, file, reasons } of stale) {
      const name = path === undefined ? file : this.#shown(path);
      terminal.print(`${terminal.paint('✗', 'red')} ${name}  ${inShort(reasons)}`);
    }
    this.#sum(counts([stale.length, 'stale'], [fresh, 'unchanged']));
  }

  /** The last line; of a shard also when there is nothing to count. */
  #sum(line: string): void {
    if (line !== '') this.#context.terminal.print(line);
    else if (this.#isShard) this.#context.terminal.print('nothing falls into this shard');
  }

  /** As the user would type it from where they are. */
  #shown(path: string): string {
    return typedPath(this.#context.cwd, resolve(this.#output(), path));
  }
}

const MOST_REASONS = 3;

/** The first reasons, and how many more there are. */
function inShort(reasons: readonly string[]): string {
  const more = reasons.length - MOST_REASONS;
  return [...reasons.slice(0, MOST_REASONS), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** `3 built, 37 unchanged`: what there is none of is left out. */
export function counts(...parts: readonly (readonly [number, string])[]): string {
  return parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ');
}

export function amount(pages: number, bytes: number): string {
  return `${pages} page${pages === 1 ? '' : 's'}, ${Math.max(1, Math.round(bytes / 1024))} KB`;
}
