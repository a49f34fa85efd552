/**
 * Bayan's own YAML files (styles, fonts, strings) as they were parsed when Bayan was bundled, found again by the digest
 * of their text. A file that was changed by one letter is not found, and is parsed and checked like any other.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

let known: Readonly<Record<string, unknown>> | undefined;

/** The value of a YAML text that Bayan shipped; undefined for every other text, and when running from source. */
export function knownYaml(text: string): unknown {
  known ??= readKnown();
  return known[digest(text)];
}

/** What scripts/bundle.mjs writes values under. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function readKnown(): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(fileURLToPath(new URL('known-yaml.json', import.meta.url)), 'utf8'));
  } catch {
    return {};
  }
}
