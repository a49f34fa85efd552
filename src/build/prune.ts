/** PDFs whose source is gone: reported, or removed where the user says so. */
import { join } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import { reasonOf } from '../files/disk.ts';
import type { Assessment } from './assess.ts';
import { readManifest, type TextRecord } from './manifest.ts';
import { findOrphans, listOutput, removeOutput } from './output-folder.ts';
import type { Shard } from './shard.ts';

export interface PruneOptions {
  readonly prune?: boolean;
  readonly slugs?: readonly string[];
  readonly langs?: readonly string[];
  readonly kinds?: readonly string[];
  readonly shard?: Shard;
}

/**
 * Looks for PDFs that no content gives any more: after a build of everything, and whenever they are to be removed. Where
 * not all of the project could be read, none is known to be without a source.
 *
 * @returns those that were removed, from the output folder
 */
export function clearOrphans(
  { plan, all, surroundings: { output } }: Assessment,
  { prune = false, slugs, langs, kinds, shard }: PruneOptions,
  report: Report,
): readonly string[] {
  if (!plan || (!prune && (slugs || langs || kinds || shard))) return [];
  const known = new Map(readManifest(output).texts.map((text) => [text.file, text]));
  const texts = all.map((planned) => known.get(planned.file) ?? planned);
  const orphans = orphansIn(output, texts, report);
  if (prune) return orphans.filter((path) => remove(output, path, report));
  reportOrphans(output, orphans, report);
  return [];
}

/**
 * What no content gives any more, from the output folder. Warns of folders that cannot be looked into.
 *
 * @param texts all content files of the project
 */
export function orphansIn(
  output: string,
  texts: readonly TextRecord[],
  report: Report,
  listing = listOutput(output),
): readonly string[] {
  for (const { path, reason } of listing.unlisted)
    report.warning(
      'file-unreadable',
      undefined,
      `${join(output, path)} cannot be listed (${reason}): whether all in it has a source is not known`,
    );
  return findOrphans(listing, texts);
}

/** Warns of PDFs that no content gives any more. */
export function reportOrphans(output: string, orphans: readonly string[], report: Report): void {
  for (const path of orphans)
    report.warning('output-orphaned', undefined, `${join(output, path)} has no source any more`, {
      hint: 'bayan build --prune removes it',
    });
}

function remove(output: string, path: string, report: Report): boolean {
  try {
    removeOutput(output, path);
    return true;
  } catch (error) {
    report.error(
      'file-unreadable',
      undefined,
      `${join(output, path)} cannot be removed (${reasonOf(error)})`,
      {
        hint: 'close it where it is open, and check that the folder may be written to',
      },
    );
    return false;
  }
}
