/**
 * What an author wrote and nobody will read: fields, or the text itself, that none of a text's kinds prints. A template that
 * leaves something out is right by itself; a document that loses a telephone number is not.
 */
import type { Edition } from '../content/edition.ts';
import { COMMON_FIELDS } from '../content/fields/common-fields.ts';
import type { Field, Fields, FieldValue, FieldValues } from '../content/fields/field.ts';
import { type FieldPath, fieldName, pathKey } from '../content/fields/field-path.ts';
import { isRecord, visitFields } from '../content/fields/visit.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Trace } from '../files/trace.ts';
import type { TemplateSet } from './handlebars/template-set.ts';

/**
 * Warns (`field-unprinted`) of what none of the kinds prints; says nothing while one of their templates is faulty. A template
 * is asked only while the kinds before it leave something out: most texts need no template for this but their first.
 *
 * @param trace notes the templates that were asked, and what they declare
 */
export function reportUnprinted(
  edition: Edition,
  templates: TemplateSet,
  report: Report,
  trace: Trace,
): void {
  const { kinds } = edition.frontMatter;
  const values: FieldValues = { ...edition.frontMatter, ...edition.declared, body: edition.body.length > 0 };
  const kindFields = templates.kindFields.recording(trace);
  const declared = Object.assign({}, ...kinds.map((kind) => kindFields.fieldsOf(kind))) as Fields;
  const fields: Fields = { ...COMMON_FIELDS, ...declared };
  const names = new Set<string>();
  let lost: readonly Lost[] = [];
  for (const kind of kinds) {
    const printed = templates.printedFields(kind, trace);
    if (!printed) return;
    for (const { field, guards } of printed)
      if (guards.every((guard) => isThere(values, guard.field) === guard.present)) names.add(field);
    lost = lostFields(fields, values, edition, names);
    if (lost.length === 0 && (edition.body.length === 0 || names.has('body'))) return;
  }
  const where = kinds.length === 1 ? `by ${kinds[0]}` : `by any of its kinds: ${kinds.join(', ')}`;
  for (const { path, name, print } of lost) {
    const span = edition.places.get(path) ?? { file: edition.file };
    report.warning('field-unprinted', span, `${name} is not printed ${where}`, {
      hint: `take it out, or let a template print it: ${print}`,
    });
  }
  const [first] = edition.body;
  if (first && !names.has('body'))
    report.warning('field-unprinted', first.span, `the text below the front matter is not printed ${where}`, {
      hint: 'add a kind that prints it, such as brief',
    });
}

/** Whether a field is printed by itself, as a part of what holds it, or by the name of the whole. */
function isPrinted(path: string, names: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1))
    if (names.has(path.slice(0, end))) return true;
  return names.has(path.replace(/[.[].*$/, ''));
}

interface Lost {
  readonly path: string;
  /** As messages name it. */
  readonly name: string;
  /** How a template prints it. */
  readonly print: string;
}

/** Fields that are not printed; a map or list of which nothing is printed is one of them, instead of all that is in it. */
function lostFields(
  fields: Fields,
  values: FieldValues,
  { places }: Edition,
  names: ReadonlySet<string>,
): readonly Lost[] {
  const lost: Lost[] = [];
  for (const [name, field] of Object.entries(fields)) {
    if (field.silent === true || !places.has(name)) continue;
    const leaves: { readonly path: FieldPath; readonly pattern: string; readonly printed: boolean }[] = [];
    visitFields({ [name]: field }, values, (inner, value, path) => {
      const pattern = path
        .map((part) => (typeof part === 'number' ? '[]' : `.${part}`))
        .join('')
        .slice(1);
      // Of the items of a list, the first speaks for all.
      const known = leaves.some((leaf) => leaf.pattern === pattern);
      if (!known && isLeaf(inner, value, places.has(pathKey(path))))
        leaves.push({ path, pattern, printed: isPrinted(pattern, names) });
    });
    const missed = leaves.filter(({ printed }) => !printed);
    if (missed.length === leaves.length && missed.length > 0)
      lost.push({ path: name, name: fieldName([name]), print: printing(name, field) });
    else
      for (const { path } of missed)
        lost.push({ path: pathKey(path), name: fieldName(path), print: printing(pathKey(path), field) });
  }
  return lost;
}

/** Handlebars that prints a value, of the field itself or of one inside it. */
function printing(path: string, { type }: Field): string {
  const [name = ''] = path.split('.');
  if (type === 'list') return `{{#each ${name}}}…{{/each}}`;
  if (type === 'map' || type === 'picture')
    return path === name ? `{{#with ${name}}}…{{/with}}` : `{{${path}}}`;
  return type === 'markdown' ? `{{inline ${name}}}` : `{{${name}}}`;
}

/** A value that is no map or list. What is false unless the author says otherwise counts only where it is written. */
function isLeaf(field: Field, value: FieldValue, written: boolean): boolean {
  if (field.silent === true || (field.type === 'boolean' && !written)) return false;
  return typeof value !== 'object';
}

/** What Handlebars takes for nothing, besides an empty list. */
const NOTHING: ReadonlySet<unknown> = new Set(['', false, 0]);

/** Whether there is something at a path of fields: what `{{#if}}` asks. */
function isThere(values: FieldValues, path: string): boolean {
  let value: FieldValue | undefined = values;
  for (const name of path.split('.')) value = isRecord(value) ? value[name] : undefined;
  return Array.isArray(value) ? value.length > 0 : value !== undefined && !NOTHING.has(value);
}
