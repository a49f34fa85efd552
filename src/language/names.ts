/**
 * Names of languages where tags are wanted: people write `dari`, `German` or `اردو`. Read off Intl when a tag was not
 * understood, since it takes a tenth of a second.
 */
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { endonym, englishName } from './derive.ts';
import { LANGUAGES } from './table.ts';
import { canonicalTag, scriptOfTag } from './tag.ts';

/** Names that neither the table nor CLDR gives. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  farsi: 'fa',
  'farsi-dari': 'fa-AF',
  'afghan persian': 'fa-AF',
  pushto: 'ps',
  pukhto: 'ps',
  pashtu: 'ps',
  hazara: 'haz',
  sorani: 'ckb',
  kurmanji: 'ku',
  kurdish: 'ku',
  jawi: 'ms-Arab',
  punjabi: 'pa',
  shahmukhi: 'pnb',
  siraiki: 'skr',
  seraiki: 'skr',
  uighur: 'ug',
  bengali: 'bn',
  myanmar: 'my',
  cambodian: 'km',
  laotian: 'lo',
  singhalese: 'si',
  maldivian: 'dv',
  divehi: 'dv',
  assyrian: 'syr',
  tagalog: 'fil',
  bahasa: 'id',
  castilian: 'es',
  flemish: 'nl',
  mandarin: 'zh-Hans',
  chinese: 'zh-Hans',
  cantonese: 'yue',
  'simplified chinese': 'zh-Hans',
  'traditional chinese': 'zh-Hant',
  kirghiz: 'ky',
  tajiki: 'tg',
  adlam: 'ff-Adlm',
  fulani: 'ff',
  nko: 'nqo',
  oromiffa: 'om',
  bokmål: 'nb',
  nynorsk: 'nn',
};

/** The tag of a language by its name, in English or in itself; undefined when none has it. */
export function languageNamed(name: string): string | undefined {
  return allNames().get(fold(name));
}

/** What to say of a tag that is no language: the tag that was meant, if one was. */
export function languageHint(tag: string): string {
  let hint = hints.get(tag);
  if (hint === undefined) {
    hint = makeHint(tag);
    if (hints.size < 1000) hints.set(tag, hint);
  }
  return hint;
}

/** Says of a tag that it is no language (`language-unknown`), and what may have been meant. */
export function reportUnknownLanguage(tag: string, span: SourceSpan | undefined, report: Report): void {
  report.error('language-unknown', span, `"${tag}" is no language Bayan knows`, { hint: languageHint(tag) });
}

/** A text may have the same slip a thousand times. */
const hints = new Map<string, string>();

function makeHint(tag: string): string {
  const dashed = canonicalTag(tag.replaceAll('_', '-'));
  if (tag.includes('_') && dashed !== undefined && scriptOfTag(dashed) !== undefined)
    return `did you mean "${dashed}"?`;
  const names = allNames();
  const named = names.get(fold(tag));
  if (named !== undefined) return `${englishName(named) ?? tag} is written ${named}`;
  const code = /^[a-z]{3}$/i.test(tag) ? tag.toLowerCase() : undefined;
  const needs = `needs its script: ${code}-Latn or ${code}-Arab, for example`;
  const name = code === undefined ? undefined : englishName(code);
  if (name !== undefined) return `${name} ${needs}`;
  const near = nearest(
    tag,
    LANGUAGES.map((language) => language.tag),
  );
  if (near !== undefined) return `did you mean "${near}"?`;
  if (code !== undefined) return `if "${code}" is a language, it ${needs}`;
  const nearName = tag.length <= MOST_LETTERS ? nearest(fold(tag), names.keys()) : undefined;
  return nearName !== undefined
    ? `did you mean "${names.get(nearName)}" (${nearName})?`
    : 'use a BCP 47 tag such as en, fa-AF, ps, ur, ar or zh-Hans';
}

/** Longer than nearly all names of languages. */
const MOST_LETTERS = 24;

const fold = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/[ _-]language$/, '');

let tagsByName: ReadonlyMap<string, string> | undefined;

/** Names, folded, → tags. The table's own win, then CLDR's of two and of three letters. */
function allNames(): ReadonlyMap<string, string> {
  if (tagsByName) return tagsByName;
  const names = new Map<string, string>();
  const add = (name: string | undefined, tag: string): void => {
    if (name !== undefined && !names.has(fold(name))) names.set(fold(name), tag);
  };
  for (const { name, endonym, tag } of LANGUAGES) {
    add(name, tag);
    add(endonym, tag);
  }
  for (const [name, tag] of Object.entries(OTHER_NAMES)) add(name, tag);
  for (const tag of codes(2)) {
    const english = canonicalTag(tag) === tag ? englishName(tag) : undefined;
    if (english === undefined) continue;
    add(english, tag);
    add(endonym(tag), tag);
  }
  for (const tag of codes(3)) if (canonicalTag(tag) === tag) add(englishName(tag), tag);
  tagsByName = names;
  return names;
}

/** All codes of so many letters, whether given out or not. */
function codes(length: number): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const shorter = length === 1 ? [''] : codes(length - 1);
  return shorter.flatMap((start) => letters.map((letter) => start + letter));
}
