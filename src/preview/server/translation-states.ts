/** What `bayan check` says of the translations of each publication, kept until something it was read from changes. */
import { readDocumentSet } from '../../build/document-sets.ts';
import type { Workspace } from '../../build/workspace.ts';
import { plainText } from '../../content/plain-text.ts';
import { type Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { Trace, type TraceEntry } from '../../files/trace.ts';
import type { PlannedSet } from '../../project/plan.ts';
import { type CheckedSet, checkSet } from '../../translation/check-set.ts';
import type { DocumentSet } from '../../translation/document-set.ts';

export interface CheckedPublication {
  readonly checked: CheckedSet;
  /** In the language of the original, where it could be read. */
  readonly title?: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Known {
  readonly publication: CheckedPublication;
  readonly set: PlannedSet;
  readonly settings: string;
  readonly trace: readonly TraceEntry[];
}

export class TranslationStates {
  readonly #known = new Map<string, Known>();

  /** As it was last checked. */
  get(slug: string): CheckedPublication | undefined {
    return this.#known.get(slug)?.publication;
  }

  /** Checks a publication again if it is not as it was; tells whether it was not. */
  update(set: PlannedSet, workspace: Workspace): boolean {
    const { config, source, languages } = workspace.project;
    const settings = JSON.stringify([config.checks, source, languages, set]);
    const before = this.#known.get(set.slug);
    if (before?.settings === settings && isCurrent(before.trace, workspace)) return false;
    const trace = new Trace();
    // What is wrong with a file is told by its build.
    const read = readDocumentSet(workspace, set, new Report(), trace);
    const report = new Report();
    const checked = checkSet(
      {
        set: read,
        checks: config.checks,
        ...(source !== undefined && { source }),
        ...(languages && { languages }),
      },
      report,
    );
    const title = titleOf(read, checked.source);
    const { diagnostics } = report;
    const publication = { checked, diagnostics, ...(title !== undefined && { title }) };
    this.#known.set(set.slug, { publication, set, settings, trace: trace.entries() });
    return true;
  }
}

function isCurrent(trace: readonly TraceEntry[], { files }: Workspace): boolean {
  return trace.every(({ asked, path, answer }) => files.answer(asked, path) === answer);
}

function titleOf({ members }: DocumentSet, source: string | undefined): string | undefined {
  const member = members.find(({ planned }) => planned.lang === source) ?? members[0];
  const edition = member?.content?.edition;
  return edition && (plainText(edition.inline.get('title') ?? []) || edition.frontMatter.title);
}
