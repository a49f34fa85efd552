/**
 * Puts the output folders of shards together: PDFs and manifest become what one build would have left. Folders that do not
 * belong together, or are not all there, are refused before anything is written.
 */
import { readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import { reasonOf } from '../files/disk.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import { sha256 } from '../files/source-file.ts';
import { writeAtomically } from '../files/write-file.ts';
import { outputName } from '../project/output-name.ts';
import { digestInside } from './graph.ts';
import { reportDifferences } from './join-differences.ts';
import { type NamedFolder, type Part, readParts } from './join-parts.ts';
import type { EditionRecord, TextRecord } from './manifest.ts';
import { recordBuild } from './manifest-update.ts';
import { cleanOutput } from './output-folder.ts';

export interface JoinedShards {
  /** PDFs that are in the output folder now. */
  readonly pdfs: number;
  readonly shards: number;
}

/**
 * Joins the folders of shards in another one, which may be one of them. Undefined when they cannot be joined; the report
 * then says why, and nothing was written. What a shard failed to build is reported too, and joined as one build would have
 * left it.
 *
 * @param output absolute path of the folder to write to
 * @param files the door to the project, where the shards are to be of its present state
 */
export function joinShards(
  folders: readonly NamedFolder[],
  output: string,
  report: Report,
  files?: ProjectFiles,
): JoinedShards | undefined {
  const own = report.child();
  const parts = readParts(folders, own);
  if (!parts) return undefined;
  reportDifferences(parts, files, own);
  const editions = parts.flatMap((part) => part.editions.map((edition) => ({ part, edition })));
  for (const { part, edition } of editions) checkPdf(part, edition, own);
  if (own.hasErrors) return undefined;
  try {
    cleanOutput(output);
    for (const { part, edition } of editions) copyPdf(part, edition, output);
    record(parts, output);
  } catch (error) {
    own.error('file-unreadable', undefined, `${output} cannot be written to (${reasonOf(error)})`);
    return undefined;
  }
  for (const part of parts) reportFailures(part, own);
  return { pdfs: editions.length, shards: parts[0]!.division.of };
}

function checkPdf({ folder }: Part, { path, sha256: digest }: EditionRecord, report: Report): void {
  let problem: string | undefined;
  try {
    if (digestInside(folder.path, path) !== digest) problem = 'is not as it was built';
  } catch (error) {
    problem = reasonOf(error) === 'ENOENT' ? 'is gone' : `cannot be read (${reasonOf(error)})`;
  }
  if (problem !== undefined)
    report.error('shard-damaged', undefined, `${folder.name}/${path} ${problem}`, {
      hint: 'copy the folder again, or build its shard again',
    });
}

function copyPdf({ folder }: Part, { path, sha256: digest }: EditionRecord, output: string): void {
  if (isThere(joinPath(output, path), digest)) return;
  writeAtomically(joinPath(output, path), readFileSync(joinPath(folder.path, path)));
}

function isThere(path: string, digest: string): boolean {
  try {
    return sha256(readFileSync(path)) === digest;
  } catch {
    return false;
  }
}

/** Writes the manifest that one process would have written. */
function record(parts: readonly Part[], output: string): void {
  const [{ manifest, division }] = parts as [Part, ...Part[]];
  const done = Array.from({ length: division.of }, (_, index) => index + 1);
  recordBuild(output, {
    editions: parts.flatMap(({ editions }) => editions),
    withdrawn: [],
    texts: parts.flatMap(({ texts }) => texts.filter(({ read }) => read)),
    planned: manifest.texts,
    plan: manifest.plan,
    extent: { ...division, done },
  });
}

/** What a shard was to build, and did not: it found errors. */
function reportFailures({ folder, division: { only }, texts, editions }: Part, report: Report): void {
  const built = new Set(editions.map(({ path }) => path));
  const isAsked = ({ slug, lang }: TextRecord): boolean =>
    only?.slugs?.includes(slug) !== false && only?.langs?.includes(lang) !== false;
  for (const text of texts.filter(isAsked)) {
    const kinds = text.read?.kinds.filter((kind) => only?.kinds?.includes(kind) !== false);
    const missing = kinds?.map((kind) => outputName(text, kind)).filter((path) => !built.has(path));
    for (const what of missing ?? [text.file])
      report.error('shard-failed', undefined, `${what} was not built, because of errors (${folder.name})`, {
        hint: 'put them right where bayan build tells them, and build again',
      });
  }
}
