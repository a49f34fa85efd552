/**
 * Builds letters: one PDF for each recipient, those that are not as a build would leave them. Each folder of letters keeps a
 * manifest of its own, with digests of what lists say and nothing of what they say.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { nearestHint } from '../../diagnostics/nearest.ts';
import { unexpected } from '../../diagnostics/unexpected.ts';
import { reasonOf } from '../../files/disk.ts';
import { ProjectFiles } from '../../files/project-files.ts';
import { sha256 } from '../../files/source-file.ts';
import { Trace } from '../../files/trace.ts';
import { writeAtomically } from '../../files/write-file.ts';
import type { Recipient } from '../../letters/recipients/recipient.ts';
import { SalutationForms } from '../../letters/salutations/forms.ts';
import { paintParts } from '../../paint/paint.ts';
import { PDF_A_2A } from '../../pdf/standards/pdf-a.ts';
import { PDF_UA_1 } from '../../pdf/standards/pdf-ua.ts';
import { planEditions } from '../../project/plan.ts';
import type { Project } from '../../project/project.ts';
import { templateFolder } from '../../template/template-folder.ts';
import { Changes, NOT_BUILT, ofOutput } from '../graph.ts';
import { type EditionRecord, type Input, readManifest } from '../manifest.ts';
import { updateManifest } from '../manifest-update.ts';
import { cleanOutput } from '../output-folder.ts';
import { toolInputs } from '../tool.ts';
import { openWorkspace } from '../workspace.ts';
import { writeOutput } from '../write-output.ts';
import { writeDrafts } from './drafts.ts';
import { Enclosures } from './enclosures.ts';
import { letterName } from './letter-name.ts';
import { type LetterSet, openLetters } from './letter-set.ts';
import { type LetterContext, layOutLetter } from './make-letter.ts';
import { type Grouping, writeGroups } from './one-file.ts';
import { SENT_LIST, sentList } from './sent-list.ts';

export interface LettersOptions {
  /** Letters by slug; all that have a list when left out. */
  readonly slugs?: readonly string[];
  /** Only these recipients, by id. */
  readonly to?: readonly string[];
  /** Absolute path of the output folder, when it is not the project's. */
  readonly output?: string;
  /** Makes every letter again. */
  readonly force?: boolean;
  /** Judges, makes and writes nothing. */
  readonly dryRun?: boolean;
  /** Called as each letter is done, in the order of the lists. */
  readonly onLetter?: (letter: BuiltLetter) => void;
  /** Writes all letters of a language, or to a country, into one file besides, for printing. */
  readonly oneFile?: Grouping;
  /** Writes a draft of an e-mail beside each letter. */
  readonly drafts?: boolean;
}

export interface BuiltLetter {
  readonly slug: string;
  readonly id: string;
  readonly lang: string;
  /** From the output folder, with `/` separators. */
  readonly path: string;
  /** Undefined when it was not written. */
  readonly record?: EditionRecord;
  /** Why it was made, or is to be made; empty when it was left as it is. */
  readonly reasons: readonly string[];
}

export interface LettersResult {
  readonly letters: readonly BuiltLetter[];
  /** An option names no letter or recipient, and nothing was done. */
  readonly misused: boolean;
}

const NOTHING: LettersResult = { letters: [], misused: true };

/** Builds the letters that `options` ask for. One with errors is not written and does not stop the others. */
export async function buildLetters(
  project: Project,
  options: LettersOptions,
  report: Report,
): Promise<LettersResult> {
  const files = new ProjectFiles(project.root);
  const { slugs } = options;
  const plan = planEditions(project, slugs ? { slugs } : {}, report, files);
  if (plan.misused) return NOTHING;
  const workspace = openWorkspace(project, files);
  try {
    const sets = openLetters(workspace, plan.sets, slugs !== undefined, report);
    if (sets.length === 0 && !report.hasErrors) {
      report.error('letters-none', undefined, 'no letter has a list of recipients', {
        hint: 'docs/letters.md says how to write one; bayan new open-letter --kind letter begins one',
      });
      return NOTHING;
    }
    if (options.to && !areKnown(options.to, sets, report)) return NOTHING;
    const all = slugs ? planEditions(project, {}, report, files).editions : plan.editions;
    const roots = project.templateFolders.map((folder) => templateFolder(files, folder));
    const context: LetterContext = {
      workspace,
      forms: new SalutationForms(roots),
      enclosures: new Enclosures(workspace, all),
    };
    const letters: BuiltLetter[] = [];
    for (const set of sets)
      letters.push(...(await new SetBuild(project, set, context, options, report).run()));
    return { letters, misused: false };
  } finally {
    workspace.close();
  }
}

