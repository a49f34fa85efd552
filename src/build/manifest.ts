/**
 * out/manifest.json: what is in the output folder, for whoever publishes it. Same PDFs, same bytes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { byCodeUnit } from '../diagnostics/code-unit-order.ts';
import { resolveInside } from '../files/containment.ts';
import { writeAtomically } from '../files/write-file.ts';

const MANIFEST_FILE = 'manifest.json';

const EntrySchema = v.object({
  slug: v.string(),
  lang: v.string(),
  kind: v.string(),
  /** Relative to the output folder, with `/` separators. */
  path: v.string(),
  pages: v.number(),
  bytes: v.number(),
  sha256: v.string(),
});

const ManifestSchema = v.object({ editions: v.array(v.unknown()) });

export type ManifestEntry = v.InferOutput<typeof EntrySchema>;

/**
 * Takes the entries of editions that are about to be built out of the manifest: a build that is stopped leaves none in
 * it that is not so. Returns them, for those that will not have been replaced. Throws the system's error when the
 * manifest cannot be written.
 */
export function withdrawEntries(
  folder: string,
  editions: readonly Pick<ManifestEntry, 'slug' | 'lang'>[],
): readonly ManifestEntry[] {
  const built = new Set(editions.map(({ slug, lang }) => `${slug} ${lang}`));
  const entries = readManifest(folder);
  const withdrawn = entries.filter(({ slug, lang }) => built.has(`${slug} ${lang}`));
  if (withdrawn.length > 0)
    write(
      folder,
      entries.filter((entry) => !withdrawn.includes(entry)),
    );
  return withdrawn;
}

/**
 * Writes the manifest: `fresh` entries, and those of earlier builds, `withdrawn` ones too, whose file is still there.
 * Throws the system's error when it cannot be written.
 */
export function updateManifest(
  folder: string,
  fresh: readonly ManifestEntry[],
  withdrawn: readonly ManifestEntry[],
): void {
  const entries = new Map<string, ManifestEntry>();
  for (const entry of [...readManifest(folder), ...withdrawn]) {
    const { path } = resolveInside(folder, entry.path);
    if (path !== undefined && existsSync(path)) entries.set(entry.path, entry);
  }
  for (const { slug, lang, kind, path, pages, bytes, sha256 } of fresh)
    entries.set(path, { slug, lang, kind, path, pages, bytes, sha256 });
  write(folder, [...entries.values()]);
}

function write(folder: string, entries: readonly ManifestEntry[]): void {
  const editions = entries.toSorted((a, b) => byCodeUnit(a.path, b.path));
  const text = `${JSON.stringify({ editions }, undefined, 2)}\n`;
  writeAtomically(join(folder, MANIFEST_FILE), Buffer.from(text, 'utf8'));
}

/** The entries of a manifest. One that is missing or damaged has none: it is written anew from what is built. */
function readManifest(folder: string): readonly ManifestEntry[] {
  try {
    const manifest = v.parse(ManifestSchema, JSON.parse(readFileSync(join(folder, MANIFEST_FILE), 'utf8')));
    return manifest.editions.flatMap((entry) => {
      const result = v.safeParse(EntrySchema, entry);
      return result.success ? [result.output] : [];
    });
  } catch {
    return [];
  }
}
