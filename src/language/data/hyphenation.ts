/**
 * Which of the patterns of TeX's hyph-utf8, as the npm package `hyphen` has them, serve which language. Scripts of South
 * Asia and Armenian are left out, since a hyphen of Latin shape does not belong there; Vietnamese because its words are
 * syllables.
 */
const PATTERNS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'af be bg ca cs cy da es et eu fi fr fur ga gl hr hsb hu ia id is it ka la lt lv mk nb nl nn no oc pl pms pt rm ro ru sk sl sq sv tk tr uk'
      .split(' ')
      .map((tag) => [tag, tag]),
  ),
  bs: 'sh-latn',
  'bs-Cyrl': 'sh-cyrl',
  de: 'de-1996',
  el: 'el-monoton',
  'el-polyton': 'el-polyton',
  en: 'en-gb',
  'en-US': 'en-us',
  ku: 'kmr',
  la: 'la-x-classic',
  mn: 'mn-cyrl',
  // TeX's Malay uses the Indonesian patterns: the syllables are the same.
  ms: 'id',
  sr: 'sh-cyrl',
  'sr-Latn': 'sh-latn',
};

/** Name of the patterns for the first tag of `order` that has any. */
export function hyphenationFor(order: readonly string[]): string | undefined {
  const tag = order.find((candidate) => Object.hasOwn(PATTERNS, candidate));
  return tag === undefined ? undefined : PATTERNS[tag];
}
