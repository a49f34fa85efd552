/**
 * Plans a build: which content files there are, which of them were asked for, and where their PDFs go.
 */
import type { Report } from '../diagnostics/diagnostic.ts';
import { nearestHint } from '../diagnostics/nearest.ts';
import { projectPath } from '../files/containment.ts';
import { ProjectFiles, type SourceReader } from '../files/project-files.ts';
import { type FolderEntry, reportFault } from '../files/source-file.ts';
import { canonicalTag, findLanguage, languageHint } from '../language/language.ts';
import { languageNamed } from '../language/names.ts';
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

export interface PlanOptions {
  readonly slugs?: readonly string[];
  readonly langs?: readonly string[];
  readonly kinds?: readonly string[];
}

export interface Plan {
  /** Sorted by slug and language. */
  readonly editions: readonly PlannedEdition[];
  /** An option names no content, language or kind, and so nothing is planned. */
  readonly misused: boolean;
}

/**
 * The editions to build. Faults in the content folder are reported and their files left out.
 *
 * @param files the door to the project, when there is one
 */
export function planEditions(
  project: Project,
  options: PlanOptions,
  report: Report,
  files: SourceReader = new ProjectFiles(project.root),
): Plan {
  const found = scanContent(project, files, report);
  if (!found) return { editions: [], misused: false };
  const slugs = options.slugs && [
    ...new Set(options.slugs.map((slug) => slug.normalize('NFC').replace(/\/$/, ''))),
  ];
  const kinds = options.kinds && [...new Set(options.kinds)];
  const langs = options.langs && selectLanguages(project, found, options.langs, report);
  let usable = langs !== undefined || options.langs === undefined;

  const knownSlugs = [...new Set(found.map((edition) => edition.slug))];
  for (const slug of slugs ?? []) {
    if (knownSlugs.includes(slug)) continue;
    usable = false;
    const swallowed = options.langs?.includes(slug);
    report.error('slug-unknown', undefined, `no content has the slug "${slug}"`, {
      hint: swallowed ? 'put slugs before --lang' : nearestHint(slug, knownSlugs),
    });
  }
  const knownKinds = listKinds(project, files, report);
  for (const kind of kinds ?? []) {
    if (knownKinds.includes(kind)) continue;
    usable = false;
    report.error('kind-unknown', undefined, `no template makes documents of the kind "${kind}"`, {
      hint: knownSlugs.includes(kind) ? 'put slugs before --kind' : nearestHint(kind, knownKinds),
    });
  }
  if (!usable) return { editions: [], misused: true };
  const editions = found
    .filter((edition) => (!slugs || slugs.includes(edition.slug)) && (!langs || langs.includes(edition.lang)))
    .map((edition) => (kinds ? { ...edition, kinds } : edition));
  return { editions, misused: false };
}

/** Where the PDF of an edition goes, relative to the output folder, with `/` separators. */
export function outputName(edition: { slug: string; lang: string }, kind: string): string {
  return `${edition.slug}/${edition.slug}.${edition.lang}.${kind}.pdf`;
}

/** Kinds of document there are templates for: the `.hbs` files in the template folders. */
export function listKinds(
  project: Pick<Project, 'templateFolders'>,
  files: SourceReader,
  report: Report,
): readonly string[] {
  const names = project.templateFolders.flatMap((folder) => {
    const listing = files.list(folder);
    if (listing.fault === undefined) return listing.entries.map(({ name }) => name);
    reportFault(listing, report);
    return [];
  });
  const kinds = names.filter((name) => name.endsWith('.hbs'));
  return [...new Set(kinds.map((name) => name.slice(0, -'.hbs'.length)))].sort();
}

function scanContent(
  project: Project,
  files: SourceReader,
  report: Report,
): readonly PlannedEdition[] | undefined {
  const content = projectPath(project.root, project.contentFolder);
  const listing = files.list(content);
  if (listing.fault === 'absent') {
    report.error('file-missing', { file: content }, `the content folder "${content}" does not exist`, {
      hint: 'make a first document with: bayan new my-document --lang en',
    });
    return undefined;
  }
  if (listing.fault !== undefined) return reportFault(listing, report);
  const own = report.child();
  reportLoose(listing.entries, content, report);
  const folders = listing.entries.filter(({ kind }) => kind !== 'file');
  const twins = new Map<string, number>();
  for (const { name } of folders) twins.set(slugKey(name), (twins.get(slugKey(name)) ?? 0) + 1);
  const editions: PlannedEdition[] = [];
  for (const folder of folders) {
    const path = content === '' ? folder.name : `${content}/${folder.name}`;
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
    own.error('content-empty', { file: content }, 'there is no content to build', {
      hint: 'make a first document with: bayan new my-document --lang en',
    });
  return editions.sort((a, b) => (a.slug === b.slug ? compare(a.lang, b.lang) : compare(a.slug, b.slug)));
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

/** Canonical tags for `--lang`; undefined when one of them names nothing. `fa` does not stand for `fa-AF`. */
function selectLanguages(
  project: Project,
  found: readonly PlannedEdition[],
  wanted: readonly string[],
  report: Report,
): readonly string[] | undefined {
  const present = [...new Set(found.map((edition) => edition.lang))].sort(compare);
  const tags: string[] = [];
  for (const tag of wanted) {
    const lang = canonicalTag(tag);
    if (lang && present.includes(lang)) tags.push(lang);
    else if (found.some((edition) => edition.slug === tag))
      report.error('language-unknown', undefined, `"${tag}" is a slug, not a language`, {
        hint: 'put slugs before --lang',
      });
    else if (findLanguage(tag))
      report.error(
        'language-unknown',
        undefined,
        project.languages && !project.languages.includes(lang!)
          ? `"${tag}" is not among the languages in bayan.yaml`
          : `no content is in the language "${tag}"`,
        {
          hint: nearestHint(tag, present),
        },
      );
    else
      report.error('language-unknown', undefined, `"${tag}" is no language Bayan knows`, {
        hint: languageNamed(tag) === undefined ? nearestHint(tag, present) : languageHint(tag),
      });
  }
  return tags.length === wanted.length ? tags : undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
