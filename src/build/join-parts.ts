/** Reads the folders that are to be joined, and finds out which shard is in which: each must be there once. */
import { existsSync } from 'node:fs';
import type { Report } from '../diagnostics/diagnostic.ts';
import { lookAt } from '../files/disk-answer.ts';
import {
  type EditionRecord,
  MANIFEST_FILE,
  type Manifest,
  parseManifest,
  readManifestFile,
  type TextRecord,
} from './manifest.ts';
import { type Division, isSameDivision, shardNumber } from './shard.ts';

/** A folder to join, and how the user named it. */
export interface NamedFolder {
  /** Absolute. */
  readonly path: string;
  readonly name: string;
}

/** A folder, and what in it is of its shards; anything else is left from other builds. */
export interface Part {
  readonly folder: NamedFolder;
  readonly manifest: Manifest;
  readonly division: Division;
  readonly editions: readonly EditionRecord[];
  readonly texts: readonly TextRecord[];
}

/** A build that nobody shared out. */
const WHOLE: Division = { of: 1, done: [1] };

/** The folders, when they hold all shards of one build, each once; undefined otherwise, and the report says why. */
export function readParts(folders: readonly NamedFolder[], report: Report): readonly Part[] | undefined {
  const parts = folders.map((folder) => readPart(folder, report));
  if (parts.some((part) => part === undefined)) return undefined;
  const found = parts as readonly Part[];
  return isOneBuild(found, report) && isComplete(found, report) ? found : undefined;
}

function readPart(folder: NamedFolder, report: Report): Part | undefined {
  const text = readManifestFile(folder.path);
  if (text === undefined) {
    report.error('shard-missing', undefined, `${folder.name} ${whyNone(folder.path)}`, {
      hint: 'build the shard into it, for example: bayan build --shard 3/8 --out shards/3',
    });
    return undefined;
  }
  const manifest = parseManifest(text);
  if (!manifest) {
    const path = `${folder.name}/${MANIFEST_FILE}`;
    report.error('shard-damaged', undefined, `${path} is damaged, or another version of Bayan wrote it`, {
      hint: 'build the shard again with this version',
    });
    return undefined;
  }
  const division = manifest.shards ?? WHOLE;
  const isOurs = (edition: { readonly slug: string; readonly lang: string }): boolean =>
    division.done.includes(shardNumber(edition, division.of));
  const { editions, texts } = manifest;
  return { folder, manifest, division, editions: editions.filter(isOurs), texts: texts.filter(isOurs) };
}

/** Why a folder has no manifest, in words that follow its name. */
function whyNone(path: string): string {
  if (!existsSync(path)) return 'does not exist';
  const found = lookAt(path);
  if (found.fault === undefined && found.kind === 'file') return 'is a file, not a folder';
  return `holds no ${MANIFEST_FILE}: no build has ended there`;
}

function isOneBuild([first, ...others]: readonly Part[], report: Report): boolean {
  const other = others.find(({ division }) => first && !isSameDivision(first.division, division));
  if (!first || !other) return true;
  report.error(
    'shard-differs',
    undefined,
    `${first.folder.name} holds ${inWords(first.division)}, and ${other.folder.name} ${inWords(other.division)}`,
    { hint: 'build all shards with the same number of them, the same names and the same options' },
  );
  return false;
}

/** `shards of 8 (kinds flyer)`. */
function inWords({ of, only }: Division): string {
  const asked = Object.entries(only ?? {}).map(([what, names]) => `${what} ${names.join(', ')}`);
  const limits = asked.length > 0 ? ` (${asked.join('; ')})` : '';
  return of === 1 ? `a whole build${limits}` : `shards of ${of}${limits}`;
}

function isComplete(parts: readonly Part[], report: Report): boolean {
  const { of } = parts[0]!.division;
  let complete = true;
  for (let number = 1; number <= of; number++) {
    const holders = parts.filter(({ division }) => division.done.includes(number));
    if (holders.length === 1) continue;
    complete = false;
    const names = holders.map(({ folder }) => folder.name);
    const shard = of === 1 ? 'the whole build' : `shard ${number} of ${of}`;
    if (names.length === 0)
      report.error('shard-missing', undefined, `${shard} is in none of these folders`, {
        hint: `build it: bayan build --shard ${number}/${of} --out …`,
      });
    else
      report.error('shard-overlap', undefined, `${shard} is in ${names.join(' and in ')}`, {
        hint: 'name one of them',
      });
  }
  return complete;
}
