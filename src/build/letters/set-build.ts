/**
 * Builds the letters of one list: one PDF for each recipient, those that are not as a build would leave them. What was made from
 * what is in a manifest beside them, with digests of what the list says and nothing of what it says.
 */
import { join } from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { unexpected } from '../../diagnostics/unexpected.ts';
import { sha256 } from '../../files/source-file.ts';
import { Trace } from '../../files/trace.ts';
import type { Recipient } from '../../letters/recipients/recipient.ts';
import type { Project } from '../../project/project.ts';
import { Changes, NOT_BUILT, ofOutput } from '../graph.ts';
import { paintFile } from '../make.ts';
import { type EditionRecord, type Input, readManifest } from '../manifest.ts';
import { cleanOutput } from '../output-folder.ts';
import { toolInputs } from '../tool.ts';
import { writeOutput } from '../write-output.ts';
import { writeDrafts } from './drafts.ts';
import { letterName } from './letter-name.ts';
import { recordLetters } from './letter-records.ts';
import type { LetterSet } from './letter-set.ts';
import { type LetterContext, layOutLetter } from './make-letter.ts';
import { type Grouping, writeGroups } from './one-file.ts';

export interface SetOptions {
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

/** The letters of one list. */
export class SetBuild {
  readonly #project: Project;
  readonly #set: LetterSet;
  readonly #context: LetterContext;
  readonly #options: SetOptions;
  readonly #report: Report;
  /** Absolute path of the folder of these letters. */
  readonly #folder: string;
  /** What the list says of each recipient, by id. */
  readonly #rows: ReadonlyMap<string, Input>;

  constructor(project: Project, set: LetterSet, context: LetterContext, options: SetOptions, report: Report) {
    this.#project = project;
    this.#set = set;
    this.#context = context;
    this.#options = options;
    this.#report = report;
    this.#folder = join(options.output ?? project.outputFolder, set.slug, 'letters');
    this.#rows = new Map(set.list.recipients.map((recipient) => [recipient.id, rowInput(recipient, set)]));
  }

  async run(): Promise<readonly BuiltLetter[]> {
    const { to, dryRun, force, oneFile, drafts } = this.#options;
    const names = this.#names();
    const wanted = this.#set.list.recipients.filter(({ id }) => names.has(id) && (!to || to.includes(id)));
    const known = new Map(readManifest(this.#folder).editions.map((record) => [record.path, record]));
    const changes = new Changes(this.#context.workspace.files, [...toolInputs(), ...this.#rows.values()]);
    if (!dryRun) cleanOutput(this.#folder);
    const letters: BuiltLetter[] = [];
    for (const recipient of wanted) {
      const name = names.get(recipient.id)!;
      const record = known.get(name);
      const reasons = force ? ['--force'] : this.#reasons(record, changes);
      const letter = await this.#letter(recipient, name, reasons, record);
      letters.push(letter);
      this.#options.onLetter?.(letter);
    }
    if (dryRun) return letters;
    recordLetters({ folder: this.#folder, list: this.#set.list.file, names, letters }, this.#report);
    const written = new Set(letters.flatMap(({ id, record }) => (record ? [id] : [])));
    const recipients = wanted.filter(({ id }) => written.has(id));
    const target = { set: this.#set, folder: this.#folder, ...this.#context };
    if (oneFile) await writeGroups(recipients, oneFile, target, this.#report);
    if (drafts) await writeDrafts(recipients, names, target, this.#report);
    return letters;
  }

  /** Names of PDFs by id, of everybody on the list; those who would share one with somebody before them are told, and have none. */
  #names(): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    const taken = new Map<string, string>();
    for (const recipient of this.#set.list.recipients) {
      const { id, source } = recipient;
      const name = letterName(this.#project.config.letters.name, this.#set.slug, recipient);
      const twin = taken.get(name.toLowerCase());
      if (twin === undefined) {
        names.set(id, name);
        taken.set(name.toLowerCase(), id);
        continue;
      }
      const message = `“${name}” would be the letter to ${id} and to ${twin}`;
      this.#report.error('recipients-several', source.span, message, {
        hint: 'let “letters: { name: … }” in bayan.yaml give each its own, with {id} and {lang}',
      });
    }
    return names;
  }

  #reasons(record: EditionRecord | undefined, changes: Changes): readonly string[] {
    if (!record) return [NOT_BUILT];
    const output = { output: this.#folder, attachSource: false };
    return [...ofOutput(record, output), ...changes.reasons(record.inputs)];
  }

  async #letter(
    recipient: Recipient,
    name: string,
    reasons: readonly string[],
    record: EditionRecord | undefined,
  ): Promise<BuiltLetter> {
    const { slug } = this.#set;
    const { id, language: lang } = recipient;
    const letter = { slug, id, lang, path: `${slug}/letters/${name}`, reasons };
    if (reasons.length === 0 && record) {
      this.#report.addAll(record.warnings);
      return { ...letter, record };
    }
    const made = this.#options.dryRun ? undefined : await this.#make(recipient, name);
    return { ...letter, ...(made && { record: made }) };
  }

  /** The letter, written; undefined after reporting why not. */
  async #make(recipient: Recipient, name: string): Promise<EditionRecord | undefined> {
    const { id, language: lang, source } = recipient;
    const report = this.#report.child();
    const trace = new Trace();
    try {
      const parts = await layOutLetter(this.#set, recipient, this.#context, report, trace);
      if (!parts) return undefined;
      const { bytes, pages } = await paintFile(parts);
      this.#checkSize(recipient, bytes.length, report);
      if (!writeOutput({ output: this.#folder, path: name, bytes }, source.span, report)) return undefined;
      return {
        ...{ slug: this.#set.slug, lang, kind: 'letter', path: name, pages, bytes: bytes.length },
        ...{ sha256: sha256(bytes), attachSource: false, warnings: report.diagnostics },
        inputs: [...toolInputs(), this.#rows.get(id)!, ...this.#project.trace, ...trace.entries()],
      };
    } catch (error) {
      report.add(unexpected(error, source.span.file));
      return undefined;
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
}

/** What a list says of somebody, as a digest. */
function rowInput({ id, language, values }: Recipient, { list }: LetterSet): Input {
  const said = JSON.stringify([language, list.columns, [...values]]);
  return { asked: 'recipient', path: id, answer: sha256(Buffer.from(said, 'utf8')) };
}
