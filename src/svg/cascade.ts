/** What style an element has: its attributes, the style sheet, its own `style`, and what it inherits, in this order. */
import { type Declaration, readDeclarations } from './declarations.ts';
import type { SvgElement } from './element.ts';
import { isHarmlessProperty, LOST_EFFECTS } from './ignored-properties.ts';
import type { Measures } from './numbers.ts';
import { type ComputedStyle, isProperty, PROPERTIES, type PropertyName } from './properties.ts';
import type { Property } from './property-values.ts';
import type { SvgReader } from './reader.ts';
import type { StyleSheet } from './stylesheet.ts';
import { ATTRIBUTES, isHarmless } from './vocabulary.ts';

const NAMES = Object.keys(PROPERTIES) as PropertyName[];

/** The style that the root begins from. */
export const INITIAL_STYLE = Object.fromEntries(NAMES.map((name) => [name, PROPERTIES[name].initial])) as {
  readonly [Name in PropertyName]: ComputedStyle[Name];
};

/** Properties that begin anew in every element. */
const OWN = NAMES.filter((name) => !PROPERTIES[name].inherited);

/** Colours, lengths and lists of fonts are shorter. */
const LONGEST_VALUE = 2000;

/** A style that is being worked out. */
type Draft = { -readonly [Name in PropertyName]: ComputedStyle[Name] };

export class Cascade {
  readonly #sheet: StyleSheet;
  readonly #reader: SvgReader;

  constructor(sheet: StyleSheet, reader: SvgReader) {
    this.#sheet = sheet;
    this.#reader = reader;
  }

  /** The style of an element whose parent, or whose `use`, has style `outer`. Attributes that nobody knows are told. */
  styleOf(element: SvgElement, outer: ComputedStyle, viewport: Measures['viewport']): ComputedStyle {
    const style: Draft = { ...outer };
    for (const name of OWN) reset(style, name);
    const declared = new Map<PropertyName, Declaration>();
    for (const declaration of this.#declarations(element)) this.#add(declaration, declared);
    // Relative units need the size of type.
    const size = declared.get('font-size');
    if (size) this.#apply('font-size', size, style, outer, { fontSize: outer['font-size'], viewport });
    const measures = { fontSize: style['font-size'], viewport };
    for (const [name, declaration] of declared)
      if (name !== 'font-size') this.#apply(name, declaration, style, outer, measures);
    return style;
  }

  #declarations(element: SvgElement): Declaration[] {
    const own = element.attributes.get('style');
    const all = [
      ...this.#presentation(element),
      ...this.#sheet.declarationsFor(element, this.#reader),
      ...(own ? readDeclarations(own.value, own.at + 'style="'.length) : []),
    ];
    return [...all.filter(({ important }) => !important), ...all.filter(({ important }) => important)];
  }

  /** Attributes that are properties too. */
  *#presentation({ name: element, attributes }: SvgElement): Generator<Declaration> {
    const own = ATTRIBUTES[element] ?? [];
    for (const [name, { value, at }] of attributes) {
      // The transformation of a gradient or pattern has a name of its own.
      if (isProperty(name) || name in LOST_EFFECTS || isHarmlessProperty(name)) {
        if (!own.includes(name) || name === 'transform')
          yield { name, value: value.trim(), important: false, at };
      } else if (/^on/i.test(name)) {
        this.#reader.error(
          'svg-element',
          at,
          name.length,
          `\`${name}\` would run a script`,
          'take it out; nothing is run when a document is printed',
        );
      } else if (!own.includes(name) && !isHarmless(name)) {
        const hint = this.#reader.nearest(name, [...own, ...NAMES]);
        this.#reader.warn(
          'svg-element',
          at,
          name.length,
          `<${element}> has an attribute \`${name}\` that is not read`,
          hint,
        );
      }
    }
  }

  #add(declaration: Declaration, declared: Map<PropertyName, Declaration>): void {
    const { name, value, at } = declaration;
    if (value.length > LONGEST_VALUE && name !== 'transform') {
      this.#reader.badValue(name, value, at, `it has at most ${LONGEST_VALUE} letters`);
      return;
    }
    if (isProperty(name)) declared.set(name, declaration);
    else if (name === 'marker')
      for (const place of ['marker-start', 'marker-mid', 'marker-end'] as const)
        declared.set(place, declaration);
    else if (name === 'font')
      for (const part of fontParts(declaration)) declared.set(part.name as PropertyName, part);
    else if (LOST_EFFECTS[name]) {
      if (!LOST_EFFECTS[name].test(value.toLowerCase()))
        this.#reader.warn(
          'svg-element',
          at,
          name.length,
          `\`${name}\` is an effect that is not printed`,
          'flatten it in your drawing program, or save the drawing as PNG',
        );
    } else if (!isHarmlessProperty(name) && name !== '') {
      const hint = this.#reader.nearest(name, NAMES);
      this.#reader.warn('svg-element', at, name.length, `the style property \`${name}\` is not read`, hint);
    }
  }

  #apply<Name extends PropertyName>(
    name: Name,
    { value, at }: Declaration,
    style: Draft,
    outer: ComputedStyle,
    measures: Measures,
  ): void {
    const property: Property<ComputedStyle[Name]> = PROPERTIES[name];
    if (value === 'inherit') style[name] = outer[name];
    else if (value === 'initial') style[name] = property.initial;
    else if (value === 'unset' || value === 'revert')
      style[name] = property.inherited ? outer[name] : property.initial;
    else {
      const found = property.read(value, measures, outer[name]);
      if (found === undefined) this.#reader.badValue(name, value, at, property.expected);
      else style[name] = found;
    }
  }
}

function reset<Name extends PropertyName>(style: Draft, name: Name): void {
  const property: Property<ComputedStyle[Name]> = PROPERTIES[name];
  style[name] = property.initial;
}

/** `italic bold 12px/1.5 Georgia, serif` as its parts. */
function fontParts({ value, ...place }: Declaration): Declaration[] {
  const match = /^(.*?)\s*([\d.]+[a-z%]+)(?:\/\S+)?\s+(.+)$/i.exec(value);
  if (!match) return [];
  const [, words = '', size = '', family = ''] = match;
  const style = /italic|oblique/.exec(words)?.[0] ?? 'normal';
  const weight = /bold|[6-9]00/.exec(words)?.[0] ?? 'normal';
  return [
    { ...place, name: 'font-size', value: size },
    { ...place, name: 'font-family', value: family },
    { ...place, name: 'font-style', value: style },
    { ...place, name: 'font-weight', value: weight },
  ];
}
