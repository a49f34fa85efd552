/**
 * What is known of each language that Bayan sets: direction, script, digits, calendar, marks and manners.
 * The table itself is ./table.ts; docs/languages.md is generated from it.
 */
import { nearestHint } from '../diagnostics/nearest.ts';
import { ALIASES, LANGUAGES } from './table.ts';

export type Direction = 'ltr' | 'rtl';

/** How the lines of a justified paragraph are filled. */
export type Justification = 'spaces' | 'kashida' | 'characters';

/** How emphasis is shown: scripts without italics use weight or colour. */
export type EmphasisStyle = 'italic' | 'bold' | 'color';

export interface Language {
  /** Canonical BCP 47 tag. */
  readonly tag: string;
  /** English name, for docs and messages. */
  readonly name: string;
  /** Its name in itself. */
  readonly endonym: string;
  /** ISO 15924. */
  readonly script: string;
  readonly dir: Direction;
  /** CLDR numbering system: `latn`, `arab`, `arabext`, `deva` … */
  readonly digits: string;
  /** CLDR calendar: `gregory`, `persian`, `islamic-umalqura`, `buddhist`, `ethiopic` … */
  readonly calendar: string;
  /** Month names, first to twelfth, where CLDR's are not those in use (Afghan Solar Hijri months) or there are none. */
  readonly months?: readonly string[];
  /** Opening, closing, inner opening, inner closing quotation mark. */
  readonly quotes: readonly [string, string, string, string];
  /** Multiplies the line height of styles: Nastaliq needs about 1.6 times the room of Latin. */
  readonly lineHeight: number;
  readonly justification: Justification;
  readonly emphasis: EmphasisStyle;
  /** What follows the number in a numbered list: `1.` or `۱.` or `١.` or `၁။`. */
  readonly listMarker: { readonly suffix: string; readonly bullet: string };
  /** Hyphenation patterns (`en-gb` …), or none. */
  readonly hyphenation?: string;
  /** Face for each role, where it is not the default face of the script in fonts/fonts.yaml. */
  readonly faces?: Readonly<Partial<Record<'serif' | 'sans' | 'display', string>>>;
}

const byTag = new Map(LANGUAGES.map((language) => [language.tag.toLowerCase(), language]));

/** Canonical BCP 47 form of a tag as Intl sees it (`prs` → `fa-AF`, `FA-af` → `fa-AF`); undefined when it is no tag. */
export function canonicalTag(tag: string): string | undefined {
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0];
    // CLDR's alias for the ISO 639-3 code of Dari; some ICU builds leave it alone. CLDR widens Western Punjabi to Lahnda.
    return canonical
      ?.replace(/^prs(?=-|$)/, 'fa-AF')
      .replace('fa-AF-AF', 'fa-AF')
      .replace(/^lah(?=-|$)/, 'pnb');
  } catch {
    return undefined;
  }
}

/**
 * The language for a tag. A tag that is not in the table falls back by dropping subtags from the end, as
 * BCP 47 lookup does (RFC 4647 3.4): `en-AU` → `en`, `ur-Arab-PK` → `ur`. Of what the tag, its likely form and its
 * shortest form lead to, the longest match counts: `fa-Arab-AF` is `fa-AF`. The script that Intl takes to be the likely one
 * must be the language's: `zh-TW` is `zh-Hant`, `sd-Deva` is not `sd`, and `ff`, written in Latin, is not `ff-Adlm`.
 */
export function findLanguage(tag: string): Language | undefined {
  const exact = byTag.get(tag.toLowerCase());
  if (exact) return exact;
  if (!looked.has(tag)) looked.set(tag, lookUp(tag));
  return looked.get(tag);
}

/** What Intl was asked for before: the same few tags come again and again. */
const looked = new Map<string, Language | undefined>();

function lookUp(tag: string): Language | undefined {
  const canonical = canonicalTag(tag);
  if (!canonical) return undefined;
  const locale = new Intl.Locale(canonical);
  const full = locale.maximize();
  const candidates = [
    canonical,
    `${locale.language}-${full.script}-${full.region}`,
    locale.minimize().toString(),
  ];
  let best: Language | undefined;
  let bestLength = 0;
  for (const candidate of candidates)
    for (const parts = candidate.split('-'); parts.length > bestLength; parts.pop()) {
      const prefix = parts.join('-');
      const found = byTag.get((ALIASES[prefix] ?? prefix).toLowerCase());
      if (!found || (full.script !== undefined && full.script !== found.script)) continue;
      best = found;
      bestLength = parts.length;
    }
  return best;
}

/** What to say of a tag that is no language: people write names (`dari`, `اردو`) where tags are wanted. */
export function languageHint(tag: string): string {
  const name = tag.normalize('NFC').toLowerCase();
  const named = LANGUAGES.find((language) => [language.name.toLowerCase(), language.endonym].includes(name));
  return named ? `${named.name} is written ${named.tag}` : nearestHint(tag, knownTags());
}

export function knownTags(): readonly string[] {
  return LANGUAGES.map((language) => language.tag);
}
