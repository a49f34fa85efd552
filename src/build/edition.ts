/**
 * Builds one content file: reads it once, makes a PDF for each of its kinds and writes those that have no
 * error. Whatever goes wrong stays with this edition, and its last good PDF stays where it is.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { unexpected } from '../diagnostics/unexpected.ts';
import { resolveInside } from '../files/inside.ts';
import { removeStaleTemporaries, writeAtomically } from '../files/write-file.ts';
import { outputName, type PlannedEdition } from '../project/plan.ts';
import type { Project } from '../project/project.ts';
import type { Engine } from './engine.ts';
import type { ManifestEntry } from './manifest.ts';

/** One PDF: written, or not for the reasons in the diagnostics. */
export interface BuiltDocument {
  readonly slug: string;
  readonly lang: string;
  readonly kind: string;
  /** Relative to the output folder, with `/` separators. */
  readonly path: string;
  /** Undefined when it was not written. */
  readonly entry?: ManifestEntry;
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
}

/** What became of a content file. Plain data, so that a worker can send it. */
export interface BuiltEdition {
  readonly planned: PlannedEdition;
  readonly documents: readonly BuiltDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface BuildTarget {
  readonly project: Project;
  /** Absolute path of the output folder. */
  readonly output: string;
  /** Puts the Markdown into each PDF, which is then PDF/A-3a. */
  readonly attachSource?: boolean;
}

/** Builds every wanted kind of one content file. Never throws. */
export async function buildEdition(
  planned: PlannedEdition,
  target: BuildTarget,
  engine: Engine,
): Promise<BuiltEdition> {
  const report = new Report();
  const documents: BuiltDocument[] = [];
  try {
    const started = performance.now();
    const bytes = readContent(planned, target.project, report);
    const { slug, lang, file } = planned;
    const edition = bytes && engine.parse({ root: target.project.root, file, slug, lang, bytes }, report);
    const parse = performance.now() - started;
    if (edition) {
      const broken = report.hasErrors;
      const kinds = edition.frontMatter.kinds.filter((kind) => planned.kinds?.includes(kind) ?? true);
      for (const kind of kinds) {
        const own = new Report();
        const timings: Record<string, number> = { parse: documents.length === 0 ? parse : 0 };
        const entry = await guard(planned, own, async () => {
          const made = await engine.make(
            { edition, kind, project: target.project, ...(target.attachSource && { attachSource: true }) },
            own,
          );
          Object.assign(timings, made?.timings);
          return made && !broken && !own.hasErrors
            ? write(planned, kind, made, target, own, timings)
            : undefined;
        });
        report.addAll(own.diagnostics);
        documents.push({
          slug,
          lang,
          kind,
          path: outputName(planned, kind),
          ...(entry && { entry }),
          timings,
        });
      }
    }
  } catch (error) {
    report.add(unexpected(error, planned.file));
  }
  return { planned, documents, diagnostics: report.diagnostics };
}

async function guard<T>(
  planned: PlannedEdition,
  report: Report,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    report.add(unexpected(error, planned.file));
    return undefined;
  }
}

function readContent(planned: PlannedEdition, project: Project, report: Report): Uint8Array | undefined {
  try {
    return readFileSync(join(project.root, planned.file));
  } catch (error) {
    report.error(
      'file-unreadable',
      { file: planned.file },
      `${planned.file} cannot be read (${reason(error)})`,
    );
    return undefined;
  }
}

function write(
  planned: PlannedEdition,
  kind: string,
  made: { bytes: Uint8Array; pages: number },
  { output }: BuildTarget,
  report: Report,
  timings: Record<string, number>,
): ManifestEntry | undefined {
  const started = performance.now();
  const path = outputName(planned, kind);
  const inside = resolveInside(output, path);
  if (inside.problem !== undefined) {
    report.error(
      'path-outside-project',
      { file: planned.file },
      `the output path "${path}" ${inside.problem}`,
    );
    return undefined;
  }
  try {
    writeAtomically(inside.path, made.bytes);
  } catch (error) {
    report.error(
      'file-unreadable',
      { file: planned.file },
      `${inside.path} cannot be written (${reason(error)})`,
      {
        hint: 'close it where it is open, and check that the folder may be written to',
      },
    );
    return undefined;
  }
  timings.write = performance.now() - started;
  const sha256 = createHash('sha256').update(made.bytes).digest('hex');
  return {
    slug: planned.slug,
    lang: planned.lang,
    kind,
    path,
    pages: made.pages,
    bytes: made.bytes.length,
    sha256,
  };
}

function reason(error: unknown): string {
  return (
    (error as NodeJS.ErrnoException | undefined)?.code ??
    (error instanceof Error ? error.message : 'unknown fault')
  );
}

/** Cleans the folders that editions will be written to; once, before the first. */
export function prepareOutput(plan: readonly PlannedEdition[], output: string): void {
  removeStaleTemporaries(output);
  for (const slug of new Set(plan.map((edition) => edition.slug))) {
    const { path } = resolveInside(output, slug);
    if (path !== undefined) removeStaleTemporaries(path);
  }
}
