/** Builds the letters of a project: finds those that have a list, and builds each set of them. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { nearestHint } from '../../diagnostics/nearest.ts';
import { ProjectFiles } from '../../files/project-files.ts';
import { SalutationForms } from '../../letters/salutations/forms.ts';
import { planEditions } from '../../project/plan.ts';
import type { Project } from '../../project/project.ts';
import { templateFolder } from '../../template/template-folder.ts';
import { openWorkspace } from '../workspace.ts';
import { Enclosures } from './enclosures.ts';
import { type LetterSet, openLetters } from './letter-set.ts';
import type { LetterContext } from './make-letter.ts';
import { type BuiltLetter, SetBuild, type SetOptions } from './set-build.ts';

export interface LettersOptions extends SetOptions {
  /** Letters by slug; all that have a list when left out. */
  readonly slugs?: readonly string[];
}

export interface LettersResult {
  readonly letters: readonly BuiltLetter[];
  /** An option names no letter or recipient, and nothing was done. */
  readonly misused: boolean;
}

const NOTHING: LettersResult = { letters: [], misused: true };

/** Builds the letters that `options` ask for. One with errors is not written and does not stop the others. */
export async function buildLetters(
  project: Project,
  options: LettersOptions,
  report: Report,
): Promise<LettersResult> {
  const files = new ProjectFiles(project.root);
  const { slugs } = options;
  const plan = planEditions(project, slugs ? { slugs } : {}, report, files);
  if (plan.misused) return NOTHING;
  const workspace = openWorkspace(project, files);
  try {
    const sets = openLetters(workspace, plan.sets, slugs !== undefined, report);
    if (sets.length === 0 && !report.hasErrors) {
      report.error('letters-none', undefined, 'no letter has a list of recipients', {
        hint: 'docs/letters.md says how to write one; bayan new open-letter --kind letter begins one',
      });
      return NOTHING;
    }
    if (options.to && !areKnown(options.to, sets, report)) return NOTHING;
    const all = slugs ? planEditions(project, {}, report, files).editions : plan.editions;
    const roots = project.templateFolders.map((folder) => templateFolder(files, folder));
    const context: LetterContext = {
      workspace,
      forms: new SalutationForms(roots),
      enclosures: new Enclosures(workspace, all),
    };
    const letters: BuiltLetter[] = [];
    for (const set of sets)
      letters.push(...(await new SetBuild(project, set, context, options, report).run()));
    return { letters, misused: false };
  } finally {
    workspace.close();
  }
}

function areKnown(asked: readonly string[], sets: readonly LetterSet[], report: Report): boolean {
  const ids = sets.flatMap(({ list }) => list.rows.flatMap(({ id }) => id ?? []));
  const unknown = asked.filter((id) => !ids.includes(id));
  for (const id of unknown)
    report.error('recipient-unknown', undefined, `no recipient has the id "${id}"`, {
      hint: nearestHint(id, ids),
    });
  return unknown.length === 0;
}
