/**
 * out/manifest.json: what is in the output folder and what it was made from, for whoever publishes it and for the next
 * build. Same project, same bytes: no clock, no machine, no order in which things were built.
 *
 * Each input is written once, as `[question, path, answer]`, and named by its number. The last line is the digest of
 * all lines before it: a manifest that was damaged, or written by another version, is no manifest.
 */
import { join } from 'node:path';
import { byCodeUnit } from '../diagnostics/code-unit-order.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readWhole } from '../files/disk-answer.ts';
import { type FileFault, type SourceFile, sha256 } from '../files/source-file.ts';
import type { Question } from '../files/trace.ts';
import type { Division } from './shard.ts';

export const MANIFEST_FILE = 'manifest.json';

/** Of the file's form. A number is never used for another form. */
const VERSION = 2;

/**
 * Something a result rests on: a question to the disk (see ../files/trace.ts), a `tool` and its version, or what a list says of a
 * `recipient`, as a digest.
 */
export interface Input {
  readonly asked: Question | 'tool' | 'recipient';
  readonly path: string;
  readonly answer: string;
}

/** A PDF that was written. */
export interface ManifestEntry {
  readonly slug: string;
  /** Canonical BCP 47 tag. */
  readonly lang: string;
  readonly kind: string;
  /** Relative to the output folder, with `/` separators. */
  readonly path: string;
  readonly pages: number;
  readonly bytes: number;
  readonly sha256: string;
}

interface Made {
  /** What it was made from. */
  readonly inputs: readonly Input[];
  /** What was told about it, to be told again when it is not made again. */
  readonly warnings: readonly Diagnostic[];
}

/** A PDF, and how it came about. */
export interface EditionRecord extends ManifestEntry, Made {
  /** The Markdown is in it. */
  readonly attachSource: boolean;
}

/** A content file. */
export interface TextRecord {
  /** Relative to the project folder. */
  readonly file: string;
  readonly slug: string;
  readonly lang: string;
  /** What was read in it; undefined when it was never built, or never without errors. */
  readonly read?: Made & { readonly kinds: readonly string[] };
}

/** How the content files were found. */
export interface PlanRecord extends Made {
  /** The output folder that bayan.yaml names, from the project folder. */
  readonly output: string;
}

export interface Manifest {
  /** PDFs with a source, sorted by path. */
  readonly editions: readonly EditionRecord[];
  /** All content files of the project, sorted by slug and language. */
  readonly texts: readonly TextRecord[];
  /** Undefined when not all of the project could be read. */
  readonly plan?: PlanRecord;
  /** Undefined unless shards of a build are missing. */
  readonly shards?: Division;
}

export const EMPTY_MANIFEST: Manifest = { editions: [], texts: [] };

/** The manifest of an output folder; an empty one when there is none that this version wrote. */
export function readManifest(folder: string): Manifest {
  const text = readManifestFile(folder);
  return (text !== undefined && parseManifest(text)) || EMPTY_MANIFEST;
}

/** The file's text; undefined when it cannot be read. */
export function readManifestFile(folder: string): string | undefined {
  const file = manifestFile(folder);
  return file.fault === undefined ? new TextDecoder().decode(file.bytes) : undefined;
}

/** The file itself, or why there is none. */
export function manifestFile(folder: string): SourceFile | FileFault {
  return readWhole(join(folder, MANIFEST_FILE));
}

type Numbered<T> = Omit<T, 'inputs' | 'warnings'> & {
  readonly inputs: readonly number[];
  readonly warnings?: readonly Diagnostic[];
};

/** The file, as JSON gives it. */
interface Written {
  readonly version: number;
  readonly editions: readonly (Numbered<Omit<EditionRecord, 'attachSource'>> & { attachSource?: true })[];
  readonly texts: readonly (Omit<TextRecord, 'read'> & {
    read?: Numbered<NonNullable<TextRecord['read']>>;
  })[];
  readonly plan?: Numbered<PlanRecord>;
  readonly shards?: Division;
  readonly inputs: readonly (readonly [Input['asked'], string, string])[];
}

