/** What became of a case, and what of that is a fault of Bayan's. */
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { readPdf } from '../../src/pdf/inspect/read.ts';

/** `crash` and `hang` are seen from outside the process. */
export const FAULTS = ['crash', 'internal', 'hang', 'no place', 'output lost'] as const;
export type Fault = (typeof FAULTS)[number];

/** What a case came to. */
export interface Outcome {
  readonly verdicts: readonly Verdict[];
  /** PDFs that were written. */
  readonly printed: number;
}

export interface Verdict {
  readonly fault: Fault;
  readonly detail: string;
}

/** What is wrong with a whole file, or is missing from it, has no line. */
const OF_WHOLE_FILES: ReadonlySet<string> = new Set([
  'encoding-not-utf8',
  'file-too-large',
  'file-unreadable',
  'content-empty',
  'content-name',
  'font-corrupt',
  'font-missing',
  'font-not-embeddable',
  'page-overflow',
  'svg-too-large',
  'project-invalid',
  'template-missing',
  'string-missing',
]);

export function judgeMessages(diagnostics: readonly Diagnostic[]): Verdict[] {
  return diagnostics.flatMap(({ code, message, span, detail }): Verdict[] => {
    const told = `${span?.file ?? '?'}:${span?.line ?? '?'} ${code}: ${message}`;
    if (code === 'internal') return [{ fault: 'internal', detail: `${told}\n${detail ?? ''}` }];
    if (span === undefined || (span.line === undefined && !OF_WHOLE_FILES.has(code)))
      return [{ fault: 'no place', detail: told }];
    return [];
  });
}

/**
 * @param expected what a content file promised, by its path, and whether it was written
 * @param failed whether there was an error
 */
export function judgeOutput(path: string, pdf: Uint8Array | undefined, failed: boolean): Verdict[] {
  if (!pdf)
    return failed ? [] : [{ fault: 'output lost', detail: `${path}: nothing was written and nothing said` }];
  try {
    if (readPdf(pdf).pages().length > 0) return [];
    return [{ fault: 'output lost', detail: `${path}: a PDF without a page` }];
  } catch (error) {
    return [{ fault: 'output lost', detail: `${path}: a PDF that cannot be read: ${error}` }];
  }
}
