/**
 * Checks what stands in front matter against the fields there are. All faults are reported in one go, each at the line and
 * column of the value it is about, with what to type instead.
 */
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { YamlDocument } from '../../files/yaml-document.ts';
import { isYamlMap, type YamlMap, type YamlValue } from '../../files/yaml-nodes.ts';
import {
  type ChoiceField,
  type Field,
  type Fields,
  type FieldValue,
  type FieldValues,
  innerFields,
  type ListField,
  type ScalarField,
} from './field.ts';
import { type FieldPath, fieldName } from './field-path.ts';
import { absentValue, lineToAdd, listHint, readChoice } from './readings.ts';
import { sampleValue } from './sample.ts';
import { SCALARS } from './scalars.ts';
import { betweenCurly, warnOfUnquoted } from './unquoted.ts';

export interface FieldCheck {
  readonly yaml: YamlDocument;
  readonly report: Report;
  /** The kinds of document that have a template; without them, no kind is looked for. */
  readonly kinds?: readonly string[];
  /** What is known of a field that `fields` lack, as a hint: that another kind has it. */
  readonly elsewhere?: (name: string) => string | undefined;
  /** Fields that are not known are let pass, because their kind is not known either. */
  readonly open?: boolean;
}

/** The checked values, or undefined after reporting what is wrong (`front-matter-…`, `image-alt`). */
export function checkFields(fields: Fields, value: YamlValue, check: FieldCheck): FieldValues | undefined {
  const checker = new Checker(check);
  const values = checker.fields(fields, value, []);
  return checker.failed ? undefined : values;
}

/** What neither is seen nor takes room: controls, formats, marks without a letter, fillers. */
const SEEN = /[^\p{Cc}\p{Cf}\p{Z}\p{M}\u115f\u1160\u3164\uffa0]/u;
const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;

/** What is wrong with the characters of a text, in words that follow the name of its field. */
function unseenIn(text: string): string | undefined {
  const control = CONTROL.exec(text)?.[0].codePointAt(0);
  if (control !== undefined)
    return `has the control character U+${control.toString(16).toUpperCase().padStart(4, '0')} in it`;
  return SEEN.test(text) ? undefined : 'has no character that can be seen';
}

const EMPTY = 'write something after the colon, or delete the line';

/** What to do about a field that there is not, and that is no misspelling. */
function unknownHint(name: string, known: readonly string[]): string {
  return /^(?:lang|language|locale)$/i.test(name)
    ? 'take it out: the language of a text is the name of its file, as in fa-AF.md'
    : `the fields are ${known.join(', ')}`;
}

class Checker {
  failed = false;
  readonly #check: FieldCheck;

  constructor(check: FieldCheck) {
    this.#check = check;
  }

