/** Diagnostics as lines that a test can compare: `file:line:column: error[code]: message`, sorted by place. */
import { compareDiagnostics, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';

export function faultLines(diagnostics: readonly Diagnostic[]): string {
  return [...diagnostics]
    .sort(compareDiagnostics)
    .map(({ span, severity, code, message }) => {
      const place = [span?.file, span?.line, span?.column].filter((part) => part !== undefined);
      return `${[...place, ''].join(':')}${span ? ' ' : ''}${severity}[${code}]: ${message}`;
    })
    .join('\n');
}
