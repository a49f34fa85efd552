/**
 * Values that are one text in the file: for each type, what it takes, what it says when something else is there, and how docs,
 * editors and new content files know it. YAML gives every scalar as text, so that `2024-04` and `+93…` keep their form.
 */
import * as v from 'valibot';
import { isSafeUrl, tidyUrl, URL_SCHEMES, wholeUrl } from '../../document/safe-url.ts';
import { foldDigits } from '../../language/digits.ts';
import { knownLanguage, languageHint } from '../../language/language.ts';
import { readWrittenDate } from '../../language/written-date.ts';
import type { ScalarType } from './field.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type ScalarReading =
  | { readonly value: string | number | boolean; readonly problem?: undefined }
  /** In words that follow the name of the field; and what to type. */
  | { readonly problem: string; readonly hint?: string };

interface Scalar {
  /** How the docs call the type. */
  readonly shown: string;
  /** Reads a text that is trimmed and not empty. */
  readonly read: (text: string) => ScalarReading;
  readonly json: { readonly [key: string]: Json };
  /** What a new content file has, as YAML. */
  readonly sample: (today: string) => string;
}

const TEXT_JSON = { type: 'string', minLength: 1 } as const;
const KIND = /^[a-z0-9][a-z0-9-]*$/;
/** A bracket may stand before the plus, as in (+93) 70-123-4567. */
const PHONE = /^\(?\+?[\d\s().-]{3,}$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

const EMAIL = v.pipe(v.string(), v.email());

export const SCALARS: Readonly<Record<ScalarType, Scalar>> = {
  text: { shown: 'text', read: (value) => ({ value }), json: TEXT_JSON, sample: () => 'Text' },
  markdown: { shown: 'Markdown', read: (value) => ({ value }), json: TEXT_JSON, sample: () => 'Text' },
  date: {
    shown: 'date',
    read: (text) => {
      const read = readWrittenDate(text);
      return read.problem === undefined ? { value: read.date } : read;
    },
    json: {
      type: ['string', 'integer'],
      pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?( (AP|CE))?$',
    },
    sample: (today) => today,
  },
  time: {
    shown: 'time',
    read: (text) => {
      const [, hour, minute] = TIME.exec(foldDigits(text)) ?? [];
      if (hour !== undefined) return { value: `${hour.padStart(2, '0')}:${minute}` };
      return {
        problem: 'must be a time of the 24-hour clock, hours and minutes',
        hint: `write ${clockTime(text) ?? '18:30'}`,
      };
    },
    json: { type: 'string', pattern: '^([01]?[0-9]|2[0-3])[:.][0-5][0-9]$' },
    sample: () => "'18:30'",
  },
  number: {
    shown: 'number',
    read: (text) => {
      const plain = foldDigits(text).replace('−', '-').replaceAll('٬', '').replace('٫', '.');
      if (NUMBER.test(plain)) return { value: Number(plain) };
      const without = plain.replaceAll(/[\s,'’_]/g, '');
      return {
        problem: 'must be a number',
        hint: `write ${NUMBER.test(without) ? without : 'digits only, with a point before decimals: 12 or 2.5'}`,
      };
    },
    json: { type: ['number', 'string'] },
    sample: () => '12',
  },
  url: {
    shown: 'address',
    read: (text) => {
      const url = tidyUrl(text);
      if (isSafeUrl(url)) return { value: url };
      const better = wholeUrl(text);
      return {
        problem: `must be a whole address that starts with ${URL_SCHEMES.join(', ')}`,
        hint: better
          ? `write ${better}`
          : /\s/.test(text)
            ? 'an address has no spaces: write %20 for each'
            : 'for example https://example.org/',
      };
    },
    json: { ...TEXT_JSON, format: 'uri' },
    sample: () => 'https://example.org/',
  },
  email: {
    shown: 'email address',
    read: (text) =>
      v.safeParse(EMAIL, text).success
        ? { value: text }
        : {
            problem: 'must be an email address',
            hint: /^mailto:/i.test(text)
              ? `write ${text.slice('mailto:'.length)}`
              : 'for example office@example.org',
          },
    json: { ...TEXT_JSON, format: 'email' },
    sample: () => 'office@example.org',
  },
  phone: {
    shown: 'telephone number',
    read: (text) => {
      const value = foldDigits(text);
      if (PHONE.test(value)) return { value };
      return {
        problem: 'must be a telephone number',
        hint: /^tel:/i.test(value)
          ? `write ${value.slice('tel:'.length)}`
          : 'digits, spaces and ( ) - only, for example +93 20 123 4567',
      };
    },
    json: { ...TEXT_JSON, pattern: '^\\(?\\+?[0-9\\s().-]{3,}$' },
    sample: () => '+93 20 123 4567',
  },
  language: {
    shown: 'language tag',
    read: (text) => {
      const value = knownLanguage(text);
      return value === undefined
        ? { problem: 'must be a language tag (BCP 47)', hint: languageHint(text) }
        : { value };
    },
    json: TEXT_JSON,
    sample: () => 'en',
  },
  boolean: {
    shown: 'true or false',
    read: (text) => {
      if (text === 'true' || text === 'false') return { value: text === 'true' };
      const meant = /^(?:yes|on|1)$/i.test(text)
        ? 'true'
        : /^(?:no|off|0)$/i.test(text)
          ? 'false'
          : undefined;
      return { problem: 'must be true or false', ...(meant && { hint: `write ${meant}` }) };
    },
    json: { type: 'boolean' },
    sample: () => 'true',
  },
  kind: {
    shown: 'name of a template',
    read: (text) => {
      if (KIND.test(text)) return { value: text };
      const small = text.toLowerCase().replaceAll(/[\s_]+/g, '-');
      const capitals = /\p{Lu}/u.test(text) && KIND.test(small);
      return {
        problem: capitals
          ? 'has capital letters, and names of templates are in small ones'
          : 'must be the name of a template: small letters, digits and hyphens',
        hint: KIND.test(small) ? `write ${small}` : 'for example brief',
      };
    },
    json: { ...TEXT_JSON, pattern: KIND.source },
    sample: () => 'brief',
  },
};

/** `6:30 pm` and `6 PM` as 18:30 and 18:00; undefined for anything else. */
function clockTime(text: string): string | undefined {
  const [, hour, minute = '00', half] =
    /^(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?\s*([ap])\.?m\.?$/i.exec(foldDigits(text)) ?? [];
  if (hour === undefined || half === undefined) return undefined;
  const hours = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute}`;
}
