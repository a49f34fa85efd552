/**
 * What is known of a language: direction, script, digits, calendar, marks and manners. Any language works whose script a
 * face covers; the table (./table.ts, printed in docs/languages.md) refines those it has a row for.
 */
import { ALIASES, RELATIVES } from './data/relatives.ts';
import { deriveLanguage, isAssigned } from './derive.ts';
import { LANGUAGES } from './table.ts';
import { ancestors, canonicalTag, scriptOfTag } from './tag.ts';

export { languageHint, reportUnknownLanguage } from './names.ts';
export { canonicalTag } from './tag.ts';

export type Direction = 'ltr' | 'rtl';

/** How the lines of a justified paragraph are filled. */
export type Justification = 'spaces' | 'kashida' | 'characters';

/** How emphasis is shown: scripts without italics use weight or colour. */
export type EmphasisStyle = 'italic' | 'bold' | 'color';

/** What a proof-reader of a language looks for, beyond what every text is looked through for. */
export interface Proof {
  /** Letters that keyboards of other languages give, and those of the language: `ي` → `ی`. */
  readonly letters?: Readonly<Record<string, string>>;
  /** Prefixes and endings that a zero-width non-joiner holds to their word, written with a space by mistake. */
  readonly joined?: { readonly prefixes: string; readonly endings: string };
  /** Quotation marks that are as right as `quotes`. */
  readonly quotes?: string;
  /** Kinds of mistakes that are none in this language. */
  readonly ignore?: readonly ('spaces' | 'quotes' | 'digits')[];
}

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
  /** What \`bayan check\` looks for in its texts. */
  readonly proof?: Proof;
  /** Face for each role, where it is not the default face of the script in fonts/fonts.yaml. */
  readonly faces?: Readonly<Partial<Record<'serif' | 'sans' | 'display', string>>>;
}

const byTag = new Map(LANGUAGES.map((language) => [language.tag, language]));

/** What was asked for before: the same few tags come again and again. */
const lookedUp = new Map<string, Language | undefined>();

/**
 * The language for a BCP 47 tag: its row in the table, or else what CLDR knows of it, refined from the row it inherits from
 * (`ur-Arab-PK` is `ur`, `fr-CA` French with Canada's marks). A row counts only for its own script: `zh-TW` is `zh-Hant`,
 * `sd-Deva` takes nothing from `sd`. Undefined for what is no tag, and for a language whose script neither the tag nor CLDR
 * tells.
 */
export function findLanguage(tag: string): Language | undefined {
  const exact = byTag.get(tag);
  if (exact) return exact;
  if (!lookedUp.has(tag)) lookedUp.set(tag, lookUp(tag));
  return lookedUp.get(tag);
}

function lookUp(tag: string): Language | undefined {
  const canonical = canonicalTag(tag);
  if (canonical === undefined) return undefined;
  const exact = byTag.get(canonical);
  if (exact) return exact;
  const script = isAssigned(canonical) ? scriptOfTag(canonical) : undefined;
  if (script === undefined) return undefined;
  const row = (order: readonly string[]): Language | undefined => {
    const found = order.find((candidate) => byTag.get(candidate)?.script === script);
    return found === undefined ? undefined : byTag.get(found);
  };
  const order = ancestors(canonical);
  const inherited = row(order);
  // Another name for the same thing, such as `zh-CN`, `fa-Arab-AF` or `ckb-Arab`.
  if (inherited && isSame(canonical, inherited)) return inherited;
  const nearest = inherited ?? row(order.flatMap((elder) => RELATIVES[elder] ?? []));
  return deriveLanguage(canonical, script, nearest);
}

/** Whether a tag says no more than the row does, once both are written in full. */
function isSame(tag: string, row: Language): boolean {
  if (ALIASES[tag] === row.tag) return true;
  const own = new Intl.Locale(row.tag).maximize().baseName;
  return new Intl.Locale(tag).maximize().toString() === own;
}

/** The canonical tag of a language that a text, a phrase or an original may be in; undefined for what is none. */
export function knownLanguage(tag: string): string | undefined {
  return findLanguage(tag) && canonicalTag(tag);
}

export function knownTags(): readonly string[] {
  return LANGUAGES.map((language) => language.tag);
}
