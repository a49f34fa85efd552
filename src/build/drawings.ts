/** SVG files of a project: read once, with the pictures in them, which go the same way as all others. */
import type { WantedPicture } from '../compose/pictures.ts';
import { Report, type SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Drawing } from '../document/drawing.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import { type SourceFile, sha256 } from '../files/source-file.ts';
import type { Trace } from '../files/trace.ts';
import type { TracedMemo } from '../files/traced-memo.ts';
import { decodeSvg } from '../svg/decode-text.ts';
import { parseDrawing } from '../svg/parse-drawing.ts';
import { type Bitmap, bitmapOf, measureBitmap, readPicture } from './picture-files.ts';

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
  const faults = new Report();
  const bitmaps = new Map<string, Bitmap>();
  const drawing = parseDrawing({ path, text }, faults, (source, span) => {
    const found =
      typeof source === 'string' ? fileBitmap({ path: source, span }) : embeddedBitmap(source, span);
    const size = found && measureBitmap(found.bitmap, faults);
    if (!size) return undefined;
    bitmaps.set(found.id, found.bitmap);
    return { id: found.id, width: size.width, height: size.height };
  });
  return { drawing, bitmaps, faults };

  function fileBitmap(picture: WantedPicture): NamedBitmap | undefined {
    const file = readPicture(files, picture, faults, trace);
    return file && { id: picture.path, bitmap: bitmapOf(file, picture) };
  }

  function embeddedBitmap(bytes: Uint8Array, span: SourceSpan): NamedBitmap {
    const digest = sha256(bytes);
    return { id: `${path} ${digest}`, bitmap: { name: 'the picture in the drawing', bytes, digest, span } };
  }
}

interface NamedBitmap {
  /** What marks of the drawing call it. */
  readonly id: string;
  readonly bitmap: Bitmap;
}
