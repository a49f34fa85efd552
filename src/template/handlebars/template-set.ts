/**
 * The templates and partials of a project. Each is read, checked and compiled once, when it is first used, and
 * kept; what is wrong with it is kept too, and reported for every edition it would have printed.
 */
import type { KindFields } from '../../content/fields/kind-fields.ts';
import { DiagnosticError, Report } from '../../diagnostics/diagnostic.ts';
import type { Trace } from '../../files/trace.ts';
import { TracedMemo } from '../../files/traced-memo.ts';
import type { Application } from './application.ts';
import { checkTemplate } from './check.ts';
import { compileTemplate, type Render } from './compile.ts';
import type { TemplateContext } from './context.ts';
import { checkLength, createEnvironment } from './environment.ts';
import type { ParsedTemplate } from './known-names.ts';
import { FileNumbers } from './output-positions.ts';
import { parseTemplate } from './parse.ts';
import type { PrintedField } from './printed.ts';
import { contextShape } from './shapes.ts';

/** A template or partial that exists; `read` gives undefined after reporting that its file cannot be read. */
export interface TemplateSource {
  readonly name: string;
  readonly file: string;
  read(report: Report, trace?: Trace): string | undefined;
}

interface Compiled {
  readonly file: string;
  readonly faults: Report;
  readonly render: Render | undefined;
  readonly printed: readonly PrintedField[];
}

export class TemplateSet {
  /** What templates declare of the front matter of their kinds. */
  readonly kindFields: KindFields;
  /** What marks in the rendered markup name files by. */
  readonly files = new FileNumbers();
  readonly #templates: ReadonlyMap<string, TemplateSource>;
  readonly #partials: ReadonlyMap<string, TemplateSource>;
  readonly #environment = createEnvironment();
  readonly #compiled = new TracedMemo<Compiled>();
  readonly #parsedPartials = new Map<string, ParsedTemplate>();
  readonly #texts = new TracedMemo<{ readonly text: string | undefined; readonly faults: Report }>();

  constructor(
    templates: ReadonlyMap<string, TemplateSource>,
    partials: ReadonlyMap<string, TemplateSource>,
    kindFields: KindFields,
  ) {
    this.#templates = templates;
    this.#partials = partials;
    this.kindFields = kindFields;
  }

  /** The kinds of document that have a template, sorted. */
  get kinds(): readonly string[] {
    return this.kindFields.kinds;
  }

  /** The path of a kind's template, as diagnostics show it. */
  fileOf(kind: string): string | undefined {
    return this.#templates.get(kind)?.file;
  }

  /** Checks the template of a kind without applying it; every fault of it and its partials is reported. */
  check(kind: string, report: Report): boolean {
    const compiled = this.#compile(kind);
    report.addAll(compiled?.faults.diagnostics ?? []);
    return compiled?.render !== undefined;
  }

  /** The fields that a kind prints; undefined when its template is missing or faulty. */
  printedFields(kind: string, trace: Trace): readonly PrintedField[] | undefined {
    const compiled = this.#compile(kind, trace);
    return compiled?.render && compiled.printed;
  }

  /** Rendered markup, or undefined after reporting why there is none. `kind` must have a template. */
  render(kind: string, context: TemplateContext, application: Application): string | undefined {
    const compiled = this.#compile(kind, application.trace);
    application.report.addAll(compiled?.faults.diagnostics ?? []);
    if (!compiled?.render) return undefined;
    try {
      const markup = compiled.render(context, { data: { application }, ...NO_PROTOTYPES });
      return application.failed ? undefined : markup;
    } catch (error) {
      if (error instanceof DiagnosticError) application.fail(error.diagnostic);
      else {
        const message = `Handlebars: ${error instanceof Error ? error.message : String(error)}`;
        application.fail({ severity: 'error', code: 'internal', span: { file: compiled.file }, message });
      }
      return undefined;
    }
  }

  /** Whether anything it read has changed; it must then be loaded again. */
  isStale(changed: ReadonlySet<string>): boolean {
    return this.#texts.touches(changed) || this.kindFields.isStale(changed);
  }

  #compile(kind: string, trace?: Trace): Compiled | undefined {
    const source = this.#templates.get(kind);
    if (!source) return undefined;
    return this.#compiled.get(kind, trace, (own) => {
      const faults = new Report();
      return { file: source.file, faults, ...this.#build(source, faults, own) };
    });
  }

  #build(source: TemplateSource, faults: Report, trace: Trace): Pick<Compiled, 'render' | 'printed'> {
    const template = this.#parse(source, faults, trace);
    if (!template) return { render: undefined, printed: [] };
    const used = new Set<string>();
    const partials = {
      names: [...this.#partials.keys()].sort(),
      parse: (name: string) => {
        used.add(name);
        return this.#parsePartial(name, faults, trace);
      },
      parameters: (name: string) => this.#parametersOf(name, trace),
    };
    const shape = contextShape(this.kindFields.recording(trace).fieldsOf(source.name));
    const printed = checkTemplate(template, shape, partials, faults);
    if (faults.hasErrors) return { render: undefined, printed };
    for (const name of used) this.#register(name);
    return { render: compileTemplate(this.#environment, template, this.files), printed };
  }

  #parse(source: TemplateSource, faults: Report, trace: Trace): ParsedTemplate | undefined {
    const text = this.#text(source, faults, trace);
    return text === undefined ? undefined : parseTemplate(source.name, source.file, text, faults);
  }

  #parsePartial(name: string, faults: Report, trace: Trace): ParsedTemplate | undefined {
    const source = this.#partials.get(name);
    const before = this.#parsedPartials.get(name);
    if (source && before) this.#text(source, faults, trace);
    if (before || !source) return before;
    // A faulty partial is parsed again for the next template, so that it too says why it fails.
    const parsed = this.#parse(source, faults, trace);
    if (parsed) this.#parsedPartials.set(name, parsed);
    return parsed;
  }

  #register(name: string): void {
    const partial = this.#parsedPartials.get(name);
    if (!partial || Object.hasOwn(this.#environment.partials, name)) return;
    let render: Render | undefined;
    this.#environment.registerPartial(name, (context: unknown, options?: object) => {
      render ??= compileTemplate(this.#environment, partial, this.files);
      const text = render(context, options);
      checkLength(text.length, { file: partial.file });
      return text;
    });
  }

  /** The names that calls anywhere in the set hand to a partial, found by their look: `{{> name a=… b=…}}`. */
  #parametersOf(name: string, trace: Trace): readonly string[] {
    const names = new Set<string>();
    for (const source of [...this.#templates.values(), ...this.#partials.values()]) {
      const text = this.#text(source, new Report(), trace) ?? '';
      for (const [, called, args = ''] of text.matchAll(/\{\{~?#?>\s*([^\s}]+)([^}]*)\}\}/g)) {
        if (called !== name) continue;
        for (const [, key = ''] of args.matchAll(/([^\s=]+)=/g)) names.add(key);
      }
    }
    return [...names];
  }

  #text(source: TemplateSource, faults: Report, trace: Trace): string | undefined {
    const read = this.#texts.get(source.file, trace, (own) => {
      const said = new Report();
      return { text: source.read(said, own), faults: said };
    });
    faults.addAll(read.faults.diagnostics);
    return read.text;
  }
}

const NO_PROTOTYPES = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };
