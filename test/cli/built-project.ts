/** A small project that has been built, for tests of what happens then. */
import { type TemporaryFolder, temporaryProject } from '../project/temporary-project.ts';
import { bayan } from './run-bayan.ts';

/** Three content files, and four PDFs of them. */
export const CONTENT = {
  'content/water/en.md': 'kinds: brief flyer',
  'content/water/ur.md': 'kinds: brief',
  'content/air/ps.md': 'kinds: brief',
};

export async function built(files: Readonly<Record<string, string>> = CONTENT): Promise<TemporaryFolder> {
  const folder = temporaryProject(files);
  await bayan(folder.root, ['build']);
  return folder;
}
