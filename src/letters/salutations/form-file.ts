/** What templates/salutations/<lang>.yaml may hold: how letters begin and end, for each role and gender, and who says so. */
import * as v from 'valibot';
import { GENDERS, ROLES } from '../recipients/columns.ts';

/** Columns of the list whose values a form may print. */
export const FORM_FIELDS: readonly string[] = ['name', 'honorific', 'title', 'office', 'organisation'];
const PLACEHOLDER = /\{([^{}]*)\}/g;

const LineSchema = v.pipe(
  v.string('must be text'),
  v.trim(),
  v.nonEmpty('has no text'),
  v.check(
    (line) =>
      placeholdersOf(line).every((name) => FORM_FIELDS.includes(name)) &&
      !/[{}]/.test(line.replace(PLACEHOLDER, '')),
    `may have ${FORM_FIELDS.map((name) => `{${name}}`).join(', ')} in it, and no other field`,
  ),
);

const FormSchema = v.strictObject({ opening: LineSchema, closing: LineSchema });
/** `any` serves whatever the gender is, and where it is not known. */
const RoleSchema = v.strictObject(v.entriesFromList(['any', ...GENDERS], v.optional(FormSchema)));

export const FormFileSchema = v.strictObject({
  /** Protocol manuals, style guides, or who wrote them. */
  source: v.optional(v.string('must be text')),
  /** yes once a native speaker has read all of it. */
  reviewed: v.optional(v.picklist(['yes', 'no'], "must be 'yes' or 'no', in quotation marks")),
  /** For whom no form is known, where bayan.yaml allows it. */
  neutral: v.optional(FormSchema),
  ...v.entriesFromList(ROLES, v.optional(RoleSchema)),
});

export type FormFile = v.InferOutput<typeof FormFileSchema>;
export type Form = v.InferOutput<typeof FormSchema>;

/** The names between the braces of a line. */
export function placeholdersOf(line: string): readonly string[] {
  return [...line.matchAll(PLACEHOLDER)].map(([, name]) => name!);
}

/** A line as what stands between its placeholders, and their names, by turns: `['Dear ', 'name', ',']`. */
export function splitLine(line: string): readonly string[] {
  return line.split(PLACEHOLDER);
}
