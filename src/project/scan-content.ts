/** Finds the content files of a project, and says what of the content folder is none. */
import { byCodeUnit } from '../diagnostics/code-unit-order.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { projectPath } from '../files/containment.ts';
import type { SourceReader } from '../files/project-files.ts';
import { type FolderEntry, reportFault } from '../files/source-file.ts';
import { canonicalTag, findLanguage, languageHint } from '../language/language.ts';
import { reportLoose, reportMisnamed } from './content-names.ts';
import type { Project } from './project.ts';
import { slugKey, slugProblem, suggestSlug } from './slug.ts';

/** One content file to build. Its kinds of document are in its front matter, which is read when it is built. */
export interface PlannedEdition {
  readonly slug: string;
  /** Canonical BCP 47 tag. */
  readonly lang: string;
  /** Relative to the project folder. */
  readonly file: string;
  /** Only these of its kinds; all when undefined. */
  readonly kinds?: readonly string[];
}

/** The content files, sorted by slug and language; undefined after reporting that there is no content folder to read. */
export function scanContent(
  project: Project,
  files: SourceReader,
  report: Report,
): readonly PlannedEdition[] | undefined {
  const content = projectPath(project.root, project.contentFolder);
  const listing = files.list(content);
  if (listing.fault === 'absent') {
    const span = project.contentSpan ?? { file: content };
    report.error('file-missing', span, `the content folder "${content}" does not exist`, {
      hint: 'make a first document with: bayan new my-document --lang en',
    });
    return undefined;
  }
  if (listing.fault !== undefined) return reportFault(listing, report);
  const own = report.child();
  const place = content === '' && project.contentSpan ? project.contentSpan : { file: content };
  // The project folder itself may be that of the content.
  const prefix = content === '' ? '' : `${content}/`;
  reportLoose(listing.entries, prefix, own);
  const folders = listing.entries.filter(({ kind }) => kind !== 'file');
  const twins = new Map<string, number>();
  for (const { name } of folders) twins.set(slugKey(name), (twins.get(slugKey(name)) ?? 0) + 1);
  const editions: PlannedEdition[] = [];
  for (const folder of folders) {
    const path = prefix + folder.name;
    const slug = folder.name.normalize('NFC');
    const problem = slugProblem(slug);
    const better = suggestSlug(slug);
    if (problem !== undefined)
      own.error(
        'slug-invalid',
        { file: path },
        `the folder name "${slug}" ${problem}`,
        better ? { hint: `rename it, for example to ${better}` } : {},
      );
    else if (twins.get(slugKey(slug)) !== 1)
      own.error(
        'slug-duplicate',
        { file: path },
        `"${slug}" cannot be told from another folder when case and Unicode form are ignored`,
        {
          hint: 'rename one of them; neither is built until then',
        },
      );
    else editions.push(...scanFolder(project, slug, path, files, own));
  }
  if (editions.length === 0 && !own.hasErrors)
    own.error('content-empty', place, 'there is no content to build', {
      hint:
        own.diagnostics.length > 0
          ? 'the warnings say what is not read, and why'
          : 'make a first document with: bayan new my-document --lang en',
    });
  return editions.sort((a, b) => byCodeUnit(a.slug, b.slug) || byCodeUnit(a.lang, b.lang));
}

function scanFolder(
  project: Project,
  slug: string,
  path: string,
  files: SourceReader,
  report: Report,
): PlannedEdition[] {
  const listing = files.list(path);
  if (listing.fault !== undefined) {
    if (listing.fault === 'outside')
      report.error('path-outside-project', { file: path }, `the content folder ${listing.problem}`);
    else reportFault(listing, report);
    return [];
  }
  reportMisnamed(listing.entries, path, report);
  const byLang = new Map<string, PlannedEdition>();
  for (const entry of listing.entries) {
    if (!entry.name.endsWith('.md')) continue;
    const file = `${path}/${entry.name}`;
    const tag = entry.name.slice(0, -'.md'.length);
    const lang = findLanguage(tag) && canonicalTag(tag);
    if (!isFile(entry, file, files, report)) continue;
    if (!lang)
      report.error('language-unknown', { file }, `"${tag}" is no language Bayan knows`, {
        hint: `a content file is named for its language; ${languageHint(tag)}`,
      });
    else if (byLang.has(lang))
      report.error(
        'language-duplicate',
        { file },
        `${byLang.get(lang)!.file} is in the same language (${lang})`,
        {
          hint: 'keep one of the two',
        },
      );
    else if (!project.languages || project.languages.includes(lang)) byLang.set(lang, { slug, lang, file });
  }
  return [...byLang.values()];
}

/** Whether there is a file to read behind a name; links that lead nowhere or out and folders are reported. */
function isFile({ kind }: FolderEntry, file: string, files: SourceReader, report: Report): boolean {
  if (kind === 'file') return true;
  const found = files.look(file);
  if (found.fault === 'outside')
    report.error('path-outside-project', { file }, `the content file ${found.problem}`);
  else if (found.fault !== undefined) reportFault(found, report);
  else
    report.error(
      'file-unreadable',
      { file },
      `"${file}" is ${kind === 'folder' ? 'a folder, not a' : 'no'} file`,
    );
  return false;
}
