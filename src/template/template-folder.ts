/** A folder of templates behind the door: what cannot be read is reported, and text must be UTF-8. */
import type { ProjectFiles } from '../files/project-files.ts';
import { reportFault } from '../files/source-file.ts';
import { shownPath } from '../files/source-paths.ts';
import { decodeText } from '../files/text-file.ts';
import type { TemplateRoot } from './load.ts';

/** @param folder as the door takes it: `templates`, `bayan:templates` */
export function templateFolder(files: ProjectFiles, folder: string): TemplateRoot {
  return {
    shown: shownPath(folder),
    list(path, report, trace) {
      const listing = files.list(path === '' ? folder : `${folder}/${path}`, trace);
      if (listing.fault === undefined) return listing.entries.map(({ name }) => name);
      if (listing.fault !== 'absent') reportFault(listing, report);
      return [];
    },
    read(path, report, trace) {
      const file = files.read(`${folder}/${path}`, trace);
      if (file.fault === undefined) return decodeText(file.bytes, file.path, report);
      if (file.fault !== 'absent') reportFault(file, report);
      return undefined;
    },
  };
}
