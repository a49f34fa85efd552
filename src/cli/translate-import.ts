/** `bayan translate import`: puts PO files back into Markdown, records what they were made from, and checks the result. */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { splitFrontMatter } from '../content/fences.ts';
import { Report } from '../diagnostics/diagnostic.ts';
import { projectPath } from '../files/containment.ts';
import { reasonOf } from '../files/disk.ts';
import { decodeUtf8 } from '../files/text-file.ts';
import { writeAtomically } from '../files/write-file.ts';
import { findLanguage } from '../language/language.ts';
import { canonicalTag } from '../language/tag.ts';
import { planEditions } from '../project/plan.ts';
import type { Project } from '../project/project.ts';
import type { FieldedEdition } from '../translation/blocks.ts';
import { checkSet } from '../translation/check-set.ts';
import {
  fillTexts,
  isParallel,
  misread,
  type ParcelTarget,
  type RefusedEntry,
  recordAfter,
  sortEntries,
} from '../translation/parcel/open-parcel.ts';
import { type Parcel, readParcel } from '../translation/parcel/po-file.ts';
import { recordPath, renderRecord, type TranslationRecord } from '../translation/record/record.ts';
import { type Context, type ExitCode, openProject } from './context.ts';
import { translate } from './originals.ts';
import { openPublications, type Publications } from './publications.ts';

export async function runImport(paths: readonly string[], context: Context): Promise<ExitCode> {
  const { project, root, report, exitCode } = openProject(context);
  if (!project) {
    context.terminal.diagnostics(report.diagnostics, root);
    return exitCode;
  }
  const publications = await openPublications(project);
  const importer = new Importer({ project, context, report, ...publications });
  for (const path of paths) importer.import(path);
  publications.workspace.close();
  context.terminal.diagnostics(report.diagnostics, root);
  return report.hasErrors ? 1 : 0;
}

interface Surroundings extends Publications {
  readonly project: Project;
  readonly context: Context;
  readonly report: Report;
}

