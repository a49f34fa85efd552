/**
 * Attribute values: from the text between the quotes to what composition works with, lengths in points.
 */

import type { Report } from '../../diagnostics/diagnostic.ts';
import { parseColor } from '../../document/color.ts';
import { parseLength } from '../../document/length.ts';
import { isSafeUrl, tidyUrl } from '../../document/safe-url.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { AttributeKind, AttributeValue, ElementDefinition, Sides, Width } from './element-definition.ts';
import type { RawElement } from './nesting.ts';
import type { AttributeToken } from './tokens.ts';
import { ELEMENTS, type ElementName } from './vocabulary.ts';

/** One to four lengths as in CSS (top, end, bottom, start) → [top, end, bottom, start] in points. */
function parseLengths(value: string): Sides | undefined {
  const lengths = value.split(/\s+/).map(parseLength);
  if (lengths.length > 4 || lengths.some((length) => length === undefined)) return undefined;
  const [top = 0, end = top, bottom = top, start = end] = lengths as number[];
  return [top, end, bottom, start];
}

/** `auto`, `*` and percentages stay strings; a length becomes points. */
function parseWidth(value: string): Width | undefined {
  return value === 'auto' || value === '*' ? value : parseExtent(value);
}

/** Percentages stay strings; a length becomes points. */
function parseExtent(value: string): Width | undefined {
  if (/^\d+(?:\.\d+)?%$/.test(value)) return value;
  const length = parseLength(value);
  return length !== undefined && length >= 0 ? length : undefined;
}

/** The kinds of values in words, for messages. */
function expected(kind: AttributeKind): string {
  if (typeof kind === 'object') return kind.oneOf.map((word) => `"${word}"`).join(', ');
  switch (kind) {
    case 'length':
      return 'a length such as 12, 12pt, 4mm, 1.2cm or 0.5in';
    case 'lengths':
      return 'one to four lengths: top, end, bottom, start';
    case 'extent':
      return 'a percentage, or a length such as 12, 12pt, 4mm, 1.2cm or 0.5in';
    case 'width':
      return '"auto", "*", a length or a percentage';
    case 'widths':
      return 'a list of widths, each "auto", "*", a length or a percentage';
    case 'color':
      return 'a colour of brand.yaml, or #rgb or #rrggbb';
    case 'boolean':
      return '"true" or "false"';
    case 'number':
      return 'a number';
    case 'share':
      return 'a number from 0.1 to 1';
    case 'count':
      return 'a whole number from 1 to 1000';
    case 'style':
      return 'names of styles';
    case 'string':
      return 'text';
  }
}

/** The value for composition, or undefined when the text does not fit the kind. */
function parseValue(kind: AttributeKind, text: string, attribute: string): AttributeValue | undefined {
  const value = text.trim();
  if (typeof kind === 'object') return kind.oneOf.includes(value) ? value : undefined;
  switch (kind) {
    case 'string':
      return text.replace(/\s+/g, ' ').trim();
    case 'number':
      return /^-?(?:\d+\.?\d*|\.\d+)$/.test(value) ? Number(value) : undefined;
    case 'share':
      return /^(?:0?\.[1-9]\d*|1(?:\.0*)?)$/.test(value) ? Number(value) : undefined;
    case 'count':
      return /^[1-9]\d{0,3}$/.test(value) && Number(value) <= 1000 ? Number(value) : undefined;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : undefined;
    case 'length': {
      const length = parseLength(value);
      // Only places in a canvas may lie before the start edge.
      return length !== undefined && (length >= 0 || /^[xy]\d?$/.test(attribute)) ? length : undefined;
    }
    case 'lengths': {
      const lengths = parseLengths(value);
      return lengths?.every((length) => length >= 0 || attribute === 'margin') ? lengths : undefined;
    }
    case 'extent':
      return parseExtent(value);
    case 'width':
      return parseWidth(value);
    case 'widths': {
      const widths = value.split(/\s+/).map(parseWidth);
      return widths.every((width) => width !== undefined) ? widths : undefined;
    }
    case 'color': {
      if (value.startsWith('#'))
        return /^#(?:[0-9a-f]{3}){1,2}$/i.test(value) ? parseColor(value) : undefined;
      return /^[a-z][\w-]*$/i.test(value) ? value : undefined;
    }
    case 'style': {
      const names = value.split(/\s+/);
      return names.length > 1 ? names : value;
    }
  }
}

/**
 * Checks and reads the attributes of an element. An optional attribute whose value comes out empty (because of
 * an `{{#if}}` inside it) counts as absent, but for strings such as `alt`, where empty means something.
 */
export function readAttributes(
  name: ElementName,
  element: RawElement,
  report: Report,
): Readonly<Record<string, AttributeValue>> {
  const known: ElementDefinition['attributes'] = ELEMENTS[name].attributes;
  const values: Record<string, AttributeValue> = {};
  for (const token of element.attributes) {
    const definition = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (!definition) {
      reportUnknown(name, token, Object.keys(known), report);
      continue;
    }
    const blank = token.value.trim() === '';
    if (blank && !definition.required && (definition.kind !== 'string' || token.name === 'lang')) continue;
    const value = parseValue(definition.kind, token.value, token.name);
    if (value === undefined || (blank && definition.required && token.name !== 'alt')) {
      reportValue(name, token, definition.kind, report);
    } else if (token.name === 'href') {
      const address = tidyUrl(token.value.trim());
      if (/^#\S+$/.test(address) || isSafeUrl(address)) values.href = address;
      else {
        const message = `<${name}> leads to "${token.value}", which is no http, https, mailto or tel address, nor #id`;
        report.error('link-unsafe', token.span, message);
      }
    } else values[token.name] = value;
  }
  for (const [attribute, definition] of Object.entries(known)) {
    if (!definition.required || element.attributes.some((token) => token.name === attribute)) continue;
    const hint = `write <${name} ${attribute}="…" …>`;
    report.error('layout-attribute', element.span, `<${name}> needs the attribute "${attribute}"`, { hint });
  }
  return values;
}

function reportUnknown(name: ElementName, token: AttributeToken, known: string[], report: Report): void {
  const message = `<${name}> has no attribute "${token.name}"${didYouMean(token.name, known)}`;
  const hint = known.length > 0 ? `its attributes are ${known.join(', ')}` : 'it takes no attributes';
  report.error('layout-attribute', token.span, message, { hint });
}

function reportValue(name: ElementName, token: AttributeToken, kind: AttributeKind, report: Report): void {
  const value = token.value.trim();
  const meant = typeof kind === 'object' ? didYouMean(value, kind.oneOf) : '';
  const message = `"${value}" does not fit the attribute "${token.name}" of <${name}>${meant}`;
  report.error('layout-attribute', token.span, message, { hint: `it takes ${expected(kind)}` });
}
