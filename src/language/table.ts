/**
 * The language table: one row a language, in files by script and region. Facts come from CLDR where CLDR has them
 * and from the practice of printers where it has not; each of those says so. Tests hold the table to Intl.
 */
import type { Language } from './language.ts';
import { ARABIC_SCRIPT } from './rows/arabic-script.ts';
import { EAST_ASIA } from './rows/east-asia.ts';
import { LATIN_CYRILLIC_ETHIOPIC } from './rows/latin-cyrillic-ethiopic.ts';
import { RIGHT_TO_LEFT } from './rows/right-to-left.ts';
import { SOUTH_ASIA } from './rows/south-asia.ts';
import { SOUTHEAST_ASIA } from './rows/southeast-asia.ts';

/** Every language, by tag. */
export const LANGUAGES: readonly Language[] = [
  ...ARABIC_SCRIPT,
  ...RIGHT_TO_LEFT,
  ...SOUTH_ASIA,
  ...SOUTHEAST_ASIA,
  ...EAST_ASIA,
  ...LATIN_CYRILLIC_ETHIOPIC,
].sort((a, b) => (a.tag < b.tag ? -1 : 1));
