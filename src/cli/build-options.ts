/** The options that say what to build, for the commands that build. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { AssessOptions } from '../build/assess.ts';
import { commaList } from './comma-list.ts';
import type { Context } from './context.ts';

export interface SelectionFlags {
  readonly lang?: readonly string[];
  readonly kind?: readonly string[];
  readonly out?: string;
  readonly attachSource?: boolean;
}

/** Adds them to a command. */
export function addSelection(command: Command): Command {
  return command
    .option('-l, --lang <tags...>', 'only these languages', commaList)
    .option('-k, --kind <kinds...>', 'only these kinds of document: brief, flyer …', commaList)
    .option('-o, --out <dir>', 'write to this folder; it may be outside the project')
    .option('--attach-source', 'put the Markdown into the PDF (PDF/A-3a)');
}

/** What they ask a build for. */
export function selection(slugs: readonly string[], flags: SelectionFlags, { cwd }: Context): AssessOptions {
  return {
    ...(flags.out !== undefined && { output: resolve(cwd, flags.out) }),
    ...(slugs.length > 0 && { slugs }),
    ...(flags.lang && { langs: flags.lang }),
    ...(flags.kind && { kinds: flags.kind }),
    ...(flags.attachSource && { attachSource: true }),
  };
}
