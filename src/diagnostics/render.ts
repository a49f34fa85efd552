/**
 * Prints diagnostics: with the source line and a caret for people, as JSON for programs. The only place where diagnostics become text.
 */
import { styleText } from 'node:util';
import { compareDiagnostics, type Diagnostic, type SourceSpan } from './diagnostic.ts';
import { printable } from './display-width.ts';
import { quoteSource } from './render-source.ts';

export interface RenderOptions {
  /** Colours (ANSI escape sequences). */
  readonly color?: boolean;
  /** The text goes to a terminal, which reorders right-to-left text: quoted lines are isolated (UAX #9). */
  readonly terminal?: boolean;
  /** Columns the quoted line may take; 100 when absent. */
  readonly columns?: number;
  /** The text of a file named in a span; undefined when it cannot be read. */
  readonly source?: (file: string) => string | undefined;
}

/** Faults of one kind in one file that are shown. */
const MOST_ALIKE = 50;

export type Color = 'red' | 'yellow' | 'cyan' | 'dim' | 'bold' | 'green';

/** Colours a text, or leaves it as it is. */
export function paintText(text: string, color: Color, enabled: boolean | undefined): string {
  // Whether a stream takes colours was decided by the one who holds it.
  return enabled ? styleText(color, text, { validateStream: false }) : text;
}

/**
 * Sorted by place; each with its source line, a caret under what is meant, and its hint. Ends without a newline. Of one
 * kind in one file, the first are shown and the others counted: a text in a script without a face has thousands.
 */
export function renderHuman(diagnostics: readonly Diagnostic[], options: RenderOptions = {}): string {
  const lines = new Map<string, readonly string[]>();
  const lineOf = ({ file, line }: SourceSpan): string | undefined => {
    if (line === undefined) return undefined;
    // A file of thousands of lines may have a fault in each.
    if (!lines.has(file)) lines.set(file, options.source?.(file)?.split(/\r\n|\n|\r/) ?? []);
    return lines.get(file)?.[line - 1];
  };
  const counts = new Map<string, number>();
  const shown: (string | { readonly kind: string; readonly where: string })[] = [];
  for (const diagnostic of [...diagnostics].sort(compareDiagnostics)) {
    const { severity, code, span } = diagnostic;
    const kind = `${severity}[${code}]`;
    const where = span ? ` in ${printable(span.file)}` : '';
    const count = (counts.get(kind + where) ?? 0) + 1;
    counts.set(kind + where, count);
    if (count <= MOST_ALIKE) shown.push(renderOne(diagnostic, lineOf, options));
    else if (count === MOST_ALIKE + 1) shown.push({ kind, where });
  }
  return shown
    .map((entry) => {
      if (typeof entry === 'string') return entry;
      const more = counts.get(entry.kind + entry.where)! - MOST_ALIKE;
      return paintText(`… and ${more} more ${entry.kind}${entry.where}`, 'dim', options.color);
    })
    .join('\n\n');
}

/** Sorted by place; the fields of `Diagnostic`, in one order, to be handed to JSON.stringify. */
export function renderJson(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(compareDiagnostics).map(({ severity, code, message, span, hint, detail }) => ({
    severity,
    code,
    message,
    ...(span && { span }),
    ...(hint !== undefined && { hint }),
    ...(detail !== undefined && { detail }),
  }));
}

/** `2 errors, 1 warning`; empty when there is nothing to say. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity']): string | undefined => {
    const number = diagnostics.filter((d) => d.severity === severity).length;
    return number === 0 ? undefined : `${number} ${severity}${number === 1 ? '' : 's'}`;
  };
  return [count('error'), count('warning')].filter((part) => part !== undefined).join(', ');
}

function renderOne(
  diagnostic: Diagnostic,
  lineOf: (span: SourceSpan) => string | undefined,
  options: RenderOptions,
): string {
  const { severity, code, message, span, hint, detail } = diagnostic;
  const label = paintText(`${severity}[${code}]`, severity === 'error' ? 'red' : 'yellow', options.color);
  const lines = [
    `${paintText(place(span), 'bold', options.color)}${span ? ' ' : ''}${label}: ${oneLine(message)}`,
  ];
  const line = span && lineOf(span);
  if (span && line !== undefined) {
    const gutter = `${span.line}`.padStart(4);
    const bar = paintText('│', 'dim', options.color);
    const quoted = quoteSource(line, span, (options.columns ?? 100) - gutter.length - 3, options.terminal);
    lines.push(`${paintText(gutter, 'dim', options.color)} ${bar} ${quoted.line}`);
    if (quoted.caret)
      lines.push(
        `     ${bar} ${paintText(quoted.caret, severity === 'error' ? 'red' : 'yellow', options.color)}`,
      );
  }
  if (hint) lines.push(`     ${paintText('hint:', 'cyan', options.color)} ${oneLine(hint)}`);
  if (detail) lines.push(detail);
  return lines.join('\n');
}

function place(span: SourceSpan | undefined): string {
  if (!span) return '';
  const position = [span.line, span.line && span.column].filter((part) => part !== undefined);
  return [printable(span.file), ...position].join(':');
}

/** Messages quote what authors wrote; it must not break the layout or reach the terminal as a command. */
function oneLine(text: string): string {
  return printable(text.replace(/\s*[\r\n]+\s*/g, ' '));
}
