/**
 * Runs the command line in this process, with a fake engine, and gathers what it prints.
 */
import type { Engine, Stages } from '../../src/build/engine.ts';
import type { Context } from '../../src/cli/context.ts';
import { main } from '../../src/cli/main.ts';
import { Terminal } from '../../src/cli/terminal.ts';
import type { Edition } from '../../src/content/edition.ts';
import type { ProjectFiles } from '../../src/files/project-files.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `bayan <args>` in a folder. `tty` makes both streams terminals. */
export async function bayan(
  cwd: string,
  args: readonly string[],
  more: Partial<Context> & { tty?: boolean } = {},
): Promise<Run> {
  let out = '';
  let err = '';
  const { tty = false, ...context } = more;
  const terminal = new Terminal(
    { write: (text) => (out += text), isTTY: tty },
    { write: (text) => (err += text), isTTY: tty, columns: 80 },
    context.env ?? {},
  );
  const code = await main(args, {
    cwd,
    env: {},
    terminal,
    today: () => '2026-01-02',
    engine: fakeEngine,
    ...context,
  });
  return { code, out, err };
}

/**
 * Reads a content file as commands: `kinds: a b` names its kinds; a line `error`, `throw` or `warn` (with
 * `in <kind>` to mean one kind only) makes that happen while the PDF is made.
 */
export const fakeEngine: Engine = { open: (_, files) => fakeStages(files) };

const fakeStages = (files: ProjectFiles): Stages => ({
  close() {},
  checkPrinted() {},
  read({ slug, lang, file }, report, trace) {
    const read = files.read(file, trace);
    const source = read.fault === undefined ? new TextDecoder().decode(read.bytes) : '';
    if (source.startsWith('unreadable')) {
      report.error('front-matter-missing', { file, line: 1, column: 1, length: 10 }, 'no front matter');
      return undefined;
    }
    const kinds = /^kinds: (.*)$/m.exec(source)?.[1]?.split(' ') ?? ['brief'];
    const frontMatter = { title: 'T', kinds } as unknown as Edition['frontMatter'];
    return {
      slug,
      lang,
      file,
      source,
      frontMatter,
      declared: {},
      inline: new Map(),
      pictures: new Map(),
      places: new Map(),
      body: [],
      footnotes: [],
    };
  },
  async make({ edition, kind }, report, trace) {
    files.read(edition.file, trace);
    const told = (word: string): boolean => new RegExp(`^${word}( in ${kind})?$`, 'm').test(edition.source);
    if (told('throw')) throw new Error('engine on fire');
    if (told('error')) report.error('glyph-missing', { file: edition.file, line: 1, column: 1 }, 'no font');
    if (told('warn')) report.warning('string-missing', { file: edition.file }, 'a word');
    const bytes = new TextEncoder().encode(`%PDF ${edition.slug} ${edition.lang} ${kind} ${edition.source}`);
    return { bytes, pages: 2, timings: { compose: 1, typeset: 2 } };
  },
});
