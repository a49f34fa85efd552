/** What is remembered of letters: their manifest, sent-list.csv beside it, and which of them are to nobody any more. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { reasonOf } from '../../files/disk.ts';
import { writeAtomically } from '../../files/write-file.ts';
import type { EditionRecord } from '../manifest.ts';
import { updateManifest } from '../manifest-update.ts';
import { SENT_LIST, sentList } from './sent-list.ts';

export interface LetterRecords {
  /** Absolute path of the folder of the letters. */
  readonly folder: string;
  /** The list, for messages. */
  readonly list: string;
  /** Names of PDFs by id, of everybody on the list. */
  readonly names: ReadonlyMap<string, string>;
  /** Those that were asked for, with their records where they are as they should be. */
  readonly letters: readonly { readonly id: string; readonly record?: EditionRecord }[];
}

/** Writes what is known now of all letters, those that were not asked for too. */
export function recordLetters({ folder, list, names, letters }: LetterRecords, report: Report): void {
  const made = letters.flatMap(({ record }) => record ?? []);
  const asked = new Set(letters.map(({ id }) => names.get(id)));
  const ids = new Map([...names].map(([id, name]) => [name, id]));
  let known: readonly EditionRecord[] = made;
  try {
    if (made.length > 0) mkdirSync(folder, { recursive: true });
    updateManifest(folder, (manifest) => {
      const others = manifest.editions.filter(
        ({ path }) => !asked.has(path) && existsSync(join(folder, path)),
      );
      known = [...others, ...made];
      return { ...manifest, editions: known };
    });
    for (const { path } of known) if (!ids.has(path)) reportOrphan(join(folder, path), list, report);
    const sent = known.flatMap((record) => {
      const id = ids.get(record.path);
      return id === undefined ? [] : [{ id, record }];
    });
    if (sent.length > 0) writeAtomically(join(folder, SENT_LIST), Buffer.from(sentList(sent), 'utf8'));
  } catch (error) {
    const message = `the record of letters in ${folder} cannot be written (${reasonOf(error)})`;
    report.error('file-unreadable', { file: 'manifest.json' }, message);
  }
}

function reportOrphan(path: string, list: string, report: Report): void {
  report.warning('output-orphaned', { file: list }, `${path} is a letter to nobody on the list any more`, {
    hint: 'delete it, or put its recipient back on the list',
  });
}
