/**
 * What `bayan doctor` looks at apart from fonts: the runtime, templates, strings and the output folder.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import { packageRoot } from '../files/package-root.ts';
import { ProjectFiles, type SourceReader } from '../files/project-files.ts';
import { readingOrder } from '../language/tag.ts';
import { listKinds, planEditions } from '../project/plan.ts';
import type { Project } from '../project/project.ts';

export interface Finding {
  readonly ok: boolean;
  readonly text: string;
  readonly hint?: string;
}

/** Node.js, and the language data (ICU) it was built with. */
export function checkRuntime(version = process.versions.node): readonly Finding[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const recent = major > 20 || (major === 20 && minor >= 19);
  const persian = new Intl.NumberFormat('fa').format(1) === '۱';
  const thai = [...new Intl.Segmenter('th', { granularity: 'word' }).segment('ภาษาไทย')].length === 2;
  return [
    {
      ok: recent,
      text: `Node.js ${version}`,
      hint: 'Bayan needs Node.js 20.19 or newer: https://nodejs.org',
    },
    {
      ok: persian && thai,
      text: `language data: ICU ${process.versions.icu ?? 'none'}${persian && thai ? '' : ', not complete'}`,
      hint: 'this Node.js was built with small-icu; install one from https://nodejs.org',
    },
  ];
}

/** Canonical tags of the languages there is content in; faults of the content folder go to the report. */
export function usedLanguages(project: Project, report: Report): readonly string[] {
  return [...new Set(planEditions(project, {}, report).editions.map((edition) => edition.lang))].sort();
}

/** Templates, and the words they print in each language. */
export function checkTemplates(
  project: Project,
  languages: readonly string[],
  report: Report,
): readonly Finding[] {
  const files = new ProjectFiles(project.root);
  const kinds = listKinds(project, files, report);
  const without = languages.filter((tag) => !hasStrings(project, tag, files));
  const english = join(packageRoot(), 'templates', 'strings', 'en.yaml');
  return [
    { ok: kinds.length > 0, text: kinds.length > 0 ? `templates: ${kinds.join(', ')}` : 'no templates' },
    ...without.map((tag) => ({
      ok: false,
      text: `templates have no words in ${tag}, and print those of the original or of English`,
      hint: `copy ${english} to ${project.config.templates}/strings/${tag}.yaml and translate it`,
    })),
    ...(without.length === 0 && languages.length > 0
      ? [{ ok: true, text: `words for: ${languages.join(', ')}` }]
      : []),
  ];
}

/** Whether PDFs can be written, without writing any. */
export function checkOutput(folder: string): Finding {
  let existing = folder;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  try {
    if (!statSync(existing).isDirectory()) throw new Error('not a folder');
    accessSync(existing, constants.W_OK);
    return { ok: true, text: `output ${folder}` };
  } catch {
    return {
      ok: false,
      text: `output ${folder} cannot be written`,
      hint: `check who may write to ${existing}`,
    };
  }
}

/** Whether there is strings/<lang>.yaml, for the tag or for a language that its readers read. */
function hasStrings(project: Project, tag: string, files: SourceReader): boolean {
  return readingOrder(tag).some((candidate) =>
    project.templateFolders.some(
      (folder) => files.look(`${folder}/strings/${candidate}.yaml`).fault === undefined,
    ),
  );
}
