/** The two kinds of files that are served: those of the page, by the names in their folder, and PDFs, by their digest. */
import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ManifestEntry } from '../../build/manifest.ts';
import { resolveInside } from '../../files/containment.ts';
import { sha256 } from '../../files/source-file.ts';
import { ABSENT, type Answer } from './answers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
};

/** A file of the page, if its folder has one of just this name. */
export async function pageFile(folder: string, name: string): Promise<Answer> {
  const type = TYPES[extname(name)];
  const names: readonly string[] = await readdir(folder).catch(() => []);
  if (type === undefined || !names.includes(name)) return ABSENT;
  const body = await readRegular(join(folder, name));
  return body ? { status: 200, type, body } : ABSENT;
}

/** A PDF, if what lies there is what the build wrote: a file put in its place, or a link, has another digest. */
export async function readPdfFile(
  output: string,
  { path, bytes, sha256: digest }: ManifestEntry,
): Promise<Buffer | undefined> {
  const inside = resolveInside(output, path, undefined, 'the output folder');
  if (inside.path === undefined) return undefined;
  const body = await readRegular(inside.path, bytes);
  return body && sha256(body) === digest ? body : undefined;
}

/**
 * The bytes of a regular file, which is no link; undefined for anything else.
 *
 * @param size that it must have
 */
async function readRegular(path: string, size?: number): Promise<Buffer | undefined> {
  // Of a pipe put in its place, opening must not wait for a writer.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  try {
    const file = await open(path, flags);
    try {
      const found = await file.stat();
      if (!found.isFile() || (size !== undefined && found.size !== size)) return undefined;
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
