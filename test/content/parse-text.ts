/** Parses the text of a content file that is on no disk: what comes of it, and what is said of it. */
import type { Edition } from '../../src/content/edition.ts';
import { parseEdition } from '../../src/content/parse.ts';
import { type Diagnostic, Report } from '../../src/diagnostics/diagnostic.ts';
import type { ProjectFiles } from '../../src/files/project-files.ts';
import { dumpDiagnostics } from './dump.ts';

export interface Parsed {
  readonly edition: Edition | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The diagnostics, a line for each. */
  readonly said: readonly string[];
}

/** @param options `files` when it has pictures */
export function parse(source: string, options: { readonly files?: ProjectFiles } = {}): Parsed {
  const report = new Report();
  const edition = parseEdition(
    { file: 'content/x/en.md', slug: 'x', lang: 'en', source, ...options },
    report,
  );
  const { diagnostics } = report;
  return { edition, diagnostics, said: dumpDiagnostics(diagnostics) };
}
