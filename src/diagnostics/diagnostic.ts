/**
 * Diagnostics: what went wrong, where, and what to do about it. Every stage gathers them in a
 * `Report` instead of throwing; the command line sorts and prints them at the edge.
 */
import type { DiagnosticCode } from './catalogue.ts';
import { byCodeUnit } from './code-unit-order.ts';

/** A place in a file of the project. Lines and columns count from 1; columns are UTF-16 code units. */
export interface SourceSpan {
  /** Path relative to the project folder, with `/` separators. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** How many code units the caret underlines; 1 when absent. */
  readonly length?: number;
}

export type Severity = 'error' | 'warning';

export interface Diagnostic {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly span?: SourceSpan;
  readonly hint?: string;
  /** A stack trace, for those who asked for one; printed as it is. */
  readonly detail?: string;
}

export interface DiagnosticOptions {
  readonly hint?: string;
}

/** Gathers diagnostics, dropping exact repeats (the same fault seen by a brief and a flyer). */
export class Report {
  readonly diagnostics: Diagnostic[] = [];
  readonly #seen = new Set<string>();
  readonly #parent: Report | undefined;

  constructor(parent?: Report) {
    this.#parent = parent;
  }

  /**
   * A report of one piece of work: what is added to it is added here too, but it knows only its own, and so tells
   * whether this piece failed.
   */
  child(): Report {
    return new Report(this);
  }

  error(
    code: DiagnosticCode,
    span: SourceSpan | undefined,
    message: string,
    options: DiagnosticOptions = {},
  ): void {
    this.add({ severity: 'error', code, message, ...(span && { span }), ...options });
  }

  warning(
    code: DiagnosticCode,
    span: SourceSpan | undefined,
    message: string,
    options: DiagnosticOptions = {},
  ): void {
    this.add({ severity: 'warning', code, message, ...(span && { span }), ...options });
  }

  add(diagnostic: Diagnostic): void {
    const key = diagnosticKey(diagnostic);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.diagnostics.push(diagnostic);
    this.#parent?.add(diagnostic);
  }

  addAll(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.add(diagnostic);
  }

  get hasErrors(): boolean {
    return this.diagnostics.some((d) => d.severity === 'error');
  }
}

/** What two diagnostics that say the same have in common. */
export function diagnosticKey({ code, message, span }: Diagnostic): string {
  return JSON.stringify([code, message, span]);
}

/** Thrown inside a stage when going on makes no sense; caught at the border of that stage. */
export class DiagnosticError extends Error {
  readonly diagnostic: Diagnostic;

  constructor(
    code: DiagnosticCode,
    span: SourceSpan | undefined,
    message: string,
    options: DiagnosticOptions = {},
  ) {
    super(message);
    this.name = 'DiagnosticError';
    this.diagnostic = { severity: 'error', code, message, ...(span && { span }), ...options };
  }
}

/** Orders diagnostics by file, line, column and code, by code unit so that the order is the same everywhere. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodeUnit(a.span?.file ?? '', b.span?.file ?? '') ||
    (a.span?.line ?? 0) - (b.span?.line ?? 0) ||
    (a.span?.column ?? 0) - (b.span?.column ?? 0) ||
    byCodeUnit(a.code, b.code)
  );
}
