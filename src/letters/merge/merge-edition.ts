/**
 * Merges a letter to a recipient: its fields are filled, what is not for this recipient is left out, and what no field touches
 * stays the same object, so that it is shaped once for all of them. The result is an edition like any other.
 */
import type { Edition } from '../../content/edition.ts';
import { Report } from '../../diagnostics/diagnostic.ts';
import type { Addressee } from './fields.ts';
import { FieldFiller } from './fill.ts';
import { mergeFrontMatter } from './front-matter.ts';
import { mergeEditionTexts } from './merge-tree.ts';
import { keepCalledNotes } from './notes.ts';

/**
 * The letter to one recipient.
 *
 * @param edition a text of the letter, in the recipient's language
 * @returns undefined after reporting `merge-unknown` (a field that the list has no column for), `merge-empty` (one that is
 *   empty for this recipient) or `salutation-missing`
 */
export function mergeEdition(edition: Edition, to: Addressee, report: Report): Edition | undefined {
  const own = new Report();
  const filler = new FieldFiller(edition.lang, to, own);
  const { inline, body, footnotes } = mergeEditionTexts(edition, filler);
  report.addAll(own.diagnostics);
  if (own.hasErrors) return undefined;
  const merged = keepCalledNotes({ ...edition, body, footnotes });
  return mergeFrontMatter(merged, inline);
}
