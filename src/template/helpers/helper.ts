/**
 * What a template helper is: its name and arguments, which are checked before any template runs, and a
 * function from values to a value. docs/templates.md lists the helpers from these definitions.
 */
import { DiagnosticError, type SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { Application } from '../handlebars/application.ts';
import { TextValue } from '../handlebars/values.ts';

export interface HelperCall {
  readonly name: string;
  /** Strings, numbers, booleans, null, `TextValue`, `Markup`, or plain data. */
  readonly params: readonly unknown[];
  /** Named arguments: `size="30mm"`. */
  readonly hash: Readonly<Record<string, unknown>>;
  readonly application: Application;
  /** Where the call stands in the template. */
  readonly at: SourceSpan;
}

export interface HelperDefinition {
  readonly name: string;
  readonly summary: string;
  readonly example: string;
  /** The least and the most unnamed arguments. */
  readonly params: readonly [number, number];
  /** Named arguments; `any` when the template's author names them. */
  readonly hash: readonly string[] | 'any';
  /** True when an argument may come from something absent, as in a test: `{{#if (not contact.email)}}`. */
  readonly lax?: boolean;
  /** True when `{{{name …}}}` is as right as `{{name …}}`, because what it prints is a placeholder. */
  readonly placeholder?: boolean;
  /** Faults are thrown with `helperFault`. */
  readonly run: (call: HelperCall) => unknown;
}

/** The error to throw when the arguments of a helper do not fit. */
export function helperFault(call: HelperCall, message: string, hint?: string): DiagnosticError {
  return new DiagnosticError('template-helper', call.at, `${call.name}: ${message}`, hint ? { hint } : {});
}

/** A value in words, for messages. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'an absent value';
  if (value instanceof TextValue) return JSON.stringify(value.toString());
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of values';
  return JSON.stringify(value);
}
