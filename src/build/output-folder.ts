/** The output folder: what lies in it besides the manifest, what builds that were killed left, and what has no source. */
import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../diagnostics/code-unit-order.ts';
import { reasonOf } from '../files/disk.ts';
import { removeStaleLock } from '../files/lock.ts';
import { isTemporary, removeStaleTemporaries } from '../files/write-file.ts';
import { CHANGES_FORMATS, changesFile, outputName, readOutputName } from '../project/output-name.ts';
import type { TextRecord } from './manifest.ts';

/** Held while the manifest is read and written again: milliseconds. */
export const MANIFEST_LOCK = '.manifest.lock';

export interface OutputListing {
  /** Files named as Bayan names PDFs, from the output folder, with `/` separators; sorted. */
  readonly pdfs: readonly string[];
  /** The same of what `bayan diff` has written. */
  readonly changes: readonly string[];
  /** Something that a build in progress has made, or one that was killed has left. */
  readonly unfinished: boolean;
  /** Folders that are there and cannot be listed, from the output folder, and what the system says. */
  readonly unlisted: readonly { readonly path: string; readonly reason: string }[];
}

/** Lists the folder and those in it. */
export function listOutput(output: string): OutputListing {
  const pdfs: string[] = [];
  const changes: string[] = [];
  const unlisted: OutputListing['unlisted'][number][] = [];
  const entriesIn = (path: string) =>
    entriesOf(join(output, path), (reason) => unlisted.push({ path, reason }));
  const top = entriesIn('');
  let unfinished = top.some(({ name }) => name === MANIFEST_LOCK || isTemporary(name));
  for (const folder of top) {
    // A link may lead anywhere; nothing is written through it.
    if (!folder.isDirectory() || folder.name.startsWith('.')) continue;
    for (const { name } of entriesIn(folder.name)) {
      if (isTemporary(name)) unfinished = true;
      if (CHANGES_FORMATS.some((format) => name === changesFile(format)))
        changes.push(`${folder.name}/${name}`);
      if (readOutputName(folder.name.normalize('NFC'), name.normalize('NFC')) !== undefined)
        pdfs.push(`${folder.name}/${name}`);
    }
  }
  return { pdfs: pdfs.sort(byCodeUnit), changes: changes.sort(byCodeUnit), unfinished, unlisted };
}

/** Removes what builds that were killed left; what one that runs is writing stays. */
export function cleanOutput(output: string): void {
  removeStaleLock(join(output, MANIFEST_LOCK));
  removeStaleTemporaries(output);
  for (const folder of entriesOf(output))
    if (folder.isDirectory()) removeStaleTemporaries(join(output, folder.name));
}

/**
 * PDFs that no content file gives any more, and what was told of changes in a document that is gone, from the output folder.
 *
 * @param texts all content files of the project; one that has not been read may give PDFs of any kind
 */
export function findOrphans(
  { pdfs, changes }: OutputListing,
  texts: readonly TextRecord[],
): readonly string[] {
  const given = new Set(
    texts.flatMap((text) => text.read?.kinds.map((kind) => outputName(text, kind).normalize('NFC')) ?? []),
  );
  const unread = new Set(texts.filter(({ read }) => !read).map(({ slug, lang }) => `${slug}/${lang}`));
  const slugs = new Set(texts.map(({ slug }) => slug));
  const orphans = pdfs.filter((path) => {
    const [folder = '', name = ''] = path.normalize('NFC').split('/');
    const lang = readOutputName(folder, name)?.lang;
    return !given.has(`${folder}/${name}`) && !unread.has(`${folder}/${lang}`);
  });
  return [...orphans, ...changes.filter((path) => !slugs.has(path.normalize('NFC').split('/')[0]!))];
}

/** Removes a PDF from the output folder, and its folder when that is empty then. Throws the system's error. */
export function removeOutput(output: string, path: string): void {
  rmSync(join(output, path));
  const folder = join(output, path.split('/')[0]!);
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Of a folder that is not there, none; of one that cannot be listed neither, which `onFault` is told. */
function entriesOf(folder: string, onFault: (reason: string) => void = () => {}) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== 'ENOENT') onFault(reason);
    return [];
  }
}
