/** What keeps front matter from being YAML, in the words of somebody who has not heard of YAML. */
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { type Field, type Fields, innerFields } from './fields/field.ts';

/**
 * Reports front matter that is no YAML: a colon without its space where there is one, which explains the rest, or else what the
 * parser said.
 *
 * @param line the line of the file on which the YAML starts
 */
export function reportNoYaml(
  { text, line, file }: { readonly text: string; readonly line: number; readonly file: string },
  said: readonly Diagnostic[],
  fields: Fields,
  report: Report,
): void {
  // A colon may be that of another script, which keyboards give where YAML wants its own.
  const field = /^(\s*(?:- +)?)([\p{L}_][\p{L}\p{M}\p{N}_-]*) ?([:：﹕])(.*)$/u;
  const curly = /^\s*(?:- +)?(?:[\p{L}\p{N}_-]+:\s+)?[“”„‟‘’]/u;
  const lines = text.split('\n');
  const names = fieldNames(fields);
  let found = false;
  for (const [index, written] of lines.entries()) {
    const [, indent = '', name = '', colon = '', value = ''] = field.exec(written) ?? [];
    if (!names.has(name) || (colon === ':' && /^(?:\s|$)/.test(value))) continue;
    found = true;
    const wrong = colon === ':' ? 'has no space after its colon' : `has a “${colon}” instead of a colon`;
    const span = { file, line: line + index, column: indent.length + 1, length: name.length + 1 };
    report.error('yaml-syntax', span, `“${name}” ${wrong}`, {
      hint: `write “${name}: ${value.trim() || '…'}”`,
    });
  }
  if (found) return;
  for (const diagnostic of said) {
    const written = lines[(diagnostic.span?.line ?? 0) - line] ?? '';
    report.add(
      curly.test(written)
        ? {
            ...diagnostic,
            hint: 'curly quotation marks are none to YAML: put straight ones around the text, "…"',
          }
        : diagnostic,
    );
  }
}

/** Names of fields, also inside others. */
function fieldNames(fields: Fields): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (inside: Fields): void => {
    for (const [name, field] of Object.entries(inside)) {
      names.add(name);
      add(fieldsBelow(field));
    }
  };
  add(fields);
  return names;
}

function fieldsBelow(field: Field): Fields {
  if (field.type === 'list' || field.type === 'named') return fieldsBelow(field.of);
  return innerFields(field) ?? {};
}
