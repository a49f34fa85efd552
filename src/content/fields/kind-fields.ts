/**
 * The fields of each kind of document: those its template declares in `templates/<kind>.yaml`, besides the common ones. A
 * declaration is read when it is first asked for, and kept.
 */
import { Report } from '../../diagnostics/diagnostic.ts';
import type { Trace } from '../../files/trace.ts';
import { TracedMemo } from '../../files/traced-memo.ts';
import { type Declaration, readDeclaration } from './declaration.ts';
import type { Field, Fields } from './field.ts';

/** A file with declarations; `read` gives undefined after reporting that it cannot be read. */
export interface DeclarationSource {
  readonly name: string;
  readonly file: string;
  read(report: Report, trace?: Trace): string | undefined;
}

interface Read {
  readonly declaration: Declaration;
  readonly faults: Report;
}

const NOTHING: Declaration = { fields: {} };

export class KindFields {
  /** The kinds of document that have a template, sorted. */
  readonly kinds: readonly string[];
  readonly #sources: ReadonlyMap<string, DeclarationSource>;
  readonly #read: TracedMemo<Read>;
  readonly #trace: Trace | undefined;

  constructor(
    kinds: readonly string[],
    sources: ReadonlyMap<string, DeclarationSource>,
    read = new TracedMemo<Read>(),
    trace?: Trace,
  ) {
    this.kinds = kinds;
    this.#sources = sources;
    this.#read = read;
    this.#trace = trace;
  }

  /** The same fields, with what is read for them noted in a trace. */
  recording(trace: Trace): KindFields {
    return new KindFields(this.kinds, this.#sources, this.#read, trace);
  }

  /** What the template of a kind declares; what is wrong with its file goes to the report each time. */
  declaration(kind: string, report: Report): Declaration {
    const { declaration, faults } = this.#open(kind);
    report.addAll(faults.diagnostics);
    return declaration;
  }

  /** The fields that a kind declares. */
  fieldsOf(kind: string): Fields {
    return this.#open(kind).declaration.fields;
  }

  /** The path of the file a kind's fields are declared in, as diagnostics show it. */
  fileOf(kind: string): string | undefined {
    return this.#sources.get(kind)?.file;
  }

  /** Kinds whose template declares a field of this name. */
  kindsWith(name: string): readonly string[] {
    return this.kinds.filter((kind) => Object.hasOwn(this.fieldsOf(kind), name));
  }

  /** Whether anything it read has changed; it must then be loaded again. */
  isStale(changed: ReadonlySet<string>): boolean {
    return this.#read.touches(changed);
  }

  #open(kind: string): Read {
    return this.#read.get(kind, this.#trace, (own) => {
      const faults = new Report();
      const source = this.#sources.get(kind);
      const text = source?.read(faults, own);
      const declaration = source && text !== undefined ? readDeclaration(source.file, text, faults) : NOTHING;
      return { declaration, faults };
    });
  }
}

/** True when two fields take the same values, whatever is said about them. */
export function sameField(a: Field, b: Field): boolean {
  return JSON.stringify(essence(a)) === JSON.stringify(essence(b));
}

function essence(field: Field): unknown {
  const { type } = field;
  if (type === 'choice') return [type, field.options];
  if (type === 'list') return [type, essence(field.of)];
  if (type === 'named') return [type, essence(field.of)];
  if (type !== 'map') return [type];
  return [
    type,
    Object.entries(field.fields).map(([name, inner]) => [name, inner.required === true, essence(inner)]),
  ];
}
