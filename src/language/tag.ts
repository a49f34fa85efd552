/**
 * BCP 47 tags: their canonical form, what a tag inherits from, and how something kept by tag is looked up. Every map of
 * language to text, file or face is asked through here.
 */
import { ALIASES, PARENTS, RELATIVES } from './data/relatives.ts';

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

/** The script a tag is written in, ISO 15924: the one it names, or the likely one; undefined when nobody can say. */
export function scriptOfTag(tag: string): string | undefined {
  return new Intl.Locale(tag).maximize().script;
}

/**
 * What a tag inherits from, itself first, as CLDR has it (UTS #35, parent locales): `es-MX` → `es-419` → `es`,
 * `zh-HK` → `zh-Hant-HK` → `zh-Hant`, `ur-Arab-PK` → `ur-PK` → `ur`. Nothing is inherited across scripts: `sr-Latn` is not
 * `sr`. `tag` must be canonical.
 */
export function ancestors(tag: string): readonly string[] {
  let found = chains.get(tag);
  if (!found) {
    found = [...inheritance(tag)];
    chains.set(tag, found);
  }
  return found;
}

/** Dari is here from the start, since it is asked for often and Intl takes 8 ms to begin. */
const chains = new Map<string, readonly string[]>([['fa-AF', ['fa-AF', 'fa']]]);

function inheritance(tag: string): Set<string> {
  const chain = new Set([tag]);
  if (/^[a-z]+$/.test(tag) && PARENTS[tag] === undefined) return chain.add(ALIASES[tag] ?? tag);
  const { language, region, baseName } = new Intl.Locale(tag);
  const script = scriptOfTag(tag);
  const own = script === undefined || script === scriptOfTag(language) ? '' : `-${script}`;
  const variants = baseName.split('-').filter((part) => /^(?:[a-z]\w{4,7}|\d\w{3})$/.test(part));
  const root = `${language}${own}`;
  let next: string | undefined = [root, region, ...variants].filter(Boolean).join('-');
  while (next !== undefined) {
    chain.add(next).add(ALIASES[next] ?? next);
    const parent: string | undefined = PARENTS[next];
    if (parent === undefined) next = next === root ? undefined : next.replace(/-\w+$/, '');
    else if (parent.startsWith(`${language}-`) || parent === language) next = parent;
    else {
      // Another language, such as Norwegian for Bokmål.
      for (const elder of ancestors(parent)) chain.add(elder);
      next = undefined;
    }
  }
  return chain;
}

/**
 * Where words for a language are looked for, best first: what it inherits from, then languages that its readers also read.
 * `haz` → `fa-AF` → `fa`. `tag` must be canonical.
 */
export function readingOrder(tag: string): readonly string[] {
  const own = ancestors(tag);
  const named = own.find((elder) => RELATIVES[elder] !== undefined);
  const relatives = named === undefined ? schooling(tag) : RELATIVES[named]!;
  return [...new Set([...own, ...relatives.flatMap(ancestors)])];
}

function schooling(tag: string): readonly string[] {
  const { region, script } = new Intl.Locale(tag).maximize();
  return (script === 'Arab' && SCHOOLING[region ?? '']) || [];
}

/** What people learn to read in Arabic script at school, whatever they speak at home. */
const SCHOOLING: Readonly<Record<string, readonly string[]>> = { AF: ['fa-AF'], IR: ['fa'], PK: ['ur'] };

/** What `values` has for the first tag of `order` that it has anything for; its keys may be written in any form. */
export function pick<T>(values: Readonly<Record<string, T>>, order: readonly string[]): T | undefined {
  let keys = canonicalKeys.get(values);
  if (!keys) {
    keys = new Map(Object.keys(values).map((key) => [canonicalTag(key) ?? key, key]));
    canonicalKeys.set(values, keys);
  }
  for (const tag of order) {
    const key = keys.get(tag);
    if (key !== undefined) return values[key];
  }
  return undefined;
}

/** Canonical tag → the key as it is written, for maps that were asked before. */
const canonicalKeys = new WeakMap<object, ReadonlyMap<string, string>>();
