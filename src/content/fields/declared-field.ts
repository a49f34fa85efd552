/** One field in `templates/<kind>.yaml`: its type, and what each type needs to know besides. */
import { nearest } from '../../diagnostics/nearest.ts';
import { isYamlMap, type YamlMap, type YamlValue } from '../../files/yaml-nodes.ts';
import type { DeclarationReader } from './declaration.ts';
import { DECLARED_TYPES } from './declared-types.ts';
import type { Field } from './field.ts';
import type { FieldPath } from './field-path.ts';
import { SCALARS } from './scalars.ts';

const TYPES = DECLARED_TYPES.map(({ type }) => type);

/** Keys of a declared field, and the types they belong to; all types where none is named. */
const KEYS: Readonly<Record<string, Field['type'] | undefined>> = {
  type: undefined,
  required: undefined,
  label: undefined,
  help: undefined,
  sample: undefined,
  options: 'choice',
  of: 'list',
  fields: 'map',
};

/** What all types have. */
type Base = Pick<Field, 'help' | 'label' | 'sample' | 'required'>;

export class DeclaredField {
  readonly #reader: DeclarationReader;
  readonly #path: FieldPath;
  readonly #name: string;
  readonly #common: Field | undefined;

  /**
   * @param name how messages name it
   * @param common the field of that name that every document has
   */
  constructor(reader: DeclarationReader, path: FieldPath, name: string, common?: Field) {
    this.#reader = reader;
    this.#path = path;
    this.#name = name;
    this.#common = common;
  }

  /** The field, or undefined after telling what is wrong. `type: text` may be written as `text`. */
  read(value: YamlValue): Field | undefined {
    if (value === '' || (typeof value !== 'string' && !isYamlMap(value))) {
      return this.#fail(`“${this.#name}” does not say its type`, 'for example “type: text”');
    }
    const given: YamlMap = typeof value === 'string' ? { type: value } : value;
    const type = this.#type(given);
    if (type === undefined) return undefined;
    this.#checkKeys(given, type);
    const [help, label, sample] = ['help', 'label', 'sample'].map((key) =>
      this.#reader.text(given[key], [...this.#path, key]),
    );
    const base = {
      help: help ?? this.#common?.help ?? '',
      ...(label !== undefined && { label }),
      ...(sample !== undefined && { sample }),
      ...(this.#required(given.required) && { required: true }),
    };
    return this.#common ? { ...this.#common, ...base } : this.#typed(type, base, given);
  }

  #type(given: YamlMap): Field['type'] | undefined {
    const { type } = given;
    const common = this.#common;
    if (common) {
      if (type === undefined || type === common.type) return common.type;
      const message = `“${this.#name}” is a field of every document, and stays ${common.type}`;
      return this.#fail(message, 'leave the type out, or give the field another name', 'type');
    }
    if (type === undefined) {
      const told = Object.keys(KEYS).find((key) => KEYS[key] !== undefined && given[key] !== undefined);
      if (told !== undefined) return KEYS[told];
      const message = `“${this.#name}” does not say its type`;
      return this.#fail(message, `add “type: …”, one of ${TYPES.join(', ')}`, undefined, 'key');
    }
    const known = TYPES.find((name) => name === type);
    if (known !== undefined) return known;
    const guess = typeof type === 'string' ? nearest(type, TYPES) : undefined;
    return this.#fail(
      typeof type === 'string' ? `there is no type “${type}”` : 'a type is one word',
      guess === undefined ? `the types are ${TYPES.join(', ')}` : `did you mean “${guess}”?`,
      'type',
    );
  }

  #checkKeys(given: YamlMap, type: Field['type']): void {
    for (const key of Object.keys(given)) {
      const only = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
      if (Object.hasOwn(KEYS, key) && (only === undefined || (only === type && !this.#common))) continue;
      if (only !== undefined) {
        const message = this.#common
          ? `the field of every document “${this.#name}” stays as it is`
          : `“${key}” belongs to fields of the type ${only}, and this is ${type}`;
        this.#fail(message, 'leave it out', key, 'key');
      } else {
        const guess = nearest(key, Object.keys(KEYS));
        const hint =
          guess === undefined ? `known: ${Object.keys(KEYS).join(', ')}` : `did you mean “${guess}”?`;
        this.#fail(`“${key}” is not known here`, hint, key, 'key');
      }
    }
  }

  #typed(type: Field['type'], base: Base, given: YamlMap): Field | undefined {
    switch (type) {
      case 'choice': {
        const options = this.#options(given.options);
        return options && { ...base, type, options };
      }
      case 'list': {
        if (given.of === undefined) {
          return this.#fail(
            `the list “${this.#name}” does not say of what`,
            'add “of: text”',
            undefined,
            'key',
          );
        }
        const of = new DeclaredField(this.#reader, [...this.#path, 'of'], `${this.#name}[]`).read(given.of);
        return of && { ...base, type, of };
      }
      case 'map': {
        if (given.fields === undefined) {
          const hint = 'add “fields:” and, indented below, its fields';
          return this.#fail(`the map “${this.#name}” has no fields`, hint, undefined, 'key');
        }
        return {
          ...base,
          type,
          fields: this.#reader.fields(given.fields, [...this.#path, 'fields'], undefined, `${this.#name}.`),
        };
      }
      case 'picture':
        return { ...base, type };
      default:
        return type in SCALARS ? { ...base, type: type as keyof typeof SCALARS } : undefined;
    }
  }

  #options(value: YamlValue | undefined): readonly string[] | undefined {
    const options = Array.isArray(value)
      ? value.filter((option): option is string => typeof option === 'string' && option.trim() !== '')
      : [];
    const whole = Array.isArray(value) && options.length === value.length && options.length > 0;
    if (whole && new Set(options).size === options.length) return options;
    const message = `“${this.#name}” must list its options, each once`;
    const hint = 'for example options: [morning, evening]';
    return value === undefined
      ? this.#fail(message, hint, undefined, 'key')
      : this.#fail(message, hint, 'options');
  }

  #required(value: YamlValue | undefined): boolean {
    if (value !== undefined && value !== 'true' && value !== 'false')
      this.#fail('“required” must be true or false', 'write required: true', 'required');
    return value === 'true';
  }

  /** @param key the key of the field at which the fault is; the field itself when absent */
  #fail(message: string, hint: string, key?: string, what: 'key' | 'value' = 'value'): undefined {
    return this.#reader.fail(key === undefined ? this.#path : [...this.#path, key], message, hint, what);
  }
}
