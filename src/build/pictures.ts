/** The pictures that a document wants: bitmaps and drawings, looked at once and made ready for print. */
import type { Picture, PictureTable, WantedPicture } from '../compose/pictures.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import type { Trace } from '../files/trace.ts';
import { inspectImage } from '../pdf/images/inspect.ts';
import type { ImageMemory } from '../pdf/images/memory.ts';
import type { PreparedImage } from '../pdf/images/prepared.ts';
import type { PixelLimits } from '../pdf/images/print-size.ts';
import { type DrawingMemory, readDrawing } from './drawings.ts';
import { type Bitmap, readPicture, reportFormat } from './picture-files.ts';

export interface Pictures {
  readonly table: PictureTable;
  readonly bitmaps: ReadonlyMap<string, Bitmap>;
}

/** Reads the pictures a document wants; one that cannot be used is reported and left out. `trace` notes them all. */
export function readPictures(
  files: ProjectFiles,
  drawings: DrawingMemory,
  wanted: readonly WantedPicture[],
  report: Report,
  trace: Trace,
): Pictures {
  const table = new Map<string, Picture>();
  const bitmaps = new Map<string, Bitmap>();
  for (const { path, span } of wanted) {
    const file = readPicture(files, { path, span }, report, trace);
    if (!file) continue;
    if (/\.svg$/i.test(path)) {
      const read = readDrawing(files, drawings, file, span, report, trace);
      if (read?.drawing) table.set(path, { type: 'drawing', drawing: read.drawing });
      for (const [id, bitmap] of read?.bitmaps ?? []) bitmaps.set(id, bitmap);
      continue;
    }
    try {
      const { width, height } = inspectImage(file.bytes);
      table.set(path, { type: 'bitmap', id: path, width, height });
      bitmaps.set(path, { name: `"${path}"`, bytes: file.bytes, digest: file.digest, span });
    } catch (error) {
      reportFormat(error, `"${path}"`, span, report);
    }
  }
  return { table, bitmaps };
}

/** Makes bitmaps ready for the pixels that they need, one after another: each may take much memory while it lasts. */
export async function prepareBitmaps(
  { bitmaps }: Pictures,
  needed: ReadonlyMap<string, PixelLimits>,
  memory: ImageMemory,
  report: Report,
): Promise<ReadonlyMap<string, PreparedImage>> {
  const prepared = new Map<string, PreparedImage>();
  for (const [id, limits] of needed) {
    const { name, bytes, digest, span } = bitmaps.get(id)!;
    try {
      prepared.set(id, await memory.prepare(bytes, digest, limits));
    } catch (error) {
      reportFormat(error, name, span, report);
    }
  }
  return prepared;
}
