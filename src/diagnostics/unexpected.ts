/**
 * Turns what a stage threw into a diagnostic, so that no stack trace reaches a user who did not ask for one.
 */
import { type Diagnostic, DiagnosticError } from './diagnostic.ts';

/** Its own diagnostic where a stage gave it one; else `internal`, with the stack when BAYAN_DEBUG is 1. */
export function unexpected(error: unknown, file?: string): Diagnostic {
  if (error instanceof DiagnosticError) return error.diagnostic;
  const message = error instanceof Error ? error.message : String(error);
  const stack = process.env.BAYAN_DEBUG === '1' && error instanceof Error ? error.stack : undefined;
  return {
    severity: 'error',
    code: 'internal',
    message: `Bayan did not expect this: ${message.split('\n')[0] || 'an error without a message'}`,
    ...(file !== undefined && { span: { file } }),
    hint: 'please report it, with the file that caused it; BAYAN_DEBUG=1 shows where it happened',
    ...(stack !== undefined && { detail: stack }),
  };
}
