/** Picture files of a project: inside the project only, with faults told where the picture is used. */
import type { Picture, PictureTable, WantedPicture } from '../compose/pictures.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import { reportFault } from '../files/source-file.ts';
import type { Trace } from '../files/trace.ts';
import { ImageFormatError, inspectImage } from '../pdf/images/inspect.ts';

export interface Pictures {
  readonly table: PictureTable;
  /** Bytes of the bitmaps, by id. */
  bytes(id: string): Uint8Array;
}

/** Reads the pictures a document wants; one that cannot be used is reported and left out. `trace` notes them all. */
export function readPictures(
  files: ProjectFiles,
  wanted: readonly WantedPicture[],
  report: Report,
  trace: Trace,
): Pictures {
  const table = new Map<string, Picture>();
  const bitmaps = new Map<string, Uint8Array>();
  for (const { path, span } of wanted) {
    const data = readPicture(files, { path, span }, report, trace);
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

function readPicture(
  files: ProjectFiles,
  { path, span }: WantedPicture,
  report: Report,
  trace: Trace,
): Uint8Array | undefined {
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
    if (file.fault === undefined) return file.bytes;
    if (file.fault !== 'absent') return reportFault(file, report, span);
  }
  report.error('image-missing', span, `there is no file "${path}"`, {
    hint: 'paths are counted from the folder with bayan.yaml',
  });
  return undefined;
}
