/** Picture files of a project: inside the project only, with faults told where the picture is used. */
import type { Picture, PictureTable, WantedPicture } from '../compose/pictures.ts';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { nearPath } from '../files/near-path.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import { reportFault, type SourceFile } from '../files/source-file.ts';
import type { Trace } from '../files/trace.ts';
import { ImageFormatError, inspectImage } from '../pdf/images/inspect.ts';
import type { ImageMemory } from '../pdf/images/memory.ts';
import type { PreparedImage } from '../pdf/images/prepared.ts';
import type { PixelLimits } from '../pdf/images/print-size.ts';
import { type DrawingMemory, readDrawing } from './drawings.ts';

/** A bitmap that was found, and where it is used. */
export interface Bitmap {
  /** As messages say it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of the bytes. */
  readonly digest: string;
  readonly span: SourceSpan;
}

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

export function reportFormat(error: unknown, name: string, span: SourceSpan, report: Report): void {
  if (!(error instanceof ImageFormatError)) throw error;
  report.error('image-corrupt', span, `${name} cannot be used: ${error.message}`);
}

export function readPicture(
  files: ProjectFiles,
  { path, span }: WantedPicture,
  report: Report,
  trace: Trace,
): SourceFile | undefined {
  const { relative, problem } = files.inside(path);
  if (problem !== undefined) {
    report.error('path-outside-project', span, `the path "${path}" ${problem}`, {
      hint: 'put the picture into the project and give its path from there',
    });
    return undefined;
  }
  // Bayan's own templates may bring pictures of their own.
  for (const candidate of [relative, `bayan:${relative}`]) {
    const file = files.read(candidate, trace);
    if (file.fault === undefined) return file;
    if (file.fault !== 'absent') return reportFault(file, report, span);
  }
  const near = nearPath(files.recording(trace), relative);
  report.error('image-missing', span, `there is no file "${path}"`, {
    hint: near ? `did you mean "${near}"?` : 'paths are counted from the folder with bayan.yaml',
  });
  return undefined;
}
