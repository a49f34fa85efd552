/**
 * out/manifest.json: what is in the output folder, for whoever publishes it. Same PDFs, same bytes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { resolveInside } from '../files/containment.ts';
import { writeAtomically } from '../files/write-file.ts';

export const MANIFEST_FILE = 'manifest.json';

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
 * Writes the manifest: the new entries, and those of earlier builds whose file is still there. Throws the
 * system's error when it cannot be written.
 */
export function updateManifest(folder: string, fresh: readonly ManifestEntry[]): readonly ManifestEntry[] {
  const entries = new Map<string, ManifestEntry>();
  for (const entry of readManifest(folder)) {
    const { path } = resolveInside(folder, entry.path);
    if (path !== undefined && existsSync(path)) entries.set(entry.path, entry);
  }
  for (const { slug, lang, kind, path, pages, bytes, sha256 } of fresh)
    entries.set(path, { slug, lang, kind, path, pages, bytes, sha256 });
  const editions = [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const text = `${JSON.stringify({ editions }, undefined, 2)}\n`;
  writeAtomically(join(folder, MANIFEST_FILE), Buffer.from(text, 'utf8'));
  return editions;
}

/** The entries of a manifest. One that is missing or damaged has none: it is written anew from what is built. */
export function readManifest(folder: string): readonly ManifestEntry[] {
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
