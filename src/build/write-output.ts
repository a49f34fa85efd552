/** Writes a PDF into the output folder, whole or not at all; what is in the way is told, and the last good one stays. */
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { resolveInside } from '../files/containment.ts';
import { reasonOf } from '../files/disk.ts';
import { isHeld, type Rename, writeAtomically } from '../files/write-file.ts';

export interface OutputFile {
  /** Absolute path of the output folder. */
  readonly output: string;
  /** Relative to it, with `/` separators. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Whether it was written.
 *
 * @param place what it was made from, for messages
 * @param rename stands in for the disk's own
 */
export function writeOutput(
  { output, path, bytes }: OutputFile,
  place: SourceSpan,
  report: Report,
  rename?: Rename,
): boolean {
  const inside = resolveInside(output, path);
  if (inside.problem !== undefined) {
    report.error('path-outside-project', place, `the output path "${path}" ${inside.problem}`);
    return false;
  }
  try {
    writeAtomically(inside.path, bytes, rename);
    return true;
  } catch (error) {
    report.error(
      'file-unreadable',
      place,
      isHeld(error)
        ? `${inside.path} cannot be replaced (${reasonOf(error)}): it is open in another program, or may not be written to`
        : `${inside.path} cannot be written (${reasonOf(error)})`,
      { hint: 'close it where it is open, check that the folder may be written to, and build again' },
    );
    return false;
  }
}
