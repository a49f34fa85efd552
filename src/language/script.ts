/**
 * The script of a code point and of each stretch of a paragraph (UAX #24). Common and inherited characters
 * take the script of what stands before them, paired brackets the script around them.
 */

/** ISO 15924 codes of Unicode 15.0's scripts, those of most readers first: the first that has a character is taken. */
const CODES =
  'Latn Arab Hebr Deva Beng Taml Sinh Mymr Khmr Thai Laoo Tibt Cyrl Grek Ethi Hani Hira Kana Hang Bopo Syrc Thaa Nkoo Adlm ' +
  'Rohg Guru Gujr Telu Knda Mlym Orya Geor Armn Mong Cher Cans Tfng Copt Java Bali Sund Bugi Cham Lana Talu Yiii Olck Mtei ' +
  'Cakm Limb Lepc Saur Sylo Kali Batk Rjng Mand Samr Vaii Bamu Osge Wcho Hmnp Hmng Nand Gong Gonm Newa Tirh Mroo Pauc Sora ' +
  'Takr Tglg Hano Buhd Tagb Phag Tavt Lisu Plrd Diak Yezi Medf Mend Bass Kthi Mahj Modi Nagm Toto Vith Tnsa Kawi Shrd Sind ' +
  'Khoj Mult Gran Dogr Sidd Soyo Zanb Marc Bhks Brah Khar Aghb Ahom Armi Avst Cari Chrs Cpmn Cprt Dsrt Dupl Egyp Elba Elym ' +
  'Glag Goth Hatr Hluw Hung Ital Kits Lina Linb Lyci Lydi Maka Mani Merc Mero Narb Nbat Nshu Ogam Orkh Osma Ougr Palm Perm ' +
  'Phli Phlp Phnx Prti Runr Sarb Sgnw Shaw Sogd Sogo Tang Ugar Wara Xpeo Xsux';
const SCRIPTS: readonly string[] = CODES.split(' ');
/** Made as text is met: a document has three or four scripts, and all of them take 3 ms. */
const tests = new Map<string, RegExp>();

/** As deep as UAX #9 BD16 looks for pairs; keeps a text of brackets alone linear. */
const MAX_BRACKETS = 63;
const COMMON = /[\p{Script=Common}\p{Script=Inherited}]/u;
const cache = new Map<number, string>();

/** ISO 15924 code of a code point; `Zyyy` for common and inherited characters, `Zzzz` for what has no script. */
export function scriptOf(codePoint: number): string {
  if (codePoint < 0x80) return (codePoint | 0x20) >= 0x61 && (codePoint | 0x20) <= 0x7a ? 'Latn' : 'Zyyy';
  const scripts = cache.get(codePoint);
  if (scripts) return scripts;
  const char = String.fromCodePoint(codePoint);
  const script = COMMON.test(char) ? 'Zyyy' : (SCRIPTS.find((code) => isOf(code, char)) ?? 'Zzzz');
  cache.set(codePoint, script);
  return script;
}

const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/** Whether a grapheme cluster, or part of a text, is an emoji or another picture, which a face of letters has seldom. */
export function isPicture(text: string): boolean {
  return PICTURE.test(text);
}

function isOf(script: string, char: string): boolean {
  let test = tests.get(script);
  if (!test) {
    test = new RegExp(`\\p{Script=${script}}`, 'u');
    tests.set(script, test);
  }
  return test.test(char);
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

/** Whether the letters of `text` are those of a language's own script. */
export function isWrittenIn(text: string, language: { readonly script: string }): boolean {
  return [...text].every((char) => {
    const script = scriptOf(char.codePointAt(0)!);
    return script === 'Zyyy' || writingSystem(script, language) === language.script;
  });
}

/** A letter of a script: a face that lacks it does not set the script. */
export function sampleLetter(script: string): string | undefined {
  if (!samples.has(script)) samples.set(script, findLetter(SYSTEMS[script]?.[0] ?? script));
  return samples.get(script);
}

const samples = new Map<string, string | undefined>();

function findLetter(script: string): string | undefined {
  let letter: RegExp;
  try {
    letter = new RegExp(`(?=\\p{L})\\p{Script=${script}}`, 'u');
  } catch {
    return undefined;
  }
  for (let code = 0x41; code < 0x20000; code++) {
    const char = String.fromCodePoint(code);
    if (letter.test(char)) return char;
  }
  return undefined;
}