/** Undefined when it is damaged, or of another version. */
export function parseManifest(text: string): Manifest | undefined {
  const end = text.lastIndexOf(DIGEST_FIELD);
  if (end < 0 || text.slice(end) !== lastLine(text.slice(0, end))) return undefined;
  // The digest says that these are the very bytes that `formatManifest` made.
  const written = JSON.parse(text) as Written;
  if (written.version !== VERSION) return undefined;
  const table = written.inputs.map(([asked, path, answer]): Input => ({ asked, path, answer }));
  const made = <T extends Numbered<unknown>>(record: T) => ({
    ...record,
    inputs: record.inputs.map((number) => table[number]!),
    warnings: record.warnings ?? [],
  });
  return {
    editions: written.editions.map((edition) => ({ attachSource: false, ...made(edition) })),
    texts: written.texts.map(({ read, ...text }) => ({ ...text, ...(read && { read: made(read) }) })),
    ...(written.plan && { plan: made(written.plan) }),
    ...(written.shards && { shards: written.shards }),
  };
}

/** The file's text: one line for each record, fields in one order. */
export function formatManifest({ editions, texts, plan, shards }: Manifest): string {
  const inputs = new InputTable([
    ...editions,
    ...texts.flatMap(({ read }) => read ?? []),
    ...(plan ? [plan] : []),
  ]);
  const made = ({ inputs: used, warnings }: Made) => ({
    inputs: inputs.numbers(used),
    ...(warnings.length > 0 && { warnings }),
  });
  const head = [
    '{',
    `  "version": ${VERSION},`,
    list(
      'editions',
      editions.toSorted((a, b) => byCodeUnit(a.path, b.path)),
      ({ slug, lang, kind, path, pages, bytes, sha256: digest, attachSource, ...rest }) => ({
        ...{ slug, lang, kind, path, pages, bytes, sha256: digest },
        ...(attachSource && { attachSource }),
        ...made(rest),
      }),
    ),
    list('texts', texts, ({ file, slug, lang, read }) => ({
      ...{ file, slug, lang },
      ...(read && { read: { kinds: read.kinds, ...made(read) } }),
    })),
    ...(plan ? [`  "plan": ${JSON.stringify({ output: plan.output, ...made(plan) })},`] : []),
    ...(shards ? [`  "shards": ${JSON.stringify(shards)},`] : []),
    list('inputs', inputs.rows, ({ asked, path, answer }) => [asked, path, answer]),
  ].join('\n');
  return head + lastLine(head);
}

const DIGEST_FIELD = '\n  "digest": "';

const lastLine = (before: string): string => `${DIGEST_FIELD}${sha256(before)}"\n}\n`;

function list<T>(name: string, records: readonly T[], written: (record: T) => unknown): string {
  const lines = records.map((record) => `\n    ${JSON.stringify(written(record))}`);
  return `  "${name}": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}],`;
}

/** Every input once, in one order. */
class InputTable {
  readonly rows: readonly Input[];
  /** Manifests that were read hold the same object wherever they mean the same input. */
  readonly #numbers = new Map<Input, number>();

  constructor(records: readonly { readonly inputs: readonly Input[] }[]) {
    const all = new Set<Input>();
    for (const { inputs } of records) for (const input of inputs) all.add(input);
    const same = new Map<string, Input[]>();
    for (const input of all) {
      const key = `${input.asked} ${input.answer} ${input.path}`;
      const twins = same.get(key);
      if (twins) twins.push(input);
      else same.set(key, [input]);
    }
    const rows = [...same.values()].sort(
      ([a], [b]) =>
        byCodeUnit(a!.path, b!.path) || byCodeUnit(a!.asked, b!.asked) || byCodeUnit(a!.answer, b!.answer),
    );
    for (const [number, twins] of rows.entries()) for (const input of twins) this.#numbers.set(input, number);
    this.rows = rows.map(([input]) => input!);
  }

  numbers(inputs: readonly Input[]): readonly number[] {
    const numbers = inputs.map((input) => this.#numbers.get(input)!);
    const isSorted = numbers.every((number, index) => index === 0 || numbers[index - 1]! < number);
    return isSorted ? numbers : [...new Set(numbers)].sort((a, b) => a - b);
  }
}
