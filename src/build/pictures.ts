/** Picture files of a project: read once, inside the project only, with faults told where the picture is used. */
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { PictureSource } from '../compose/scope.ts';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { resolveInside } from '../files/inside.ts';
import { packageRoot } from '../files/package-root.ts';
import { ImageFormatError, inspectImage } from '../pdf/images/inspect.ts';

export interface Pictures extends PictureSource {
  /** Bytes of a bitmap that was found before. */
  bytes(id: string): Uint8Array;
}

export function openPictures(root: string, report: Report): Pictures {
  const bitmaps = new Map<
    string,
    { id: string; width: number; height: number; data: Uint8Array } | undefined
  >();
  const read = (path: string, span: SourceSpan): Uint8Array | undefined => {
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
  };
  return {
    svg(path, span) {
      const data = read(path, span);
      const text = data && Buffer.from(data).toString('utf8');
      if (text === undefined || /<svg[\s>]/.test(text)) return text;
      report.error('image-corrupt', span, `"${path}" is no SVG drawing`);
      return undefined;
    },
    bitmap(path, span) {
      if (!bitmaps.has(path)) {
        const data = read(path, span);
        try {
          const facts = data && inspectImage(data);
          bitmaps.set(path, facts && data && { id: path, width: facts.width, height: facts.height, data });
        } catch (error) {
          if (!(error instanceof ImageFormatError)) throw error;
          report.error('image-corrupt', span, `"${path}" cannot be used: ${error.message}`);
          bitmaps.set(path, undefined);
        }
      }
      return bitmaps.get(path);
    },
    bytes: (id) => bitmaps.get(id)!.data,
  };
}
