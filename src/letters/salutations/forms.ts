/**
 * The forms of each language, from salutations/<lang>.yaml in the template folders: a project’s file wins over the shipped one
 * role by role. Files are read when a language is first asked for.
 */
import { Report } from '../../diagnostics/diagnostic.ts';
import { readSettings } from '../../files/settings-file.ts';
import { ReadFile } from '../../files/source-file.ts';
import type { Trace } from '../../files/trace.ts';
import { TracedMemo } from '../../files/traced-memo.ts';
import { ancestors } from '../../language/tag.ts';
import type { TemplateRoot } from '../../template/load.ts';
import { type FormFile, FormFileSchema } from './form-file.ts';

export interface LanguageForms {
  /** The tag they are for: `es` where they were asked for `es-MX`. */
  readonly lang: string;
  readonly forms: FormFile;
}

interface ReadForms {
  readonly forms: FormFile | undefined;
  readonly faults: Report;
}

export class SalutationForms {
  readonly #roots: readonly TemplateRoot[];
  readonly #read = new TracedMemo<ReadForms>();

  /** @param roots template folders, the first of which wins */
  constructor(roots: readonly TemplateRoot[]) {
    this.#roots = roots;
  }

  /** The forms for a canonical tag, or for what it inherits from; never those of another language. */
  find(lang: string, report: Report, trace?: Trace): LanguageForms | undefined {
    for (const tag of ancestors(lang)) {
      const { forms, faults } = this.#read.get(tag, trace, (own) => this.#open(tag, own));
      report.addAll(faults.diagnostics);
      if (forms) return { lang: tag, forms };
    }
    return undefined;
  }

  /** Languages that have forms, sorted. */
  languages(report: Report): readonly string[] {
    const names = this.#roots.flatMap((root) => root.list('salutations', report));
    return [...new Set(names.flatMap((name) => /^([^.].*)\.yaml$/.exec(name)?.[1] ?? []))].sort();
  }

  /** The file in which a project writes the forms of a language. */
  fileFor(lang: string): string {
    const own = this.#roots.find(({ shown }) => !shown.startsWith('bayan/'));
    return `${own?.shown ?? 'templates'}/salutations/${lang}.yaml`;
  }

  /** Whether anything it read has changed; it must then be made again. */
  isStale(changed: ReadonlySet<string>): boolean {
    return this.#read.touches(changed);
  }

  #open(tag: string, trace: Trace): ReadForms {
    const faults = new Report();
    let forms: FormFile | undefined;
    for (const root of [...this.#roots].reverse()) {
      const path = `salutations/${tag}.yaml`;
      const text = root.read(path, faults, trace);
      if (text === undefined) continue;
      const file = new ReadFile(`${root.shown}/${path}`, Buffer.from(text, 'utf8'));
      const own = readSettings(file, 'salutation-invalid', FormFileSchema, faults)?.value;
      if (own) forms = { ...forms, ...own };
    }
    return { forms, faults };
  }
}
