/**
 * A folder of templates on disk. Links that lead out of it are not followed, and text must be UTF-8.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findInProject } from '../files/project-path.ts';
import { decodeText } from '../files/text-file.ts';
import type { TemplateRoot } from './load.ts';

/**
 * @param folder absolute path
 * @param shown how diagnostics name it: `templates`, relative to the project, with `/`
 */
export function templateFolder(folder: string, shown: string): TemplateRoot {
  return {
    shown,
    list(path) {
      try {
        return readdirSync(join(folder, path));
      } catch {
        return [];
      }
    },
    read(path, report) {
      const file = `${shown}/${path}`;
      const found = findInProject(folder, path);
      if (found.status === 'missing') return undefined;
      if (found.status === 'outside') {
        report.error('path-outside-project', { file }, `"${file}" leads out of the templates folder`);
        return undefined;
      }
      try {
        return decodeText(readFileSync(found.absolute), file, report);
      } catch (error) {
        const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
        report.error('file-unreadable', { file }, `"${file}" cannot be read${reason}`);
        return undefined;
      }
    },
  };
}
