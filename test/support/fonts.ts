/** The fonts that come with Bayan, for tests of text. */
import { fileURLToPath } from 'node:url';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { type FontBook, type FontPreferences, openFontBook } from '../../src/fonts/book.ts';

/** A font book of Bayan's own faces, with those that a brand prefers. */
export function shippedFonts(preferences: FontPreferences = {}): FontBook {
  const files = new ProjectFiles(fileURLToPath(new URL('../..', import.meta.url)));
  return openFontBook({ files, folders: ['fonts'], preferences }, new Report());
}
