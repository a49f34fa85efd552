/** Many letters in one file, for whoever prints them: those of a language, or those to a country, each with its bookmark. */
import { byCodeUnit } from '../../diagnostics/code-unit-order.ts';
import { Report } from '../../diagnostics/diagnostic.ts';
import { Trace } from '../../files/trace.ts';
import { type Recipient, textIn } from '../../letters/recipients/recipient.ts';
import type { FilePart } from '../../paint/paint.ts';
import { paintFile } from '../make.ts';
import { writeOutput } from '../write-output.ts';
import { fileName } from './letter-name.ts';
import type { LetterSet } from './letter-set.ts';
import { type LetterContext, layOutLetter } from './make-letter.ts';

export type Grouping = 'by-language' | 'by-country';

export interface GroupTarget extends LetterContext {
  readonly set: LetterSet;
  /** Absolute path of the folder of these letters. */
  readonly folder: string;
}

/** Writes a file for each language or country, `all.fa-AF.pdf`; what is wrong with a letter was told when it was written. */
export async function writeGroups(
  recipients: readonly Recipient[],
  grouping: Grouping,
  { set, folder, ...context }: GroupTarget,
  report: Report,
): Promise<void> {
  const groups = new Map<string, Recipient[]>();
  for (const recipient of recipients) {
    const name =
      grouping === 'by-language'
        ? recipient.language
        : (textIn(recipient, 'country')?.trim() ?? 'no country');
    const group = groups.get(name);
    if (group) group.push(recipient);
    else groups.set(name, [recipient]);
  }
  for (const [name, members] of [...groups].sort(([a], [b]) => byCodeUnit(a, b))) {
    const parts: FilePart[] = [];
    for (const recipient of members) {
      const letter = await layOutLetter(set, recipient, context, new Report(), new Trace());
      const [first, ...others] = letter ?? [];
      if (first) parts.push({ ...first, bookmark: recipient.id }, ...others);
    }
    const [first, ...others] = parts;
    if (!first) continue;
    const { bytes } = await paintFile([first, ...others]);
    writeOutput({ output: folder, path: fileName(`all.${name}`), bytes }, { file: set.list.file }, report);
  }
}
