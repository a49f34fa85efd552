/**
 * Takes the parts of a spreadsheet out of its archive, within bounds: an archive of a few kilobytes may say that it holds
 * gigabytes, and no list of people does.
 */
import { type UnzipFileInfo, unzipSync } from 'fflate';

/** Unpacked, together: a list of a hundred thousand people has about 40 MB. */
const MOST_BYTES = 96 * 1024 * 1024;
/** What the parts that hold text, styles and names are called; pictures and the like stay packed. */
const WANTED = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|.*\.xml)$/;
const UNWANTED = /^xl\/(?:theme|media|drawings|charts|pivotCache|externalLinks)\//;

/** Why an archive cannot be used, in words that follow “the file”. */
export class ArchiveProblem extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/**
 * The parts, as text, by their names.
 *
 * @throws ArchiveProblem
 */
export function unpack(bytes: Uint8Array): ReadonlyMap<string, string> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new ArchiveProblem(
      'is protected by a password, or is of Excel before 2007',
      'open it and save it as “Excel Workbook (.xlsx)”, without a password',
    );
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new ArchiveProblem('is no spreadsheet', 'save it from your spreadsheet as .xlsx, or as CSV UTF-8');
  let total = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!WANTED.test(name) || UNWANTED.test(name)) return false;
    total += originalSize;
    if (total > MOST_BYTES)
      throw new ArchiveProblem(
        `holds more than ${MOST_BYTES / 1024 / 1024} MB once it is unpacked`,
        'copy the list into a new spreadsheet, or save it as CSV UTF-8',
      );
    return true;
  };
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof ArchiveProblem) throw error;
    throw new ArchiveProblem('is damaged: its archive cannot be opened', 'open it and save it again');
  }
  const decoder = new TextDecoder('utf-8');
  return new Map(Object.entries(parts).map(([name, part]) => [name, decoder.decode(part)]));
}
