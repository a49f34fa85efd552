/** Picture files of a project: read once, inside the project only, with faults told where the picture is used. */
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Picture, PictureTable, WantedPicture } from '../compose/pictures.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { resolveInside } from '../files/inside.ts';
import { packageRoot } from '../files/package-root.ts';
import { ImageFormatError, inspectImage } from '../pdf/images/inspect.ts';

export interface Pictures {
  readonly table: PictureTable;
  /** Bytes of the bitmaps, by id. */
  bytes(id: string): Uint8Array;
}

/** Reads the pictures a document wants; one that cannot be used is reported and left out. */
export function readPictures(root: string, wanted: readonly WantedPicture[], report: Report): Pictures {
  const table = new Map<string, Picture>();
  const bitmaps = new Map<string, Uint8Array>();
  for (const { path, span } of wanted) {
    const data = readPicture(root, { path, span }, report);
    if (!data) continue;
    if (/\.svg$/i.test(path)) {
      const source = Buffer.from(data).toString('utf8');
      if (/<svg[\s>]/.test(source)) table.set(path, { type: 'svg', source });
      else report.error('image-corrupt', span, `"${path}" is no SVG drawing`);
      continue;
    }
    try {
      const { width, height } = inspectImage(data);
      table.set(path, { type: 'bitmap', id: path, width, height });
      bitmaps.set(path, data);
    } catch (error) {
      if (!(error instanceof ImageFormatError)) throw error;
      report.error('image-corrupt', span, `"${path}" cannot be used: ${error.message}`);
    }
  }
  return { table, bytes: (id) => bitmaps.get(id)! };
}

function readPicture(root: string, { path, span }: WantedPicture, report: Report): Uint8Array | undefined {
  const { path: inside, problem } = resolveInside(root, path);
  if (problem !== undefined || inside === undefined) {
    report.error('path-outside-project', span, `the path "${path}" ${problem}`, {
      hint: 'put the picture into the project and give its path from there',
    });
    return undefined;
  }
  for (const candidate of [inside, ...(isAbsolute(path) ? [] : [join(packageRoot(), path)])]) {
    try {
      return readFileSync(candidate);
    } catch {
      // Bayan's own templates bring pictures of their own.
    }
  }
  report.error('image-missing', span, `there is no file "${path}"`, {
    hint: 'paths are counted from the folder with bayan.yaml',
  });
  return undefined;
}
