/**
 * Bayan's own YAML files (styles, fonts, strings) as they were parsed when Bayan was bundled, found again by the digest
 * of the file. A file that was changed by one letter is not found, and is parsed and checked like any other.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

let byDigest: Readonly<Record<string, unknown>> | undefined;

/**
 * The value of a YAML file that Bayan shipped; undefined for every other file, and when running from source.
 *
 * @param digest SHA-256 of the file, hexadecimal: what scripts/bundle.mjs writes values under
 */
export function knownYaml(digest: string): unknown {
  byDigest ??= readKnown();
  return byDigest[digest];
}

function readKnown(): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(fileURLToPath(new URL('known-yaml.json', import.meta.url)), 'utf8'));
  } catch {
    return {};
  }
}
