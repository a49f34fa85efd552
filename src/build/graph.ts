/**
 * Which PDFs are still what a build would make, and why the others are not: what each was made from is asked again
 * (verifying traces, as in "Build systems à la carte"). Nothing is trusted for its date.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { resolveInside } from '../files/containment.ts';
import { DISK } from '../files/disk.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import { sha256 } from '../files/source-file.ts';
import { shownPath } from '../files/source-paths.ts';
import { outputName } from '../project/output-name.ts';
import type { EditionRecord, Input, Manifest, TextRecord } from './manifest.ts';

/** What an edition is asked for with. */
export interface Wanted {
  readonly slug: string;
  readonly lang: string;
  readonly file: string;
  /** Only these of its kinds; all when undefined. */
  readonly kinds?: readonly string[];
}

export interface JudgedDocument {
  readonly kind: string;
  /** Relative to the output folder. */
  readonly path: string;
  /** What is known of the PDF that is there. */
  readonly record?: EditionRecord;
  /** Why it must be made again; empty when it is fresh. */
  readonly reasons: readonly string[];
}

export interface JudgedText<T extends Wanted = Wanted> {
  readonly planned: T;
  /** What is known of it, if anything is. */
  readonly record?: TextRecord;
  /** Why it must be read again; empty when what is known of it holds. */
  readonly reasons: readonly string[];
  /** The PDFs that it gave, of the kinds that are wanted. */
  readonly documents: readonly JudgedDocument[];
}

export interface Surroundings {
  readonly files: ProjectFiles;
  /** Absolute path of the output folder. */
  readonly output: string;
  readonly tools: readonly Input[];
  readonly attachSource: boolean;
  /** PDFs of the right size are taken for those that were built. */
  readonly trustOutputs?: boolean;
}

export const NOT_BUILT = 'not built yet';

/** Judges each content file and its PDFs by what the manifest knows. Every input is asked once. */
export function judge<T extends Wanted>(
  wanted: readonly T[],
  manifest: Manifest,
  surroundings: Surroundings,
): readonly JudgedText<T>[] {
  const changes = new Changes(surroundings.files, surroundings.tools);
  const texts = new Map(manifest.texts.map((text) => [text.file, text]));
  const editions = new Map(manifest.editions.map((edition) => [edition.path, edition]));
  return wanted.map((planned) => {
    const record = texts.get(planned.file);
    if (!record?.read) return { planned, reasons: [NOT_BUILT], documents: [] };
    const kinds = record.read.kinds.filter((kind) => planned.kinds?.includes(kind) !== false);
    const documents = kinds.map((kind) => {
      const path = outputName(planned, kind);
      const edition = editions.get(path);
      if (!edition) return { kind, path, reasons: [NOT_BUILT] };
      const reasons = [...ofOutput(edition, surroundings), ...changes.reasons(edition.inputs)];
      return { kind, path, record: edition, reasons };
    });
    return { planned, record, reasons: changes.reasons(record.read.inputs), documents };
  });
}

/** Whether all of it is as a build would leave it. */
export function isFresh({ reasons, documents }: JudgedText): boolean {
  return reasons.length === 0 && documents.every((document) => document.reasons.length === 0);
}

/** What has another answer than it had, in words. */
export class Changes {
  readonly #files: ProjectFiles;
  readonly #given: ReadonlyMap<string, string>;
  readonly #known = new Map<Input, string | undefined>();

  /** @param given answers that no disk has: of tools, and of rows of a list */
  constructor(files: ProjectFiles, given: readonly Input[]) {
    this.#files = files;
    this.#given = new Map(given.map(({ asked, path, answer }) => [`${asked} ${path}`, answer]));
  }

  reasons(inputs: readonly Input[]): readonly string[] {
    return [...new Set(inputs.flatMap((input) => this.#reason(input) ?? []))];
  }

  #reason(input: Input): string | undefined {
    if (!this.#known.has(input)) this.#known.set(input, this.#change(input));
    return this.#known.get(input);
  }

  #change({ asked, path, answer }: Input): string | undefined {
    if (asked === 'tool' || asked === 'recipient') {
      if (this.#given.get(`${asked} ${path}`) === answer) return undefined;
      return asked === 'tool' ? `made with another version of ${path}` : `the row of ${path} changed`;
    }
    const now = this.#files.answer(asked, path);
    if (now === answer) return undefined;
    const shown = shownPath(path);
    if (now === 'absent') return `${shown} is gone`;
    if (answer === 'absent') return `${shown} is new`;
    return asked === 'list' ? `files in ${shown} came or went` : `${shown} changed`;
  }
}

/** Where PDFs lie, and how they are asked for. */
type OutputSurroundings = Pick<Surroundings, 'output' | 'attachSource' | 'trustOutputs'>;

/** What is wrong with a PDF as it lies there. */
export function ofOutput(edition: EditionRecord, surroundings: OutputSurroundings): readonly string[] {
  const { output, attachSource, trustOutputs } = surroundings;
  const reasons: string[] = [];
  try {
    const isSame = trustOutputs
      ? statSync(join(output, edition.path)).size === edition.bytes
      : digestInside(output, edition.path) === edition.sha256;
    if (!isSame) reasons.push('the PDF is not as it was built');
  } catch {
    reasons.push('the PDF is gone');
  }
  if (edition.attachSource !== attachSource)
    reasons.push(`built ${edition.attachSource ? 'with' : 'without'} --attach-source`);
  return reasons;
}

/** Of a file in a folder; undefined when the path leads out of it. Throws the system's error. */
export function digestInside(folder: string, path: string): string | undefined {
  const inside = resolveInside(folder, path);
  if (inside.path === undefined || DISK.stat(inside.path).kind !== 'file') return undefined;
  return sha256(DISK.read(inside.path));
}
