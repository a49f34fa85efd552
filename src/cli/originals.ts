/** The original of a document that is there, and translations that start from it. */
import { join } from 'node:path';
import { gatherFields } from '../content/fields/gather.ts';
import type { KindFields } from '../content/fields/kind-fields.ts';
import { newDocument } from '../content/new-document.ts';
import { draftTranslation } from '../content/translation-draft.ts';
import { Report } from '../diagnostics/diagnostic.ts';
import { projectPath } from '../files/containment.ts';
import { ProjectFiles } from '../files/project-files.ts';
import { readText } from '../files/text-file.ts';
import { canonicalTag, findLanguage } from '../language/language.ts';
import type { Project } from '../project/project.ts';

export interface Original {
  readonly lang: string;
  /** Relative to the project folder. */
  readonly file: string;
  readonly text: string;
}

/**
 * What a document is translated from: of the files that are no translations themselves the one in the language that bayan.yaml
 * names as the source, English before others.
 */
export function findOriginal(project: Project, slug: string): Original | undefined {
  const files = new ProjectFiles(project.root);
  const found = namesIn(project, slug).flatMap((name): Original[] => {
    const lang = name.endsWith('.md') ? canonicalTag(name.slice(0, -'.md'.length)) : undefined;
    if (lang === undefined) return [];
    const file = projectPath(project.root, join(project.contentFolder, slug, name));
    return [{ lang, file, text: readText(files, file, new Report()) ?? '' }];
  });
  const originals = found.filter(({ text }) => !/^translation:/m.test(text.split(/^---[ \t]*$/m)[1] ?? ''));
  const [first] = originals.length > 0 ? originals : found;
  const inLanguage = (tag: string | undefined) => originals.find(({ lang }) => lang === tag);
  return inLanguage(project.source) ?? inLanguage('en') ?? first;
}

/** A translation of the original to be written over; an original that cannot be read is named, and not used. */
export function translate(
  original: Original,
  lang: string,
  kinds: KindFields,
  today: string,
  report: Report,
): string {
  const from = findLanguage(original.lang);
  const direction = from && from.dir !== findLanguage(lang)?.dir ? ` dir=${from.dir}` : '';
  const options = {
    original: original.lang,
    mark: `lang=${original.lang}${direction}`,
    fieldsOf: (asked: readonly string[]) => {
      const known = asked.filter((kind) => kinds.kinds.includes(kind));
      return gatherFields(known, kinds, new Report(), () => undefined);
    },
  };
  const draft = draftTranslation(original.text, options);
  if (draft !== undefined) return draft;
  const message = `the translation cannot start from ${original.file}, whose front matter cannot be read`;
  report.warning('front-matter-missing', { file: original.file }, message, {
    hint: `put it right (bayan build shows what is wrong), delete the new file and make it again`,
  });
  return draftTranslation(newDocument({ today }), options) ?? '';
}

/** The names in a content folder, or in the folder of all content; none when it cannot be read, which writing will tell. */
export function namesIn(project: Project, slug = ''): readonly string[] {
  const folder = projectPath(project.root, join(project.contentFolder, slug));
  const listing = new ProjectFiles(project.root).list(folder);
  return listing.fault === undefined ? listing.entries.map(({ name }) => name) : [];
}
