/** Makes the letter to one recipient: merged, laid out, and painted with what it encloses into one file. */

import type { Edition } from '../../content/edition.ts';
import { LETTER } from '../../content/parse.ts';
import { type Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import type { Trace } from '../../files/trace.ts';
import { mergeEdition } from '../../letters/merge/merge-edition.ts';
import { letterVariables } from '../../letters/page/letter-variables.ts';
import type { Recipient } from '../../letters/recipients/recipient.ts';
import type { SalutationForms } from '../../letters/salutations/forms.ts';
import { type Salutation, salutationFor } from '../../letters/salutations/salutation.ts';
import type { FilePart } from '../../paint/paint.ts';
import type { LetterVariables } from '../../template/apply.ts';
import { layOutDocument } from '../laid-document.ts';
import type { Workspace } from '../workspace.ts';
import type { Enclosure, Enclosures } from './enclosures.ts';
import type { LetterSet } from './letter-set.ts';

/** What all letters of a build are made with. */
export interface LetterContext {
  readonly workspace: Workspace;
  readonly forms: SalutationForms;
  readonly enclosures: Enclosures;
}

/** A letter as it is for one recipient, before it is laid out. */
export interface MergedLetter {
  readonly edition: Edition;
  readonly letter: LetterVariables;
  readonly enclosed: readonly Enclosure[];
}

/**
 * The letter to somebody; undefined after reporting what is wrong.
 *
 * @param trace notes what it was made from, besides the list
 */
export async function mergeLetter(
  set: LetterSet,
  recipient: Recipient,
  { workspace, forms, enclosures }: LetterContext,
  report: Report,
  trace: Trace,
): Promise<MergedLetter | undefined> {
  const lang = recipient.language;
  const { edition: text, report: read, trace: reading } = set.text(lang);
  report.addAll(read.diagnostics);
  trace.addAll(reading);
  if (!text) return undefined;
  const known = forms.find(lang, report, trace);
  const rule = workspace.project.config.salutations;
  const context = { forms: known, file: forms.fileFor(lang), rule };
  let found: Salutation | undefined | 'not asked' = 'not asked';
  const salutation = (): Salutation | undefined => {
    if (found === 'not asked') found = salutationFor(recipient, context, report);
    return found;
  };
  const enclosed = await enclosures.of(text, report, trace);
  for (const each of enclosed) {
    report.addAll(each.report.diagnostics);
    trace.addAll(each.trace);
  }
  const edition = mergeEdition(text, { recipient, list: set.list, salutation }, report);
  const titles = [...enclosed.map(({ title }) => title), ...recipient.enclosures];
  const letter = letterVariables({ recipient, text, salutation, enclosures: titles });
  return edition && letter && !report.hasErrors ? { edition, letter, enclosed } : undefined;
}

/** The letter and what it encloses, ready to be painted; undefined after reporting what is wrong. */
export async function layOutLetter(
  set: LetterSet,
  recipient: Recipient,
  context: LetterContext,
  report: Report,
  trace: Trace,
): Promise<readonly [FilePart, ...FilePart[]] | undefined> {
  const merged = await mergeLetter(set, recipient, context, report, trace);
  if (!merged) return undefined;
  const { edition, letter, enclosed } = merged;
  const own = new Report();
  const laid = await layOutDocument(context.workspace, { edition, kind: LETTER, letter }, own, trace);
  for (const diagnostic of own.diagnostics) report.add(toldOf(recipient, diagnostic));
  const others = enclosed.flatMap((each) => each.laid ?? []);
  return laid && !report.hasErrors && others.length === enclosed.length ? [laid, ...others] : undefined;
}

/** An error says whose letter it is about: what is too high for the page of one may fit that of another. */
function toldOf({ id, source }: Recipient, diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.severity !== 'error') return diagnostic;
  const { message, hint } = diagnostic;
  const isPlace = diagnostic.code === 'place-overflow';
  const more = `shorten the address in ${source.span.file}, or choose an “envelope:” with a larger window`;
  return {
    ...diagnostic,
    message: `${source.place} (${id}): ${message}`,
    ...(isPlace ? { hint: more } : hint !== undefined && { hint }),
  };
}