function areKnown(asked: readonly string[], sets: readonly LetterSet[], report: Report): boolean {
  const ids = sets.flatMap(({ list }) => list.rows.flatMap(({ id }) => id ?? []));
  const unknown = asked.filter((id) => !ids.includes(id));
  for (const id of unknown)
    report.error('recipient-unknown', undefined, `no recipient has the id "${id}"`, {
      hint: nearestHint(id, ids),
    });
  return unknown.length === 0;
}

/** The letters of one list. */
class SetBuild {
  readonly #project: Project;
  readonly #set: LetterSet;
  readonly #context: LetterContext;
  readonly #options: LettersOptions;
  readonly #report: Report;
  /** Of the output folder, and of its folder for these letters. */
  readonly #output: string;
  readonly #folder: string;
  readonly #rows: ReadonlyMap<string, Input>;

  constructor(
    project: Project,
    set: LetterSet,
    context: LetterContext,
    options: LettersOptions,
    report: Report,
  ) {
    this.#project = project;
    this.#set = set;
    this.#context = context;
    this.#options = options;
    this.#report = report;
    this.#output = options.output ?? project.outputFolder;
    this.#folder = join(this.#output, set.slug, 'letters');
    this.#rows = new Map(set.list.recipients.map((recipient) => [recipient.id, rowInput(recipient, set)]));
  }