class Importer {
  readonly #in: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#in = surroundings;
  }

  import(path: string): void {
    const { project, workspace, context, report } = this.#in;
    const absolute = resolve(context.cwd, path);
    const file = projectPath(project.root, absolute);
    const text = this.#read(absolute, file);
    if (text === undefined) return;
    const { parcel, problem } = readParcel(text);
    const lang = parcel && findLanguage(parcel.lang) && canonicalTag(parcel.lang);
    if (!parcel || !lang) {
      const unknown = `is in no language Bayan knows: ${parcel?.lang}`;
      report.error('parcel-invalid', { file }, `${path} ${problem ?? unknown}`);
      return;
    }
    const plan = planEditions(project, {}, new Report());
    const set = plan.sets.find(({ slug }) => slug === parcel.slug);
    const own = report.child();
    const documents = set && this.#in.readDocumentSet(workspace, set, own);
    const source = documents?.members.find(({ planned }) => planned.lang === parcel.source);
    if (!documents || !source?.content) {
      if (source) return;
      const message = `there is no ${parcel.slug} in ${parcel.source} in this project`;
      report.error('parcel-invalid', { file }, message);
      return;
    }
    const member = documents.members.find(({ planned }) => planned.lang === lang);
    const target = member?.planned.file ?? source.planned.file.replace(/[^/]+$/, `${lang}.md`);
    // What has errors cannot be written into.
    if (member && !member.content) return;
    const base = this.#base(source.content, member?.content, lang, target);
    if (!base) return;
    const before = member?.record;
    this.#write({
      parcel,
      text,
      file,
      source: source.content,
      base,
      target,
      lang,
      ...(before && { before }),
    });
  }

  #read(absolute: string, file: string): string | undefined {
    const { report } = this.#in;
    try {
      return decodeUtf8(readFileSync(absolute), file, report);
    } catch (error) {
      report.error('file-unreadable', { file }, `${file} cannot be read (${reasonOf(error)})`);
      return undefined;
    }
  }

  /** The translation as it is, where it has a place for every text; else a draft with the structure of the original. */
  #base(
    source: FieldedEdition,
    translation: FieldedEdition | undefined,
    lang: string,
    file: string,
  ): FieldedEdition | undefined {
    const { workspace, context, report } = this.#in;
    const { edition } = source;
    if (translation && isParallel(source, translation)) return translation;
    const original = { lang: edition.lang, file: edition.file, text: edition.source };
    const draft = translate(original, lang, workspace.kindFields(), context.today(), report);
    const text = translation
      ? [...parts(translation.edition.source).front, ...parts(draft).body].join('\n')
      : draft;
    return this.#in.readContent(workspace, { file, slug: edition.slug, lang, source: text }, report);
  }

  #write(work: {
    readonly parcel: Parcel;
    readonly text: string;
    readonly file: string;
    readonly source: FieldedEdition;
    readonly base: FieldedEdition;
    readonly target: string;
    readonly lang: string;
    readonly before?: TranslationRecord;
  }): void {
    const { project, workspace, context, report } = this.#in;
    const { parcel, source, base, target, lang } = work;
    const { accepted, refused, outdated } = sortEntries(source, parcel);
    const signed = parcel.translator !== undefined && { translator: parcel.translator };
    const reread = (entries: typeof accepted): FieldedEdition | undefined => {
      const text = fillTexts({ source, base, accepted: entries, ...signed });
      const { slug } = source.edition;
      return this.#in.readContent(workspace, { file: target, slug, lang, source: text }, new Report());
    };
    const bad = unreadable(reread, { source, base, accepted });
    const contexts = new Set(bad.map(({ context: name }) => name));
    const good = new Map([...accepted].filter(([, entry]) => !contexts.has(entry.context)));
    const written = reread(good);
    for (const entry of [...refused, ...bad]) this.#refuse(entry, work.text, work.file);
    if (!written) {
      report.error(
        'parcel-invalid',
        { file: work.file },
        `with these texts, ${target} has errors; nothing was written`,
      );
      return;
    }
    const record = recordAfter({ source, base: written, accepted: good }, outdated, work.before);
    try {
      writeAtomically(join(project.root, target), Buffer.from(written.edition.source, 'utf8'));
      writeAtomically(
        join(project.root, recordPath(target)),
        Buffer.from(renderRecord(record, target.replace(/.*\//, '')), 'utf8'),
      );
    } catch (error) {
      report.error('file-unreadable', { file: target }, `${target} cannot be written (${reasonOf(error)})`);
      return;
    }
    const open = parcel.entries.length - [...good.values()].filter(({ fuzzy }) => !fuzzy).length;
    const shown = relative(context.cwd, join(project.root, target));
    context.terminal.print(
      `${context.terminal.paint('✓', 'green')} ${shown}  ${parcel.entries.length - open} of ${parcel.entries.length} texts translated`,
    );
    this.#check(parcel.slug, lang);
  }

  #refuse({ context, problem }: RefusedEntry, text: string, file: string): void {
    const line = text.split('\n').indexOf(`msgctxt "${context}"`) + 1;
    const span = { file, ...(line > 0 && { line, column: 1 }) };
    this.#in.report.error('parcel-entry', span, `${context}: ${problem}; the text was left as it is`, {
      hint: 'mend the entry and import the file again',
    });
  }

  /** What `bayan check` says of the translation now. */
  #check(slug: string, lang: string): void {
    const { project, workspace, report } = this.#in;
    workspace.refresh();
    const set = planEditions(project, { slugs: [slug] }, new Report()).sets[0]!;
    const documents = this.#in.readDocumentSet(workspace, set, report);
    const source = project.source === undefined ? {} : { source: project.source };
    checkSet({ set: documents, checks: project.config.checks, only: [lang], ...source }, report);
  }
}

/** The lines of a content file that has no errors: its front matter, and the text below it. */
function parts(text: string): { readonly front: readonly string[]; readonly body: readonly string[] } {
  const lines = text.split('\n');
  const { bodyLine } = splitFrontMatter(lines, '', new Report())!;
  return { front: lines.slice(0, bodyLine), body: lines.slice(bodyLine) };
}

/** Entries that a file cannot hold: alone they make errors in it, or together they read as something else. */
function unreadable(
  reread: (entries: ParcelTarget['accepted']) => FieldedEdition | undefined,
  target: ParcelTarget,
): readonly RefusedEntry[] {
  const all = reread(target.accepted);
  if (all) return misread({ ...target, base: all });
  return [...target.accepted].flatMap(([at, entry]) => {
    const alone = new Map([[at, entry]]);
    const read = reread(alone);
    if (read) return misread({ ...target, base: read, accepted: alone });
    return [{ context: entry.context, problem: 'it is no Markdown that Bayan reads without errors' }];
  });
}
