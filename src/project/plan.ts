/**
 * Plans a build: which content files there are, which of them were asked for, and where their PDFs go.
 */
import type { Report } from '../diagnostics/diagnostic.ts';
import { nearestHint } from '../diagnostics/nearest.ts';
import { ProjectFiles, type SourceReader } from '../files/project-files.ts';
import { reportFault } from '../files/source-file.ts';
import { canonicalTag, findLanguage, languageHint } from '../language/language.ts';
import { languageNamed } from '../language/names.ts';
import type { Project } from './project.ts';
import { type PlannedEdition, scanContent } from './scan-content.ts';

export type { PlannedEdition } from './scan-content.ts';

export interface PlanOptions {
  readonly slugs?: readonly string[];
  readonly langs?: readonly string[];
  readonly kinds?: readonly string[];
}

/** All editions of a slug, whatever languages were asked for. */
export interface PlannedSet {
  readonly slug: string;
  /** Sorted by language. */
  readonly editions: readonly PlannedEdition[];
}

export interface Plan {
  /** Sorted by slug and language. */
  readonly editions: readonly PlannedEdition[];
  /** The publications that were asked for, sorted by slug: what a translation is compared with is there too. */
  readonly sets: readonly PlannedSet[];
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
  if (!found) return { editions: [], sets: [], misused: false };
  const slugs = options.slugs && [...new Set(options.slugs.map(slugNamed))];
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
  if (!usable) return { editions: [], sets: [], misused: true };
  const editions = found
    .filter((edition) => (!slugs || slugs.includes(edition.slug)) && (!langs || langs.includes(edition.lang)))
    .map((edition) => (kinds ? { ...edition, kinds } : edition));
  return { editions, sets: setsOf(found, slugs), misused: false };
}

/** The slug that somebody means who types it, or has a shell complete the name of its folder. */
export function slugNamed(argument: string): string {
  return argument.normalize('NFC').replace(/\/$/, '');
}

/** The editions of each slug together; of these slugs, or of all. */
function setsOf(found: readonly PlannedEdition[], slugs: readonly string[] | undefined): PlannedSet[] {
  const bySlug = new Map<string, PlannedEdition[]>();
  for (const edition of found) {
    const together = bySlug.get(edition.slug);
    if (together) together.push(edition);
    else bySlug.set(edition.slug, [edition]);
  }
  return [...bySlug]
    .filter(([slug]) => !slugs || slugs.includes(slug))
    .map(([slug, editions]) => ({ slug, editions }));
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

/** Canonical tags for `--lang`; undefined when one of them names nothing. `fa` does not stand for `fa-AF`. */
function selectLanguages(
  project: Project,
  found: readonly PlannedEdition[],
  wanted: readonly string[],
  report: Report,
): readonly string[] | undefined {
  const present = [...new Set(found.map((edition) => edition.lang))].sort();
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
