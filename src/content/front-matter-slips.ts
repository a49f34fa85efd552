/** What keeps front matter from being YAML, in the words of somebody who has not heard of YAML. */
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { FIELD_NAME } from '../files/field-name.ts';
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
  const lines = text.split('\n');
  const names = fieldNames(fields);
  let found = false;
  for (const [index, written] of lines.entries()) {
    const [, indent = '', name = '', colon = '', value = ''] = FIELD.exec(written) ?? [];
    if (!names.has(name) || (colon === ':' && /^(?:\s|$)/.test(value))) continue;
    found = true;
    const wrong = colon === ':' ? 'has no space after its colon' : `has a “${colon}” instead of a colon`;
    const span = { file, line: line + index, column: indent.length + 1, length: name.length + 1 };
    report.error('yaml-syntax', span, `“${name}” ${wrong}`, {
      hint: `write “${name}: ${value.trim() || '…'}”`,
    });
  }
  if (found) return;
  const told = new Set<number | undefined>();
  for (const diagnostic of said) {
    // One line that is no YAML is one fault, whatever the parser makes of it.
    if (told.has(diagnostic.span?.line)) continue;
    told.add(diagnostic.span?.line);
    const index = (diagnostic.span?.line ?? 0) - line;
    report.add({ ...diagnostic, ...remedy(lines, index, names) });
  }
}

/** A field; its colon may be that of another script, which keyboards give where YAML wants its own. */
const FIELD = new RegExp(String.raw`^(\s*(?:- +)?)(${FIELD_NAME}) ?([:：﹕])(.*)$`, 'u');
const CURLY = new RegExp(String.raw`^\s*(?:- +)?(?:${FIELD_NAME}:\s+)?[“”„‟‘’]`, 'u');
const NO_COLON = new RegExp(`^(${FIELD_NAME})(?: +|$)([^:]*)$`, 'u');
const BEGUN = new RegExp(`^(${FIELD_NAME}):`, 'u');

/** What else can be said of a line that is no YAML. */
function remedy(
  lines: readonly string[],
  index: number,
  names: ReadonlySet<string>,
): Partial<Pick<Diagnostic, 'message' | 'hint'>> {
  const written = lines[index] ?? '';
  if (CURLY.test(written))
    return { hint: 'curly quotation marks are none to YAML: put straight ones around the text, "…"' };
  const [, name = '', value = ''] = NO_COLON.exec(written) ?? [];
  if (names.has(name))
    return { message: `“${name}” has no colon`, hint: `write “${name}: ${value.trim() || '…'}”` };
  // Where something else than a field follows an empty line, the text has begun.
  const empty = lines.slice(0, index).lastIndexOf('');
  const [, begun] = BEGUN.exec(lines[empty + 1] ?? '') ?? [];
  return empty >= 0 && !names.has(begun ?? '')
    ? { hint: 'if the text begins here, put a line “---” in the empty line above it' }
    : {};
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
