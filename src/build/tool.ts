/**
 * What PDFs depend on besides the project: Bayan itself, the packages it loads at run time, and what of Node.js decides
 * on words and bytes. Another version of one of them may make another PDF of the same text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byCodeUnit } from '../diagnostics/code-unit-order.ts';
import { DISK } from '../files/disk.ts';
import { findPackage } from '../files/npm-package.ts';
import { packageRoot, packageVersion } from '../files/package-root.ts';
import { sha256 } from '../files/source-file.ts';
import type { Input } from './manifest.ts';

/** Packages that are not in the bundle: hyphenation, photographs. */
const PACKAGES = ['hyphen', '@jsquash/jpeg'] as const;
/** Dates and digits; letters; dictionaries for lines; compression. */
const RUNTIME = ['cldr', 'icu', 'unicode', 'zlib'] as const;

let tools: readonly Input[] | undefined;

/** Each tool with its version. */
export function toolInputs(): readonly Input[] {
  tools ??= [
    tool('bayan', `${packageVersion()} ${ownDigest()}`),
    ...PACKAGES.map((name) => tool(name, installedVersion(name))),
    ...RUNTIME.map((name) => tool(name, process.versions[name] ?? 'none')),
  ];
  return tools;
}

const tool = (path: string, answer: string): Input => ({ asked: 'tool', path, answer });

function installedVersion(name: string): string {
  const folder = findPackage(name, [packageRoot()], DISK);
  if (folder === undefined) return 'none';
  const facts = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version?: unknown };
  return String(facts.version);
}

/** Of the bundle, as scripts/bundle.mjs wrote it beside this code; of the source when it runs from there. */
function ownDigest(): string {
  try {
    const facts = readFileSync(fileURLToPath(new URL('tool.json', import.meta.url)), 'utf8');
    return (JSON.parse(facts) as { digest: string }).digest;
  } catch {
    return sourceDigest(join(packageRoot(), 'src'));
  }
}

function sourceDigest(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort(byCodeUnit);
  return sha256(names.map((name) => `${name} ${sha256(readFileSync(join(folder, name)))}`).join('\n'));
}
