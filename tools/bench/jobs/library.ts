/** What every job needs: the library as bundled, one brief from Markdown to bytes, and a way to hand back a result. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FontBook, Report, Workspace } from '../../../src/index.ts';
import type { Build } from '../context.ts';
import { ROOT } from '../process.ts';
import { startClock } from '../timing.ts';

/** What the table asks of this job. */
export function argument<T>(): T {
  return JSON.parse(process.argv[2]!) as T;
}

const started = performance.now();
/** What is measured is what users run: dist/, and not the source beside it; of another checkout when that is asked for. */
export const bayan: typeof import('../../../src/index.ts') = await import(
  pathToFileURL(join(argument<{ bayan?: string }>().bayan ?? ROOT, 'dist/index.js')).href
);
/** ms that the library took to load. */
export const loading = performance.now() - started;

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
  const clock = startClock();
  const content = { file: `content/brief/${lang}.md`, slug: 'brief', lang, source };
  const edition = bayan.readEdition(workspace, content, report);
  const parse = clock().wall;
  const made = edition && (await bayan.makePdf(workspace, { edition, kind: 'brief' }, report));
  const used = clock();
  if (!made) refuse(report);
  return { ...used, pages: made.pages, bytes: made.bytes.length, timings: { parse, ...made.timings } };
}
