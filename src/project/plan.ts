/**
 * Plans a build: which content files there are, which of them were asked for, and where their PDFs go.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import { nearestHint } from '../diagnostics/nearest.ts';
import { projectPath, resolveInside } from '../files/inside.ts';
import { canonicalTag, findLanguage, languageHint } from '../language/language.ts';
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

/**
 * The editions to build, sorted by slug and language. Faults in the content folder are reported and their
 * files left out; an option that names nothing is reported without a place, and then nothing is planned.
 */
export function planEditions(
  project: Project,
  options: PlanOptions,
  report: Report,
): readonly PlannedEdition[] {
  const found = scanContent(project, report);
  if (!found) return [];
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
  const knownKinds = listKinds(project);
  for (const kind of kinds ?? []) {
    if (knownKinds.includes(kind)) continue;
    usable = false;
    report.error('kind-unknown', undefined, `no template makes documents of the kind "${kind}"`, {
      hint: knownSlugs.includes(kind) ? 'put slugs before --kind' : nearestHint(kind, knownKinds),
    });
  }
  if (!usable) return [];
  return found
    .filter((edition) => (!slugs || slugs.includes(edition.slug)) && (!langs || langs.includes(edition.lang)))
    .map((edition) => (kinds ? { ...edition, kinds } : edition));
}

/** Where the PDF of an edition goes, relative to the output folder, with `/` separators. */
export function outputName(edition: { slug: string; lang: string }, kind: string): string {
  return `${edition.slug}/${edition.slug}.${edition.lang}.${kind}.pdf`;
}

/** Kinds of document there are templates for: the `.hbs` files in the template folders. */
export function listKinds(project: Pick<Project, 'templateFolders'>): readonly string[] {
  const names = project.templateFolders.flatMap((folder) => list(folder) ?? []);
  const kinds = names.filter((entry) => entry.name.endsWith('.hbs') && !entry.isDirectory());
  return [...new Set(kinds.map((entry) => entry.name.slice(0, -'.hbs'.length)))].sort();
}

function scanContent(project: Project, report: Report): readonly PlannedEdition[] | undefined {
  const folders = list(project.contentFolder)?.filter((entry) => !entry.isFile());
  if (!folders) {
    const file = projectPath(project.root, project.contentFolder);
    report.error('file-missing', { file }, `the content folder "${file}" does not exist`, {
      hint: 'make a first document with: bayan new my-document --lang en',
    });
    return undefined;
  }
  const twins = new Map<string, number>();
  for (const { name } of folders) twins.set(slugKey(name), (twins.get(slugKey(name)) ?? 0) + 1);
  const editions: PlannedEdition[] = [];
  for (const folder of folders) {
    const path = projectPath(project.root, join(project.contentFolder, folder.name));
    const slug = folder.name.normalize('NFC');
    const problem = slugProblem(slug);
    const better = suggestSlug(slug);
    if (problem !== undefined)
      report.error(
        'slug-invalid',
        { file: path },
        `the folder name "${slug}" ${problem}`,
        better ? { hint: `rename it, for example to ${better}` } : {},
      );
    else if (twins.get(slugKey(slug)) !== 1)
      report.error(
        'slug-duplicate',
        { file: path },
        `"${slug}" cannot be told from another folder when case and Unicode form are ignored`,
        {
          hint: 'rename one of them; neither is built until then',
        },
      );
    else editions.push(...scanFolder(project, slug, path, report));
  }
  if (editions.length === 0 && !report.hasErrors)
    report.error(
      'content-empty',
      { file: projectPath(project.root, project.contentFolder) },
      'there is no content to build',
      {
        hint: 'make a first document with: bayan new my-document --lang en',
      },
    );
  return editions.sort((a, b) => (a.slug === b.slug ? compare(a.lang, b.lang) : compare(a.slug, b.slug)));
}

function scanFolder(project: Project, slug: string, path: string, report: Report): PlannedEdition[] {
  const folder = resolveInside(project.root, path);
  if (folder.problem !== undefined) {
    report.error('path-outside-project', { file: path }, `the content folder ${folder.problem}`);
    return [];
  }
  const byLang = new Map<string, PlannedEdition>();
  for (const entry of list(folder.path) ?? []) {
    if (!entry.name.endsWith('.md') || entry.isDirectory()) continue;
    const file = `${path}/${entry.name}`;
    const tag = entry.name.slice(0, -'.md'.length);
    const lang = findLanguage(tag) && canonicalTag(tag);
    const { problem } = resolveInside(project.root, file);
    if (problem !== undefined) report.error('path-outside-project', { file }, `the content file ${problem}`);
    else if (!lang)
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
        hint: nearestHint(tag, present),
      });
  }
  return tags.length === wanted.length ? tags : undefined;
}

/** Entries of a folder that are not hidden, in code unit order; undefined when the folder cannot be read. */
function list(folder: string) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => !entry.name.startsWith('.'),
    );
    return entries.sort((a, b) => compare(a.name, b.name));
  } catch {
    return undefined;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
