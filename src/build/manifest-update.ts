/** Changes the manifest of an output folder, one build at a time. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../files/lock.ts';
import { writeAtomically } from '../files/write-file.ts';
import { readOutputName } from '../project/output-name.ts';
import {
  type EditionRecord,
  EMPTY_MANIFEST,
  formatManifest,
  MANIFEST_FILE,
  type Manifest,
  type PlanRecord,
  parseManifest,
  readManifestFile,
  type TextRecord,
} from './manifest.ts';
import { MANIFEST_LOCK } from './output-folder.ts';
import { type Division, type Shard, withoutShard, withShards } from './shard.ts';

/**
 * Takes PDFs that are about to be made again out of the manifest, and the shard they belong to: a build that is stopped
 * leaves nothing in it that is not so. Throws the system's error when the manifest cannot be written.
 */
export function withdrawEditions(folder: string, paths: ReadonlySet<string>, shard?: Shard): void {
  updateManifest(folder, ({ editions, shards, ...manifest }) => ({
    ...manifest,
    editions: editions.filter(({ path }) => !paths.has(path)),
    ...divided(shard ? withoutShard(shards, shard.number) : shards),
  }));
}

/** What a build has found out. */
export interface BuildRecords {
  /** PDFs that were written. */
  readonly editions: readonly EditionRecord[];
  /** PDFs that were withdrawn, and may not have been made anew. */
  readonly withdrawn: readonly EditionRecord[];
  /** Content files that were read without errors. */
  readonly texts: readonly TextRecord[];
  /** All content files of the project, as far as they could be found. */
  readonly planned: readonly Pick<TextRecord, 'file' | 'slug' | 'lang'>[];
  /** Undefined when not all of the project could be read; what is known of the rest is then kept. */
  readonly plan: PlanRecord | undefined;
  /** Whether that is all of the project, or which shards; undefined for parts that were asked for by name. */
  readonly extent: 'whole' | Division | undefined;
}

/**
 * Writes what a build has found out beside what earlier builds, or others meanwhile, did. Left out are PDFs whose file
 * is not there, and those that have no source. Throws the system's error when it cannot be written.
 */
export function recordBuild(folder: string, records: BuildRecords): void {
  const { extent, plan } = records;
  // A shard without editions is built all the same, and says so.
  if (typeof extent === 'object') mkdirSync(folder, { recursive: true });
  updateManifest(folder, (manifest) => {
    const texts = mergeTexts(manifest, records);
    const kinds = new Map(texts.map(({ slug, lang, read }) => [`${slug} ${lang}`, read?.kinds ?? 'unknown']));
    const editions = new Map<string, EditionRecord>();
    for (const edition of [...records.withdrawn, ...manifest.editions, ...records.editions]) {
      const known = kinds.get(`${edition.slug} ${edition.lang}`);
      if (
        known !== undefined &&
        (known === 'unknown' || known.includes(edition.kind)) &&
        isThere(folder, edition)
      )
        editions.set(edition.path, edition);
    }
    const shards = typeof extent === 'object' ? withShards(manifest.shards, extent) : manifest.shards;
    return {
      editions: [...editions.values()],
      texts,
      ...(plan && { plan }),
      ...divided(extent === 'whole' ? undefined : shards),
    };
  });
}

const divided = (shards: Division | undefined): { shards?: Division } => (shards ? { shards } : {});

function mergeTexts(manifest: Manifest, { texts, planned, plan }: BuildRecords): readonly TextRecord[] {
  const known = new Map([...manifest.texts, ...texts].map((text) => [text.file, text]));
  const all = planned.map(({ file, slug, lang }) => known.get(file) ?? { file, slug, lang });
  if (plan) return all;
  const files = new Set(planned.map(({ file }) => file));
  return [...all, ...manifest.texts.filter(({ file }) => !files.has(file))];
}

/** Its name is the one that a build gives it, and there is a file. */
function isThere(folder: string, { slug, path }: EditionRecord): boolean {
  const name = path.startsWith(`${slug}/`) ? path.slice(slug.length + 1) : '';
  if (readOutputName(slug, name) === undefined || name.includes('/')) return false;
  return existsSync(join(folder, path));
}

/** Changes the manifest of a folder, one build at a time. Throws the system's error when it cannot be written. */
export function updateManifest(folder: string, change: (manifest: Manifest) => Manifest): void {
  // Nothing was written here, and nothing is to be: no folder, then.
  if (!existsSync(folder)) return;
  const changed = (): string | undefined => {
    const before = readManifestFile(folder);
    const text = formatManifest(change(parseManifest(before ?? '') ?? EMPTY_MANIFEST));
    return text === before ? undefined : text;
  };
  try {
    withLock(join(folder, MANIFEST_LOCK), () => {
      const text = changed();
      if (text !== undefined) writeAtomically(join(folder, MANIFEST_FILE), Buffer.from(text, 'utf8'));
    });
  } catch (error) {
    // Where nobody may write, there may be nothing to write.
    if (changed() !== undefined) throw error;
  }
}
