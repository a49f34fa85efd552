/** What a build has found out about documents: diagnostics, given to those that they concern. */
import type { BuildResult } from '../../build/build.ts';
import { type Diagnostic, diagnosticKey } from '../../diagnostics/diagnostic.ts';
import type { PlannedEdition } from '../../project/plan.ts';

export class Found {
  /** Of one PDF, by content file and kind. */
  readonly #documents = new Map<string, readonly Diagnostic[]>();
  /** Of a content file, and so of all its PDFs. */
  readonly #files = new Map<string, Diagnostic[]>();
  /** Of the project as a whole. */
  readonly project: readonly Diagnostic[];

  /**
   * @param result undefined when nothing could be built
   * @param diagnostics all that were told, those of documents among them
   * @param editions content files that are shown
   */
  constructor(
    result: BuildResult | undefined,
    diagnostics: readonly Diagnostic[],
    editions: readonly PlannedEdition[],
  ) {
    const files = new Map(editions.map(({ slug, lang, file }) => [`${slug} ${lang}`, file]));
    const contents = new Set(files.values());
    const told = new Set<string>();
    for (const { slug, lang, kind, diagnostics: own } of result?.documents ?? []) {
      this.#documents.set(`${files.get(`${slug} ${lang}`)} ${kind}`, own);
      for (const diagnostic of own) told.add(diagnosticKey(diagnostic));
    }
    const project: Diagnostic[] = [];
    for (const diagnostic of diagnostics) {
      const file = diagnostic.span?.file ?? '';
      if (told.has(diagnosticKey(diagnostic))) continue;
      if (!contents.has(file)) project.push(diagnostic);
      else this.#files.set(file, [...(this.#files.get(file) ?? []), diagnostic]);
    }
    this.project = project;
  }

  /** Of one PDF of a content file. */
  of(file: string, kind: string): readonly Diagnostic[] {
    return [...(this.#files.get(file) ?? []), ...(this.#documents.get(`${file} ${kind}`) ?? [])];
  }
}
