/** Picture files of a project: inside the project only, with faults told where the picture is used. */
import type { WantedPicture } from '../compose/pictures.ts';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { nearPath } from '../files/near-path.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import { reportFault, type SourceFile } from '../files/source-file.ts';
import type { Trace } from '../files/trace.ts';
import { type ImageFacts, ImageFormatError, inspectImage } from '../pdf/images/inspect.ts';

/** A bitmap that was found, and where it is used. */
export interface Bitmap {
  /** As messages say it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of the bytes. */
  readonly digest: string;
  readonly span: SourceSpan;
}

/** A file that is used as a bitmap. */
export function bitmapOf({ bytes, digest }: SourceFile, { path, span }: WantedPicture): Bitmap {
  return { name: `"${path}"`, bytes, digest, span };
}

/** A bitmap's size, from its headers; undefined after a report when it cannot be used. */
export function measureBitmap({ name, bytes, span }: Bitmap, report: Report): ImageFacts | undefined {
  try {
    return inspectImage(bytes);
  } catch (error) {
    reportFormat(error, name, span, report);
    return undefined;
  }
}

/** Reports what is wrong with a bitmap; throws on what is no fault of the file. */
export function reportFormat(error: unknown, name: string, span: SourceSpan, report: Report): void {
  if (!(error instanceof ImageFormatError)) throw error;
  report.error('image-corrupt', span, `${name} cannot be used: ${error.message}`);
}

/** The file at a path that is written at `span`; undefined after a report when it is not there or may not be read. */
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
