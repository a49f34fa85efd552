/**
 * The script of a code point and of each stretch of a paragraph (UAX #24). Common and inherited characters
 * take the script of what stands before them, paired brackets the script around them.
 */

/** Scripts of the languages Bayan sets, most frequent first; anything else is looked up last. */
const SCRIPTS: readonly (readonly [code: string, test: RegExp])[] = (
  [
    ['Latn', 'Latin'],
    ['Arab', 'Arabic'],
    ['Hebr', 'Hebrew'],
    ['Deva', 'Devanagari'],
    ['Beng', 'Bengali'],
    ['Taml', 'Tamil'],
    ['Sinh', 'Sinhala'],
    ['Mymr', 'Myanmar'],
    ['Khmr', 'Khmer'],
    ['Thai', 'Thai'],
    ['Laoo', 'Lao'],
    ['Tibt', 'Tibetan'],
    ['Cyrl', 'Cyrillic'],
    ['Grek', 'Greek'],
    ['Ethi', 'Ethiopic'],
    ['Hani', 'Han'],
    ['Hira', 'Hiragana'],
    ['Kana', 'Katakana'],
    ['Hang', 'Hangul'],
    ['Bopo', 'Bopomofo'],
    ['Syrc', 'Syriac'],
    ['Thaa', 'Thaana'],
    ['Nkoo', 'Nko'],
    ['Adlm', 'Adlam'],
    ['Rohg', 'Hanifi_Rohingya'],
    ['Guru', 'Gurmukhi'],
    ['Gujr', 'Gujarati'],
    ['Telu', 'Telugu'],
    ['Knda', 'Kannada'],
    ['Mlym', 'Malayalam'],
    ['Geor', 'Georgian'],
    ['Armn', 'Armenian'],
    ['Mong', 'Mongolian'],
    ['Orya', 'Oriya'],
  ] as const
).map(([code, name]) => [code, new RegExp(`\\p{Script=${name}}`, 'u')]);

/** As deep as UAX #9 BD16 looks for pairs; keeps a text of brackets alone linear. */
const MAX_BRACKETS = 63;
const COMMON = /[\p{Script=Common}\p{Script=Inherited}]/u;
const cache = new Map<number, string>();

/** ISO 15924 code of a code point; `Zyyy` for common and inherited characters, `Zzzz` for scripts Bayan has no face for. */
export function scriptOf(codePoint: number): string {
  if (codePoint < 0x80) return (codePoint | 0x20) >= 0x61 && (codePoint | 0x20) <= 0x7a ? 'Latn' : 'Zyyy';
  const known = cache.get(codePoint);
  if (known) return known;
  const char = String.fromCodePoint(codePoint);
  const script = COMMON.test(char) ? 'Zyyy' : (SCRIPTS.find(([, test]) => test.test(char))?.[0] ?? 'Zzzz');
  cache.set(codePoint, script);
  return script;
}

/**
 * The script of each UTF-16 code unit of `text`. Leading common characters take the first script that follows;
 * `fallback` is used when there is none.
 */
export function resolveScripts(text: string, fallback: string): string[] {
  const scripts: string[] = new Array(text.length);
  const brackets: { close: string; script: string }[] = [];
  let current = '';
  let pending = 0;
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) ?? 0;
    const size = codePoint > 0xffff ? 2 : 1;
    let script = scriptOf(codePoint);
    const char = size === 1 ? text[i]! : '';
    const close = CLOSING.get(char);
    if (close && brackets.length < MAX_BRACKETS) brackets.push({ close, script: current });
    if (script === 'Zyyy') {
      const open =
        brackets.length > 0 && CLOSERS.has(char) ? brackets.findLastIndex((b) => b.close === char) : -1;
      script = open >= 0 ? brackets[open]!.script : current;
      if (open >= 0) {
        brackets.length = open;
        // What follows a bracketed aside goes on in the script the aside interrupted.
        if (script) current = script;
      }
    } else {
      if (!current) for (; pending < i; pending++) scripts[pending] = script;
      current = script;
    }
    for (let unit = 0; unit < size; unit++) scripts[i + unit] = script;
    i += size;
  }
  for (let i = 0; i < text.length; i++)
    if (!scripts[i]) scripts[i] = current && i >= pending ? current : fallback;
  return scripts;
}

const PAIRS = ['()', '[]', '{}', '«»', '‹›', '“”', '‘’', '「」', '『』', '（）', '《》'] as const;
const CLOSING: ReadonlyMap<string, string> = new Map(PAIRS.map((pair) => [pair[0]!, pair[1]!]));
const CLOSERS: ReadonlySet<string> = new Set(PAIRS.map((pair) => pair[1]!));

/** Scripts that a language's writing system is made of, where ISO 15924 has a code for the whole. */
const SYSTEMS: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
};

/** The writing system that faces are chosen by: Han letters are `Jpan` in a Japanese text and `Hani` in an English one. */
export function writingSystem(script: string, language: { readonly script: string }): string {
  return SYSTEMS[language.script]?.includes(script) ? language.script : script;
}
