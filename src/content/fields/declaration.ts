/**
 * Reads `templates/<kind>.yaml`, in which a template declares the fields of front matter that it prints besides the common
 * ones. What is wrong with a declaration is told at its line, as `template-field`.
 */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { FIELD_NAME } from '../../files/field-name.ts';
import { YamlDocument } from '../../files/yaml-document.ts';
import { isYamlMap, type YamlValue } from '../../files/yaml-nodes.ts';
import { COMMON_FIELDS } from './common-fields.ts';
import { DeclaredField } from './declared-field.ts';
import type { Field, Fields } from './field.ts';
import { type FieldPath, fieldName } from './field-path.ts';

/** What a template says of its kind of document. */
export interface Declaration {
  /** What the kind is for. */
  readonly help?: string;
  /** Fields by name; one of `COMMON_FIELDS` may be among them, to be required. */
  readonly fields: Fields;
}

/** What a template sees besides fields; a field of such a name would hide it. */
const RESERVED_NAMES: readonly string[] = [
  'brand',
  'letter',
  'lang',
  'dir',
  'kind',
  'hasFootnotes',
  'body',
  'footnotes',
];

const NAME = new RegExp(`^${FIELD_NAME}$`, 'u');

/** Words that mean something to Handlebars or to JavaScript. */
const RESERVED_WORDS: ReadonlySet<string> = new Set(
  'this as else true false null undefined __proto__ constructor prototype'.split(' '),
);

/** The declaration in a file; what is wrong with it is reported, and left out. */
export function readDeclaration(file: string, text: string, report: Report): Declaration {
  const yaml = YamlDocument.parse(text, { file, scalars: 'text', what: 'the file' }, report);
  return yaml ? new DeclarationReader(yaml, report).read() : { fields: {} };
}

/** Goes through a file of declarations, and tells what is wrong where it stands. */
export class DeclarationReader {
  readonly yaml: YamlDocument;
  readonly #report: Report;

  constructor(yaml: YamlDocument, report: Report) {
    this.yaml = yaml;
    this.#report = report;
  }

  read(): Declaration {
    const root = this.yaml.value as YamlValue;
    if (!isYamlMap(root)) {
      this.fail([], 'the file must be a map', 'begin it with “fields:”, and indent the fields below');
      return { fields: {} };
    }
    for (const key of Object.keys(root)) {
      if (key === 'fields' || key === 'help') continue;
      const hint = 'the file has “help” and “fields”; a field goes below “fields:”, indented';
      this.fail([key], `“${key}” is not known here`, hint, 'key');
    }
    const help = this.text(root.help, ['help']);
    const fields = root.fields === undefined ? {} : this.fields(root.fields, ['fields'], COMMON_FIELDS);
    return { ...(help !== undefined && { help }), fields };
  }

  /**
   * @param common fields of every document, of which a declaration may only say more; none inside a map
   * @param owner name of the field they are inside of
   */
  fields(value: YamlValue, path: FieldPath, common?: Fields, owner = ''): Fields {
    if (!isYamlMap(value)) {
      const hint = 'write each on a line of its own, indented: “name: {type: text}”';
      this.fail(path, '“fields” must be a map of fields', hint);
      return {};
    }
    const fields: [string, Field][] = [];
    for (const [name, declared] of Object.entries(value)) {
      const at = [...path, name];
      if (!this.#checkName(name, at, common !== undefined)) continue;
      const known = common && Object.hasOwn(common, name) ? common[name] : undefined;
      const field = new DeclaredField(this, at, `${owner}${name}`, known).read(declared);
      if (field) fields.push([name, field]);
    }
    return Object.fromEntries(fields);
  }

  #checkName(name: string, path: FieldPath, top: boolean): boolean {
    if (!NAME.test(name) || RESERVED_WORDS.has(name)) {
      const hint = 'a name has letters, digits, “-” and “_”, and begins with a letter';
      this.fail(path, `a field cannot be called “${name}”`, hint, 'key');
      return false;
    }
    if (!top || !RESERVED_NAMES.includes(name)) return true;
    const message = `“${name}” is something every template has, not a field`;
    this.fail(path, message, 'give the field another name', 'key');
    return false;
  }

  text(value: YamlValue | undefined, path: FieldPath): string | undefined {
    if (value === undefined || typeof value === 'string') return value?.trim() || undefined;
    const hint = 'text that has “: ” in it goes between quotation marks';
    return this.fail(path, `${fieldName(path)} must be text`, hint);
  }

  fail(
    path: FieldPath,
    message: string,
    hint: string | undefined,
    what: 'key' | 'value' = 'value',
  ): undefined {
    const span = this.yaml.span(path, what);
    this.#report.error('template-field', span, message, hint === undefined ? {} : { hint });
  }
}
