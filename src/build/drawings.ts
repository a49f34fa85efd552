/** SVG files of a project: read once, with the pictures in them, which go the same way as all others. */
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { Report as Faults } from '../diagnostics/diagnostic.ts';
import type { Drawing } from '../document/drawing.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import { type SourceFile, sha256 } from '../files/source-file.ts';
import type { Trace } from '../files/trace.ts';
import type { TracedMemo } from '../files/traced-memo.ts';
import { inspectImage } from '../pdf/images/inspect.ts';
import { decodeSvg } from '../svg/decode-text.ts';
import { parseDrawing } from '../svg/parse-drawing.ts';
import { type Bitmap, readPicture, reportFormat } from './picture-files.ts';

export interface ReadDrawing {
  readonly drawing: Drawing | undefined;
  /** The pictures in it, by the names that its marks give them. */
  readonly bitmaps: ReadonlyMap<string, Bitmap>;
  readonly faults: Report;
}

/** Drawings that were read, by their path and what the file held. */
export type DrawingMemory = TracedMemo<ReadDrawing>;

/** What is in an SVG file that is used at `span`; undefined after a report when it is no SVG at all. */
export function readDrawing(
  files: ProjectFiles,
  drawings: DrawingMemory,
  file: SourceFile,
  span: SourceSpan,
  report: Report,
  trace: Trace,
): ReadDrawing | undefined {
  const decoded = decodeSvg(file.bytes);
  if ('problem' in decoded) {
    report.error('image-corrupt', span, `"${file.path}" cannot be used: ${decoded.problem}`);
    return undefined;
  }
  const read = drawings.get(`${file.path} ${file.digest}`, trace, (own) =>
    parse(files, file.path, decoded.text, own),
  );
  report.addAll(read.faults.diagnostics);
  return read;
}

function parse(files: ProjectFiles, path: string, text: string, trace: Trace): ReadDrawing {
  const faults = new Faults();
  const bitmaps = new Map<string, Bitmap>();
  const drawing = parseDrawing({ path, text }, faults, (source, span) => {
    const found =
      typeof source === 'string' ? readPicture(files, { path: source, span }, faults, trace) : undefined;
    const bytes = typeof source === 'string' ? found?.bytes : source;
    if (!bytes) return undefined;
    const digest = found?.digest ?? sha256(bytes);
    const id = typeof source === 'string' ? source : `${path} ${digest}`;
    const name = typeof source === 'string' ? `"${source}"` : 'the picture in the drawing';
    try {
      const { width, height } = inspectImage(bytes);
      bitmaps.set(id, { name, bytes, digest, span });
      return { id, width, height };
    } catch (error) {
      reportFormat(error, name, span, faults);
      return undefined;
    }
  });
  return { drawing, bitmaps, faults };
}
