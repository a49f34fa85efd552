/**
 * Front matter: the YAML between two `---` lines at the top of a content file, checked against the fields that every document
 * has and those that its kinds declare. Every complaint points at the line and column of the field it is about.
 */
import { Report } from '../diagnostics/diagnostic.ts';
import { YamlDocument } from '../files/yaml-document.ts';
import { isYamlMap, type YamlMap, type YamlValue } from '../files/yaml-nodes.ts';
import { checkFields } from './fields/check.ts';
import { COMMON_FIELDS, type FrontMatter, isFrontMatter } from './fields/common-fields.ts';
import type { Fields, FieldValues } from './fields/field.ts';
import { gatherFields } from './fields/gather.ts';
import type { KindFields } from './fields/kind-fields.ts';
import { reportNoYaml } from './front-matter-slips.ts';

export type { FrontMatter } from './fields/common-fields.ts';

export interface FrontMatterResult {
  readonly frontMatter: FrontMatter;
  /** Values of the fields that the kinds of the file declare. */
  readonly declared: FieldValues;
  /** All fields the file may have. */
  readonly fields: Fields;
  /** Where each value stands. */
  readonly yaml: YamlDocument;
}

/**
 * Reads and checks front matter.
 *
 * @param text the YAML, without its `---` lines
 * @param line the line of `file` on which `text` starts
 * @param kinds the kinds of document there are; without them only the common fields exist, and no kind is looked for
 * @returns undefined after reporting `yaml-syntax`, `front-matter-unknown`, `front-matter-missing`,
 *   `front-matter-invalid`, `image-alt`, `template-missing` or `template-field`, as many as there are
 */
export function parseFrontMatter(
  file: string,
  text: string,
  line: number,
  report: Report,
  kinds?: KindFields,
): FrontMatterResult | undefined {
  const own = new Report();
  const yaml = YamlDocument.parse(text, { file, line, scalars: 'text', what: 'the front matter' }, own);
  const value = yaml?.value as YamlValue | undefined;
  if (!yaml || value === undefined || !isYamlMap(value)) {
    if (yaml) {
      const message = 'front matter must be fields: “name: value”, one a line';
      own.error('front-matter-invalid', yaml.span([]), message, { hint: 'begin it with “title: …”' });
    }
    const declared = (kinds?.kinds ?? []).map((kind) => kinds!.fieldsOf(kind));
    const fields = Object.assign({}, ...declared, COMMON_FIELDS) as Fields;
    return void reportNoYaml({ file, text, line }, own.diagnostics, fields, report);
  }
  const asked = kinds
    ? fieldsFor(askedKinds(value), kinds, yaml, report)
    : { fields: COMMON_FIELDS, sound: true };
  const values = checkFields(asked.fields, value, {
    yaml,
    report,
    open: !asked.sound,
    ...(kinds && { kinds: kinds.kinds }),
    elsewhere: (name) => otherKind(name, kinds),
  });
  if (!values || !asked.sound) return undefined;
  const entries = Object.entries(values);
  const common = Object.fromEntries(entries.filter(([name]) => Object.hasOwn(COMMON_FIELDS, name)));
  const declared = Object.fromEntries(entries.filter(([name]) => !Object.hasOwn(COMMON_FIELDS, name)));
  return isFrontMatter(common) ? { frontMatter: common, declared, fields: asked.fields, yaml } : undefined;
}

/** The kinds that a file asks for, before anything of it is checked. */
function askedKinds({ kinds }: YamlMap): readonly string[] {
  if (kinds === undefined) return COMMON_FIELDS.kinds.fallback;
  return Array.isArray(kinds) ? kinds.map((kind) => (typeof kind === 'string' ? kind.trim() : '')) : [];
}

/** The common fields and those of the kinds asked for; not sound when a kind is missing or faulty. */
function fieldsFor(
  asked: readonly string[],
  kinds: KindFields,
  yaml: YamlDocument,
  report: Report,
): { readonly fields: Fields; readonly sound: boolean } {
  const own = report.child();
  const known = asked.filter((kind) => kinds.kinds.includes(kind));
  // A kind that the file names is reported where the name is checked.
  if (known.length < asked.length && !yaml.has(['kinds'])) {
    const message = `without “kinds” a text is a ${asked[0]}, and there is no template for it`;
    own.error('template-missing', yaml.span([]), message, {
      hint: `add a line “kinds: [${kinds.kinds[0] ?? '…'}]”`,
    });
  }
  const fields = gatherFields(known, kinds, own, (index) =>
    yaml.span(['kinds', asked.indexOf(known[index]!)]),
  );
  return { fields, sound: known.length === asked.length && !own.hasErrors };
}

/** What to say of a field that other kinds have. */
function otherKind(name: string, kinds: KindFields | undefined): string | undefined {
  const those = kinds?.kindsWith(name) ?? [];
  return those.length === 0
    ? undefined
    : `it is a field of ${those.join(' and ')}: add ${those[0]} to “kinds”`;
}
