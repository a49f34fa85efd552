/** What every job needs: the library as bundled, one brief from Markdown to bytes, and a way to hand back a result. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FontBook, Report, Workspace } from '../../../src/index.ts';
import type { Build } from '../context.ts';
import { ROOT } from '../process.ts';

const started = performance.now();
/** What is measured is what users run: dist/, and not the source beside it. */
export const bayan: typeof import('../../../src/index.ts') = await import(
  pathToFileURL(join(ROOT, 'dist/index.js')).href
);
/** ms that the library took to load. */
export const loading = performance.now() - started;

/** What the table asks of this job. */
export const argument = <T>(): T => JSON.parse(process.argv[2]!) as T;

export const done = (result: unknown): boolean => process.stdout.write(JSON.stringify(result));

/** Throws with the first of what was reported. */
export function refuse({ diagnostics }: Report): never {
  throw new Error(JSON.stringify(diagnostics.slice(0, 3)));
}

export function openProject(root: string): Workspace {
  const report = new bayan.Report();
  return bayan.openWorkspace(bayan.loadProject(root, report) ?? refuse(report));
}

/** The fonts of a project. */
export function openFonts(root: string): FontBook {
  return openProject(root).open(new bayan.Report(), new bayan.Trace()).fonts;
}

export interface BuiltBrief extends Build {
  readonly cpu: number;
  readonly pages: number;
  readonly bytes: number;
}

/** One brief, from Markdown to bytes. */
export async function build(workspace: Workspace, lang: string, source: string): Promise<BuiltBrief> {
  const report = new bayan.Report();
  const before = process.cpuUsage();
  const began = performance.now();
  const content = { file: `content/brief/${lang}.md`, slug: 'brief', lang, source };
  const edition = bayan.readEdition(workspace, content, report);
  const parse = performance.now() - began;
  const made = edition && (await bayan.makePdf(workspace, { edition, kind: 'brief' }, report));
  const wall = performance.now() - began;
  if (!made) refuse(report);
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1000;
  return { wall, cpu, pages: made.pages, bytes: made.bytes.length, timings: { parse, ...made.timings } };
}
