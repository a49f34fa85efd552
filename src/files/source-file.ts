/** What the door gives: a file, a folder's listing, or why there is none. */
import { createHash } from 'node:crypto';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { DiagnosticError, type Report, type SourceSpan } from '../diagnostics/diagnostic.ts';
import type { EntryKind } from './disk.ts';

/** A file as it was read. */
export interface SourceFile {
  readonly fault?: undefined;
  /** As diagnostics print it. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string;
}

/** An entry of a folder. A link counts as what it leads to; `link` is one that leads nowhere, or out. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

/** A folder as it was listed: without hidden names, in the order of code units. */
export interface FolderListing {
  readonly fault?: undefined;
  readonly path: string;
  readonly entries: readonly FolderEntry[];
  /** SHA-256 of names and kinds, hexadecimal. */
  readonly digest: string;
}

export type FaultKind =
  | 'absent'
  | 'outside'
  | 'broken-link'
  | 'not-a-file'
  | 'not-a-folder'
  | 'too-large'
  | 'unreadable';

/** Why a path gives no file or listing. */
export interface FileFault {
  readonly fault: FaultKind;
  /** As diagnostics print it. */
  readonly path: string;
  /** In words that follow the path. */
  readonly problem: string;
}

/** There is nothing at a path. */
export function absentFault(path: string): FileFault {
  return { fault: 'absent', path, problem: 'does not exist' };
}

/** Its digest is made when somebody first asks. */
export class ReadFile implements SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  #digest: string | undefined;

  constructor(path: string, bytes: Uint8Array) {
    this.path = path;
    this.bytes = bytes;
  }

  get digest(): string {
    this.#digest ??= sha256(this.bytes);
    return this.#digest;
  }
}

/** SHA-256 in hexadecimal. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Reports a fault as `file-missing`, `path-outside-project` or `file-unreadable`, at the file itself where nothing is said. */
export function reportFault(fault: FileFault, report: Report, span?: SourceSpan): undefined {
  report.add(faultOf(fault, span).diagnostic);
}

/** The same, to be thrown. */
export function faultOf(fault: FileFault, span: SourceSpan = { file: fault.path }): DiagnosticError {
  const hint = HINTS[fault.fault];
  return new DiagnosticError(
    CODES[fault.fault] ?? 'file-unreadable',
    span,
    `"${fault.path}" ${fault.problem}`,
    hint === undefined ? {} : { hint },
  );
}

const CODES: Readonly<Partial<Record<FaultKind, DiagnosticCode>>> = {
  absent: 'file-missing',
  outside: 'path-outside-project',
  'too-large': 'file-too-large',
};

const HINTS: Readonly<Partial<Record<FaultKind, string>>> = {
  outside: 'put the file itself where the link is, or copy it into the project',
  'broken-link': 'put the file itself where the link is',
  unreadable: 'check who may read it, and that no other program holds it',
};
