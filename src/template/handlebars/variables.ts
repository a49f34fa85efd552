/**
 * Looking up and printing variables while a template runs. Only own fields of plain data are ever read.
 */
import { DiagnosticError, type SourceSpan } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { Application } from './application.ts';
import { BlocksValue, LocalizedValue, Markup, PictureVariable, TextValue } from './values.ts';

export interface Lookup {
  /** As the author wrote it, for messages. */
  readonly original: string;
  readonly start: unknown;
  readonly parts: readonly string[];
  /** In a test, what an absent value would hold is absent too. */
  readonly lax: boolean;
  readonly at: SourceSpan;
}

/** The value of a variable; throws `template-variable` when there is none of that name. */
export function getVariable({ original, start, parts, lax, at }: Lookup): unknown {
  let value = start;
  for (const [index, part] of parts.entries()) {
    const rest = parts.slice(index).join('.');
    const holder =
      original.slice(0, Math.max(0, original.length - rest.length)).replace(/[./]$/, '') || 'this';
    const span = { ...at, length: original.length };
    if (value === null || value === undefined) {
      if (lax) return null;
      throw new DiagnosticError(
        'template-variable',
        span,
        `"${holder}" is absent here, so "${original}" has no value`,
        {
          hint: `write {{#if ${holder}}}…{{/if}} around it`,
        },
      );
    }
    if (isData(value) && Object.hasOwn(value, part)) {
      value = (value as Readonly<Record<string, unknown>>)[part];
    } else if (lax && isData(value)) return null;
    else {
      const known = isData(value) ? Object.keys(value) : [];
      const prefix = holder === 'this' ? '' : `${holder}.`;
      const message = `there is no variable "${prefix}${part}"${didYouMean(part, known, (name) => `"${prefix}${name}"`)}`;
      const hint =
        known.length > 0 ? { hint: `known here: ${known.map((name) => prefix + name).join(', ')}` } : {};
      throw new DiagnosticError('template-variable', span, message, hint);
    }
  }
  return value;
}

/** What `{{value}}` prints. Numbers print in Latin digits, as attributes need them; `number` gives a language's. */
export function printValue(value: unknown, application: Application, at: SourceSpan): string | Markup {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Markup) return value;
  if (value instanceof LocalizedValue) return value.in(application.language);
  if (value instanceof TextValue) return value.written();
  if (value instanceof PictureVariable) return value.src;
  if (value instanceof BlocksValue) return application.place({ type: 'blocks', of: value.of });
  const list = Array.isArray(value);
  const hint = list
    ? 'go through it with {{#each}}, or print it with {{join}}'
    : `name one of its fields: ${Object.keys(value).join(', ')}`;
  const message = list ? 'a list cannot be printed' : 'a group of values cannot be printed';
  throw new DiagnosticError('template-variable', at, message, { hint });
}

/** Plain data, whose own fields are open to templates. */
export function isData(value: unknown): value is object {
  const sealed = [TextValue, BlocksValue, Markup, LocalizedValue].some((kind) => value instanceof kind);
  return typeof value === 'object' && value !== null && !sealed;
}
