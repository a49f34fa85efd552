/** The fields a text may have: the common ones and those of its kinds. */
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import { COMMON_FIELDS } from './common-fields.ts';
import type { Field, Fields } from './field.ts';
import { type KindFields, sameField } from './kind-fields.ts';

/**
 * The fields of a text of these kinds, which must exist. Faults in declarations are reported where they are; of a field that two
 * kinds declare in two ways, it is said where the second kind is asked for.
 *
 * @param placeOf where the kind of an index is asked for
 */
export function gatherFields(
  asked: readonly string[],
  kinds: KindFields,
  report: Report,
  placeOf: (index: number) => SourceSpan | undefined,
): Fields {
  const fields = new Map<string, { readonly field: Field; readonly kind?: string }>(
    Object.entries(COMMON_FIELDS).map(([name, field]) => [name, { field }]),
  );
  for (const [index, kind] of asked.entries())
    for (const [name, field] of Object.entries(kinds.declaration(kind, report).fields)) {
      const known = fields.get(name);
      if (known?.kind !== undefined && !sameField(known.field, field)) {
        const message = `“${name}” is one thing in ${known.kind} and another in ${kind}`;
        report.error('template-field', placeOf(index), message, {
          hint: `declare it alike in ${kinds.fileOf(known.kind)} and ${kinds.fileOf(kind)}, or give one of the two another name`,
        });
      } else {
        const required = known?.field.required === true || field.required === true;
        fields.set(name, { field: { ...field, required }, kind });
      }
    }
  return Object.fromEntries([...fields].map(([name, { field }]) => [name, field]));
}
