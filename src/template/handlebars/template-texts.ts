/** The texts of templates and partials, each read once, with the files they are from. */
import { Report } from '../../diagnostics/diagnostic.ts';
import type { Trace } from '../../files/trace.ts';
import { TracedMemo } from '../../files/traced-memo.ts';

/** A template or partial that exists; `read` gives undefined after reporting that its file cannot be read. */
export interface TemplateSource {
  readonly name: string;
  readonly file: string;
  read(report: Report, trace?: Trace): string | undefined;
}

export class TemplateTexts {
  readonly #texts = new TracedMemo<{ readonly text: string | undefined; readonly faults: Report }>();

  /** The text; what is wrong with its file goes to the report each time. */
  get(source: TemplateSource, faults: Report, trace: Trace): string | undefined {
    const read = this.#texts.get(source.file, trace, (own) => {
      const said = new Report();
      return { text: source.read(said, own), faults: said };
    });
    faults.addAll(read.faults.diagnostics);
    return read.text;
  }

  /** The names that calls in any of the sources hand to a partial, found by their look: `{{> name a=… b=…}}`. */
  parametersOf(partial: string, sources: Iterable<TemplateSource>, trace: Trace): readonly string[] {
    const names = new Set<string>();
    for (const source of sources) {
      const text = this.get(source, new Report(), trace) ?? '';
      for (const [, called, args = ''] of text.matchAll(/\{\{~?#?>\s*([^\s}]+)([^}]*)\}\}/g)) {
        if (called !== partial) continue;
        for (const [, key = ''] of args.matchAll(/([^\s=]+)=/g)) names.add(key);
      }
    }
    return [...names];
  }

  /** Whether one of them was read from what has changed. */
  touches(changed: ReadonlySet<string>): boolean {
    return this.#texts.touches(changed);
  }
}
