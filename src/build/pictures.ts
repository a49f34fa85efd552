/** The pictures that a document wants: bitmaps and drawings, looked at once and made ready for print. */
import type { Picture, PictureTable, WantedPicture } from '../compose/pictures.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import type { Trace } from '../files/trace.ts';
import type { ImageMemory } from '../pdf/images/memory.ts';
import type { PreparedImage } from '../pdf/images/prepared.ts';
import type { PixelLimits } from '../pdf/images/print-size.ts';
import { type DrawingMemory, readDrawing } from './drawings.ts';
import { type Bitmap, bitmapOf, measureBitmap, readPicture, reportFormat } from './picture-files.ts';

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
  for (const picture of wanted) {
    const { path, span } = picture;
    const file = readPicture(files, picture, report, trace);
    if (!file) continue;
    if (/\.svg$/i.test(path)) {
      const read = readDrawing(files, drawings, file, span, report, trace);
      if (read?.drawing) table.set(path, { type: 'drawing', drawing: read.drawing });
      for (const [id, bitmap] of read?.bitmaps ?? []) bitmaps.set(id, bitmap);
      continue;
    }
    const bitmap = bitmapOf(file, picture);
    const size = measureBitmap(bitmap, report);
    if (!size) continue;
    table.set(path, { type: 'bitmap', id: path, width: size.width, height: size.height });
    bitmaps.set(path, bitmap);
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
