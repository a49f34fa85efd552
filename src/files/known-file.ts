/**
 * Bayan's own files (styles, fonts, strings, templates) as they were parsed when Bayan was bundled, found again by the
 * digest of the file. A file that was changed by one letter is not found, and is parsed and checked like any other.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

/** What was found, by digest: no more than Bayan has files. */
const known = new Map<string, string>();

/**
 * The value of a YAML file that Bayan shipped, each time anew; undefined for every other file, and where nothing was bundled.
 *
 * @param digest SHA-256 of the file, hexadecimal: what scripts/bundle.mjs writes values under
 */
export function knownYaml(digest: string): unknown {
  const json = knownJson(digest);
  return json === undefined ? undefined : JSON.parse(json);
}

/** The syntax tree of a template that Bayan shipped, each time anew, with `file` as the source of its places. */
export function knownTemplate(digest: string, file: string): unknown {
  const json = knownJson(digest);
  // Parsed with no name of a source, which is written so nowhere else: quotation marks inside of texts are escaped.
  const source = `"source":${JSON.stringify(file)}`;
  return json === undefined ? undefined : JSON.parse(json.replaceAll('"source":""', () => source));
}

function knownJson(digest: string): string | undefined {
  const before = known.get(digest);
  if (before !== undefined) return before;
  const json = readKnown(digest);
  if (json !== undefined) known.set(digest, json);
  return json;
}

function readKnown(digest: string): string | undefined {
  try {
    return readFileSync(join(packageRoot(), 'dist/known', `${digest}.json`), 'utf8');
  } catch {
    return undefined;
  }
}
