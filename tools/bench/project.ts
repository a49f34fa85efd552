/** Projects made for the benchmark, in the temporary folder: the sample's brand, Bayan's own templates and fonts. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { save } from '../save.ts';
import { ROOT } from './process.ts';
import { type Statement, toMarkdown } from './statement.ts';

/**
 * @param statements by slug: the editions of each, one a language
 * @returns the absolute path of the project's folder
 */
export function makeProject(
  folder: string,
  name: string,
  statements: Readonly<Record<string, readonly Statement[]>>,
): string {
  const root = join(folder, name);
  save(root, 'bayan.yaml', '');
  cpSync(join(ROOT, 'brand.yaml'), join(root, 'brand.yaml'));
  for (const logo of ['logo.svg', 'logo-reversed.svg'])
    cpSync(join(ROOT, 'templates', logo), join(root, 'templates', logo));
  for (const [slug, editions] of Object.entries(statements))
    for (const edition of editions) save(root, `content/${slug}/${edition.lang}.md`, toMarkdown(edition));
  return root;
}