  fields(fields: Fields, value: YamlValue, path: FieldPath): FieldValues {
    const { yaml } = this.#check;
    const given = isYamlMap(value) ? value : {};
    const meant = this.#unknownFields(fields, given, path);
    const values: Record<string, FieldValue | undefined> = {};
    for (const [name, field] of Object.entries(fields)) {
      const at = [...path, name];
      if (Object.hasOwn(given, name)) values[name] = this.#value(field, given[name]!, at);
      else if (field.required !== true) values[name] = absentValue(field);
      else if (!meant.has(name))
        this.#fail(
          'front-matter-missing',
          yaml.span(path, 'key'),
          `${fieldName(at)} is missing`,
          lineToAdd(name, field),
        );
      if (values[name] === undefined) delete values[name];
    }
    return values;
  }

  /** Reports fields that do not exist; gives the names that were probably meant, so that those are not missing too. */
  #unknownFields(fields: Fields, given: YamlMap, path: FieldPath): ReadonlySet<string> {
    const { yaml, elsewhere, open } = this.#check;
    const known = Object.keys(fields);
    const meant = new Set<string>();
    for (const name of Object.keys(given)) {
      if (Object.hasOwn(fields, name)) continue;
      const at = [...path, name];
      const there = path.length === 0 ? elsewhere?.(name) : undefined;
      const guess = there === undefined ? nearest(name, known) : undefined;
      if (guess !== undefined) meant.add(guess);
      else if (open === true && path.length === 0) continue;
      const [, before = '', rest = ''] = /^([^:]+):(.+)$/s.exec(name) ?? [];
      if (Object.hasOwn(fields, before)) {
        meant.add(before);
        this.#fail(
          'front-matter-unknown',
          yaml.span(at, 'key'),
          `“${before}” has no space after its colon`,
          `write “${before}: ${rest}”`,
        );
        continue;
      }
      this.#fail(
        'front-matter-unknown',
        yaml.span(at, 'key'),
        `there is no field ${fieldName(at)}`,
        there ?? (guess === undefined ? unknownHint(name, known) : `did you mean “${guess}”?`),
      );
    }
    return meant;
  }

  #value(field: Field, value: YamlValue, path: FieldPath): FieldValue | undefined {
    if (value === '' && !(field.type === 'text' && field.blank === true)) {
      return this.#invalid(path, 'must not be empty', EMPTY);
    }
    switch (field.type) {
      case 'list':
        return this.#list(field, value, path);
      case 'named': {
        if (!isYamlMap(value)) return this.#noMap(path, []);
        const items = Object.entries(value).map(([name, item]) => [
          name,
          this.#value(field.of, item, [...path, name]),
        ]);
        return Object.fromEntries(items) as FieldValue;
      }
      case 'map':
      case 'picture':
        return this.#map(field, value, path);
      default:
        return this.#scalar(field, value, path);
    }
  }

  #list(field: ListField, value: YamlValue, path: FieldPath): FieldValue | undefined {
    if (!Array.isArray(value)) return this.#invalid(path, 'must be a list', listHint(field, value, path));
    if (value.length === 0 && (field.distinct === true || field.required === true)) {
      return this.#invalid(
        path,
        'must have at least one item',
        `for example ${path.at(-1)}: [${sampleValue(field.of, '2026-01-15')}]`,
      );
    }
    const items = value.map((item: YamlValue, index) => this.#value(field.of, item, [...path, index]));
    for (const [index, item] of field.distinct === true ? items.entries() : []) {
      if (item !== undefined && items.indexOf(item) !== index)
        this.#invalid([...path, index], `is there twice: ${String(item)}`, 'keep one of the two');
    }
    return items.filter((item) => item !== undefined);
  }

  #map(
    field: Field & { type: 'map' | 'picture' },
    value: YamlValue,
    path: FieldPath,
  ): FieldValue | undefined {
    const fields = innerFields(field) ?? {};
    const short = field.type === 'map' ? field.short : 'src';
    const [, name = '', rest = ''] =
      typeof value === 'string' ? (/^([\w-]+):(\S.*)$/s.exec(value) ?? []) : [];
    if (Object.hasOwn(fields, name))
      return this.#invalid(path, `has no space after “${name}:”`, `write “${name}: ${rest}”`);
    if (typeof value === 'string' && short !== undefined)
      return this.#picture(field, this.fields(fields, { [short]: value }, path), path);
    if (!isYamlMap(value)) return this.#noMap(path, Object.keys(fields));
    return this.#picture(field, this.fields(fields, value, path), path);
  }

  #noMap(path: FieldPath, names: readonly string[]): undefined {
    const wanted = names.length > 0 ? `: ${names.join(', ')}` : ', “name: value”';
    return this.#invalid(path, 'must be a map', `write its fields below it, indented, one a line${wanted}`);
  }

  /** A picture must say what it shows. */
  #picture(field: Field, values: FieldValues, path: FieldPath): FieldValues {
    if (field.type !== 'picture' || values.alt || values.decorative === true) return values;
    this.#fail(
      'image-alt',
      this.#check.yaml.span(path),
      `the picture ${fieldName(path)} has no alternative text`,
      'add “alt: …” with what it shows, or “decorative: true” when it says nothing',
    );
    return values;
  }

  #scalar(field: ScalarField | ChoiceField, value: YamlValue, path: FieldPath): FieldValue | undefined {
    if (typeof value !== 'string') {
      const hint = Array.isArray(value)
        ? 'write one value, without “- ” and without brackets'
        : 'text that has “: ” in it goes between quotation marks';
      return this.#invalid(path, 'must be text', hint);
    }
    const text = value.trim();
    if (text === '' && value !== '') return this.#invalid(path, 'must not be empty', EMPTY);
    const unseen = unseenIn(text);
    if (unseen !== undefined) return this.#invalid(path, unseen, 'delete it and type the text again');
    if (field.type === 'kind' && this.#check.kinds) return this.#kind(text, this.#check.kinds, path);
    const read = field.type === 'choice' ? readChoice(field, text) : SCALARS[field.type].read(text);
    if (read.problem === undefined) {
      warnOfUnquoted(text, path, this.#check.yaml, this.#check.report);
      return read.value;
    }
    const inner = betweenCurly(text);
    const hint = inner === undefined ? read.hint : `write it without the curly quotation marks: ${inner}`;
    return this.#invalid(path, read.problem, hint);
  }

  #kind(name: string, kinds: readonly string[], path: FieldPath): string | undefined {
    if (kinds.includes(name)) return name;
    const { problem } = SCALARS.kind.read(name);
    const guess = nearest(name, kinds);
    const hint =
      guess === undefined
        ? `the templates are ${kinds.join(', ')}; a new one is a file templates/<kind>.hbs`
        : `write ${guess}`;
    if (problem !== undefined) return this.#invalid(path, `${problem}: ${name}`, hint);
    const message = `there is no template for the kind “${name}”`;
    this.#fail('template-missing', this.#check.yaml.span(path), message, hint);
    return undefined;
  }

  #invalid(path: FieldPath, problem: string, hint: string | undefined): undefined {
    this.#fail('front-matter-invalid', this.#check.yaml.span(path), `${fieldName(path)} ${problem}`, hint);
  }

  #fail(code: DiagnosticCode, span: SourceSpan, message: string, hint: string | undefined): void {
    this.failed = true;
    this.#check.report.error(code, span, message, hint === undefined ? {} : { hint });
  }
}
