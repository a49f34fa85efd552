/**
 * The templates and partials of a project. Each is read, checked and compiled once, when it is first used, and
 * kept; what is wrong with it is kept too, and reported for every edition it would have printed.
 */
import type { KindFields } from '../../content/fields/kind-fields.ts';
import { DiagnosticError, Report } from '../../diagnostics/diagnostic.ts';
import { sha256 } from '../../files/source-file.ts';
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
import { SHIPPED, type ShippedTemplate } from './shipped.ts';
import { type TemplateSource, TemplateTexts } from './template-texts.ts';

interface Compiled {
  readonly file: string;
  readonly faults: Report;
  readonly render: Render | undefined;
  readonly printed: readonly PrintedField[];
  /** Names of those that it includes, or that they include. */
  readonly partials: readonly string[];
}

type ShippedSource = ShippedTemplate & Pick<TemplateSource, 'name' | 'file'>;

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
  readonly #texts = new TemplateTexts();

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
  printedFields(kind: string, trace?: Trace): readonly PrintedField[] | undefined {
    const compiled = this.#compile(kind, trace);
    return compiled?.render && compiled.printed;
  }

  /** The partials that a kind includes. */
  partialsOf(kind: string): readonly string[] {
    return this.#compile(kind)?.partials ?? [];
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

  #build(source: TemplateSource, faults: Report, trace: Trace): Omit<Compiled, 'file' | 'faults'> {
    const shipped = this.#buildShipped(source, trace);
    if (shipped) return shipped;
    const template = this.#parse(source, faults, trace);
    if (!template) return { render: undefined, printed: [], partials: [] };
    const used = new Set<string>();
    const others = {
      names: [...this.#partials.keys()].sort(),
      parse: (name: string) => {
        used.add(name);
        return this.#parsePartial(name, faults, trace);
      },
      parameters: (name: string) =>
        this.#texts.parametersOf(name, [...this.#templates.values(), ...this.#partials.values()], trace),
    };
    const shape = contextShape(this.kindFields.recording(trace).fieldsOf(source.name));
    const printed = checkTemplate(template, shape, others, faults);
    const partials = [...used];
    if (faults.hasErrors) return { render: undefined, printed, partials };
    for (const name of partials) {
      const partial = this.#parsedPartials.get(name);
      if (partial) this.#register(partial, () => compileTemplate(this.#environment, partial, this.files));
    }
    return { render: compileTemplate(this.#environment, template, this.files), printed, partials };
  }

  /** A template that Bayan ships, unless something that it was checked with is another here. */
  #buildShipped(source: TemplateSource, trace: Trace): Omit<Compiled, 'file' | 'faults'> | undefined {
    const template = this.#shipped(source, trace);
    if (!template?.checked) return undefined;
    const { fields, partials: digests, printed } = template.checked;
    if (JSON.stringify(this.kindFields.recording(trace).fieldsOf(source.name)) !== fields) return undefined;
    const included = Object.entries(digests).map(([name, digest]) => {
      const partial = this.#partials.get(name);
      return partial && this.#shipped(partial, trace, digest);
    });
    if (!included.every((partial) => partial !== undefined)) return undefined;
    const compile = ({ file, compiled }: ShippedSource): Render =>
      this.#environment.template(compiled(file, this.files.of(file)));
    for (const partial of included) this.#register(partial, () => compile(partial));
    return { render: compile(template), printed, partials: Object.keys(digests) };
  }

  /** What is shipped in the place of a file: as it is, or with the digest that is given. */
  #shipped(source: TemplateSource, trace: Trace, digest?: string): ShippedSource | undefined {
    const text = this.#texts.get(source, new Report(), trace);
    const own = text === undefined ? undefined : sha256(text);
    const shipped = own === undefined || (digest ?? own) !== own ? undefined : SHIPPED.get(own);
    return shipped && { name: source.name, file: source.file, ...shipped };
  }

  #parse(source: TemplateSource, faults: Report, trace: Trace): ParsedTemplate | undefined {
    const text = this.#texts.get(source, faults, trace);
    return text === undefined ? undefined : parseTemplate(source.name, source.file, text, faults);
  }

  #parsePartial(name: string, faults: Report, trace: Trace): ParsedTemplate | undefined {
    const source = this.#partials.get(name);
    const before = this.#parsedPartials.get(name);
    if (source && before) this.#texts.get(source, faults, trace);
    if (before || !source) return before;
    // A faulty partial is parsed again for the next template, so that it too says why it fails.
    const parsed = this.#parse(source, faults, trace);
    if (parsed) this.#parsedPartials.set(name, parsed);
    return parsed;
  }

  /** @param compile called when the partial is first rendered */
  #register({ name, file }: Pick<TemplateSource, 'name' | 'file'>, compile: () => Render): void {
    if (Object.hasOwn(this.#environment.partials, name)) return;
    let render: Render | undefined;
    this.#environment.registerPartial(name, (context: unknown, options?: object) => {
      render ??= compile();
      const text = render(context, options);
      checkLength(text.length, { file });
      return text;
    });
  }
}

const NO_PROTOTYPES = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };
