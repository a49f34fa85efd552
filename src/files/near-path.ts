/** The file that was probably meant by a path to nothing: of another case, or a slip of the pen away. */
import { nearest } from '../diagnostics/nearest.ts';
import type { SourceReader } from './project-files.ts';

/** The path of a file that is there, relative as `path` is; undefined when none is near. */
export function nearPath(files: SourceReader, path: string): string | undefined {
  let folder = '';
  const parts = path.split('/');
  for (const [index, part] of parts.entries()) {
    const listing = files.list(folder);
    if (listing.fault !== undefined) return undefined;
    const last = index === parts.length - 1;
    const names = listing.entries.flatMap(({ name, kind }) => ((kind === 'file') === last ? [name] : []));
    const name = names.includes(part) ? part : (sameLetters(part, names) ?? nearest(part, names));
    if (name === undefined) return undefined;
    folder = folder === '' ? name : `${folder}/${name}`;
  }
  return folder;
}

function sameLetters(name: string, names: readonly string[]): string | undefined {
  const fold = (text: string): string => text.normalize('NFC').toLowerCase();
  return names.find((other) => fold(other) === fold(name));
}