  async run(): Promise<readonly BuiltLetter[]> {
    const { slug, list } = this.#set;
    const { to, dryRun } = this.#options;
    const wanted = list.recipients.filter(({ id }) => !to || to.includes(id));
    const known = new Map(readManifest(this.#folder).editions.map((record) => [record.path, record]));
    const changes = new Changes(this.#context.workspace.files, [...toolInputs(), ...this.#rows.values()]);
    if (!dryRun) cleanOutput(this.#folder);
    const names = new Map<string, string>();
    const letters: BuiltLetter[] = [];
    for (const recipient of wanted) {
      const { id, language: lang } = recipient;
      const name = letterName(this.#project.config.letters.name, slug, recipient);
      const twin = names.get(name.toLowerCase());
      if (twin !== undefined) {
        const message = `“${name}” would be the letter to ${id} and to ${twin}`;
        this.#report.error('recipients-several', recipient.source.span, message, {
          hint: 'let “letters: { name: … }” in bayan.yaml give each its own, with {id} and {lang}',
        });
        continue;
      }
      names.set(name.toLowerCase(), id);
      const record = known.get(name);
      const reasons = this.#options.force ? ['--force'] : this.#reasons(record, changes);
      const path = `${slug}/letters/${name}`;
      const base = { slug, id, lang, path, reasons };
      const letter =
        reasons.length === 0 && record
          ? this.#left(record, base)
          : dryRun
            ? base
            : { ...base, ...(await this.#made(recipient, name)) };
      letters.push(letter);
      this.#options.onLetter?.(letter);
    }
    if (dryRun) return letters;
    this.#record(letters, names, to === undefined);
    const written = new Map(
      letters.flatMap(({ id, record }) => (record ? [[id, record.path] as const] : [])),
    );
    const recipients = wanted.filter(({ id }) => written.has(id));
    const target = { set: this.#set, folder: this.#folder, ...this.#context };
    const { oneFile, drafts } = this.#options;
    if (oneFile) await writeGroups(recipients, oneFile, target, this.#report);
    if (drafts) await writeDrafts(recipients, written, target, this.#report);
    return letters;
  }

  #reasons(record: EditionRecord | undefined, changes: Changes): readonly string[] {
    if (!record) return [NOT_BUILT];
    const output = { output: this.#folder, attachSource: false };
    return [...ofOutput(record, output), ...changes.reasons(record.inputs)];
  }

  #left(record: EditionRecord, base: BuiltLetter): BuiltLetter {
    this.#report.addAll(record.warnings);
    return { ...base, record };
  }

  async #made(recipient: Recipient, name: string): Promise<{ readonly record?: EditionRecord }> {
    const { id, language: lang } = recipient;
    const report = this.#report.child();
    const trace = new Trace();
    try {
      const parts = await layOutLetter(this.#set, recipient, this.#context, report, trace);
      if (!parts) return {};
      const bytes = await paintParts(parts, { standards: [PDF_A_2A, PDF_UA_1] });
      const { span } = recipient.source;
      this.#checkSize(recipient, bytes.length, report);
      if (!writeOutput({ output: this.#folder, path: name, bytes }, span, report)) return {};
      const pages = parts.reduce((sum, part) => sum + part.pages.pages.length, 0);
      const inputs = [...toolInputs(), this.#rows.get(id)!, ...this.#project.trace, ...trace.entries()];
      const record: EditionRecord = {
        ...{ slug: this.#set.slug, lang, kind: 'letter', path: name, pages, bytes: bytes.length },
        ...{ sha256: sha256(bytes), attachSource: false, inputs, warnings: report.diagnostics },
      };
      return { record };
    } catch (error) {
      report.add(unexpected(error, recipient.source.span.file));
      return {};
    }
  }

  #checkSize({ source, id }: Recipient, bytes: number, report: Report): void {
    const { largest } = this.#project.config.letters;
    const size = bytes / 1e6;
    if (size <= largest) return;
    const message = `the letter to ${id} has ${size.toFixed(1)} MB with its enclosures, more than ${largest} MB`;
    report.warning('letter-large', source.span, message, {
      hint: 'enclose less, or set “letters: { largest: … }” in bayan.yaml to what your mail takes',
    });
  }

  /** @param isWhole whether these are all letters of the list */
  #record(letters: readonly BuiltLetter[], names: ReadonlyMap<string, string>, isWhole: boolean): void {
    const made = letters.flatMap(({ id, record }) => (record ? [{ id, record }] : []));
    const isOrphan = ({ path }: EditionRecord) => isWhole && !names.has(path.toLowerCase());
    try {
      if (made.length > 0) mkdirSync(this.#folder, { recursive: true });
      updateManifest(this.#folder, (manifest) => {
        const others = manifest.editions.filter(
          (record) => !names.has(record.path.toLowerCase()) && existsSync(join(this.#folder, record.path)),
        );
        for (const orphan of others.filter(isOrphan)) this.#reportOrphan(orphan);
        return { ...manifest, editions: [...others, ...made.map(({ record }) => record)] };
      });
      if (isWhole && made.length > 0)
        writeAtomically(join(this.#folder, SENT_LIST), Buffer.from(sentList(made), 'utf8'));
    } catch (error) {
      const message = `the record of letters in ${this.#folder} cannot be written (${reasonOf(error)})`;
      this.#report.error('file-unreadable', { file: 'manifest.json' }, message);
    }
  }

  #reportOrphan({ path }: EditionRecord): void {
    const message = `${join(this.#folder, path)} is a letter to nobody on the list any more`;
    this.#report.warning('output-orphaned', { file: this.#set.list.file }, message, {
      hint: 'delete it, or put its recipient back on the list',
    });
  }
}

/** What a list says of somebody, as a digest. */
function rowInput({ id, language, values }: Recipient, { list }: LetterSet): Input {
  const said = JSON.stringify([language, list.columns, [...values]]);
  return { asked: 'recipient', path: id, answer: sha256(Buffer.from(said, 'utf8')) };
}
