/** Drafts of e-mails beside letters: `interior.en.eml`, with the letter as text and its PDF attached. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Report } from '../../diagnostics/diagnostic.ts';
import { Trace } from '../../files/trace.ts';
import type { Recipient } from '../../letters/recipients/recipient.ts';
import { withSignatories } from '../signatories.ts';
import { writeOutput } from '../write-output.ts';
import { mergeLetter } from './make-letter.ts';
import type { GroupTarget } from './one-file.ts';

/**
 * Writes the draft of each letter that was written; what is wrong with a letter was told then.
 *
 * @param names of PDFs by id
 */
export async function writeDrafts(
  recipients: readonly Recipient[],
  names: ReadonlyMap<string, string>,
  { set, folder, ...context }: GroupTarget,
  report: Report,
): Promise<void> {
  // What composes e-mails is loaded by nobody else.
  const { emailDraft } = await import('../../letters/email/email-draft.ts');
  const { strings } = context.workspace.open(new Report(), new Trace()).library;
  for (const recipient of recipients) {
    const name = names.get(recipient.id)!;
    const merged = await mergeLetter(set, recipient, context, new Report(), new Trace());
    if (!merged) continue;
    const { letter } = merged;
    const { edition } = withSignatories(
      context.workspace,
      merged.edition,
      strings,
      new Report(),
      new Trace(),
    );
    const attachments = [{ name, bytes: readFileSync(join(folder, name)) }];
    const { opening, closing } = letter;
    const bytes = await emailDraft({ edition, recipient, opening, closing, attachments });
    writeOutput(
      { output: folder, path: name.replace(/\.pdf$/, '.eml'), bytes },
      recipient.source.span,
      report,
    );
  }
}
