/**
 * The font book: which face sets which script in which role. Files are looked for in node_modules and in fonts/, and
 * opened only when text needs them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DiagnosticError } from '../diagnostics/diagnostic.ts';
import { nearestHint } from '../diagnostics/nearest.ts';
import { findLanguage, type Language } from '../language/language.ts';
import { writingSystem } from '../language/script.ts';
import { LANGUAGES } from '../language/table.ts';
import { type Face, openFace } from './face.ts';
import type { FaceWish, FontRole } from './face-wish.ts';
import { embeddingBar } from './rights.ts';
import { type FaceEntry, type FontTable, readFontTable } from './table.ts';

export type { FaceEntry, FontTable } from './table.ts';

type FaceRoles = Readonly<Partial<Record<'serif' | 'sans' | 'display', string>>>;

/** Faces a brand prefers: for every language, or for one. */
export interface FontPreferences extends FaceRoles {
  readonly languages?: Readonly<Record<string, FaceRoles>>;
}

export interface FontBook {
  readonly table: FontTable;
  /** Faces to try for a script in a style and language, best first; each is opened when it is asked for. */
  candidates(script: string, wish: FaceWish, language: Language): readonly FaceCandidate[];
  /** Names of those faces, whether installed or not. */
  faceNames(script: string, role: FontRole, language: Language): readonly string[];
  /** Absolute path of a face's file, or undefined when its package is not installed. */
  locate(faceName: string, key: string): string | undefined;
}

/** Opens a face; undefined when its package is not installed. */
export type FaceCandidate = () => Face | undefined;

export interface FontBookOptions {
  /** Folders with a fonts.yaml and font files: the project's first, Bayan's own last. */
  readonly folders: readonly string[];
  readonly preferences?: FontPreferences;
}

/** A letter of each script: a face that lacks it does not set the script. */
const SAMPLES = new Map(LANGUAGES.map((language) => [language.script, language.endonym.codePointAt(0)!]));

/**
 * Reads the font tables. Throws DiagnosticError: here when a table cannot be read or the brand names an unknown face,
 * and when a face is opened that is corrupt (`font-corrupt`) or may not be embedded (`font-not-embeddable`).
 */
export function openFontBook(options: FontBookOptions): FontBook {
  const table = readFontTable(options.folders);
  const brand = readPreferences(options.preferences ?? {}, table);
  const open = new Map<string, Face | undefined>();
  const lists = new Map<string, readonly FaceCandidate[]>();

  const locate = (faceName: string, key: string): string | undefined => {
    const entry = table.faces[faceName];
    const file = entry?.files[key];
    if (!entry || !file) return undefined;
    if (!entry.package) return options.folders.map((folder) => join(folder, file)).find(existsSync);
    for (const folder of options.folders) {
      try {
        return createRequire(join(folder, 'fonts.yaml')).resolve(`${entry.package}/${file}`);
      } catch {
        // Not below this folder; the next one may have it.
      }
    }
    return undefined;
  };

  const faceFor = (faceName: string, weight: number, italic: boolean): Face | undefined => {
    const entry = table.faces[faceName];
    if (!entry) return undefined;
    const wanted = [`${weight}${italic ? 'i' : ''}`, `${weight}`, italic ? '400i' : '400', '400'];
    const key = wanted.find((k) => entry.files[k]) ?? Object.keys(entry.files)[0];
    if (!key) return undefined;
    const syntheticBold = weight >= 700 && !key.startsWith('700');
    const id = `${faceName}/${key}${syntheticBold ? '+bold' : ''}`;
    if (!open.has(id)) {
      const path = locate(faceName, key);
      open.set(id, path === undefined ? undefined : openShared(path, id, key, entry, syntheticBold));
    }
    return open.get(id);
  };

  /** A brand's face for every language serves the scripts it has letters of. */
  const sets = (faceName: string, script: string): boolean => {
    const sample = SAMPLES.get(script);
    return sample === undefined || faceFor(faceName, 400, false)?.has(sample) === true;
  };

  const faceNames = (script: string, role: FontRole, language: Language): readonly string[] => {
    const system = writingSystem(script, language);
    const own = system === language.script;
    const roles = table.scripts[system];
    const names = new Set<string | undefined>();
    if (role !== 'mono') {
      if (own) names.add(brand.languages.get(language.tag)?.[role]).add(language.faces?.[role]);
      const everywhere = brand.all[role];
      if (everywhere && sets(everywhere, system)) names.add(everywhere);
    }
    names.add(roles?.[role]);
    names.add(role === 'serif' ? roles?.serif : roles?.sans);
    names.add(roles?.serif).add(roles?.sans);
    for (const name of table.fallback) names.add(name);
    return [...names].filter((name) => name !== undefined);
  };

  return {
    table,
    locate,
    faceNames,
    candidates(script, wish, language) {
      const key = `${script} ${wish.role} ${wish.weight} ${wish.italic} ${language.tag}`;
      const known = lists.get(key);
      if (known) return known;
      const names = faceNames(script, wish.role, language);
      const italic = wish.italic && script !== 'Arab';
      const faces = names.map((name): FaceCandidate => {
        let opened: Face | undefined;
        let tried = false;
        return () => {
          if (!tried) opened = faceFor(name, wish.weight, italic);
          tried = true;
          return opened;
        };
      });
      lists.set(key, faces);
      return faces;
    },
  };
}

interface Preferences {
  readonly all: FaceRoles;
  /** By tag of the language table. */
  readonly languages: ReadonlyMap<string, FaceRoles>;
}

function readPreferences({ languages = {}, ...all }: FontPreferences, table: FontTable): Preferences {
  const byTag = Object.entries(languages).map(
    ([tag, roles]) => [findLanguage(tag)?.tag ?? tag, roles] as const,
  );
  for (const roles of [all, ...byTag.map(([, roles]) => roles)])
    for (const name of Object.values(roles))
      if (name !== undefined && !table.faces[name])
        throw new DiagnosticError(
          'font-missing',
          { file: 'brand.yaml' },
          `fonts: there is no face "${name}"`,
          {
            hint: nearestHint(name, Object.keys(table.faces)),
          },
        );
  return { all, languages: new Map(byTag) };
}

const shared = new Map<string, Face>();

/** Opens a file once for the process: workers and watch runs build many editions with the same few faces. */
function openShared(path: string, id: string, key: string, entry: FaceEntry, syntheticBold: boolean): Face {
  const scale = entry.scale ?? 1;
  const kashida = entry.kashida ?? false;
  const shareKey = `${path} ${id} ${scale} ${kashida}`;
  const known = shared.get(shareKey);
  if (known) return known;
  const label = `the font "${entry.family}" (${entry.files[key]})`;
  let face: Face;
  try {
    face = openFace(readFileSync(path), { id, family: entry.family, scale, kashida, syntheticBold });
  } catch (error) {
    throw new DiagnosticError(
      'font-corrupt',
      undefined,
      `${label} cannot be read: ${error instanceof Error ? error.message : 'unknown fault'}`,
      {
        hint: entry.package
          ? `install it again: npm install ${entry.package}`
          : 'put a sound copy of the file into fonts/',
      },
    );
  }
  const bar = face.source.isCFF
    ? 'has PostScript outlines, which Bayan does not embed'
    : embeddingBar(face.source.fsType);
  if (bar)
    throw new DiagnosticError('font-not-embeddable', undefined, `${label} ${bar}`, {
      hint: face.source.isCFF
        ? 'use its TrueType version (.ttf)'
        : 'ask its maker for a licence that allows it, or choose another face',
    });
  shared.set(shareKey, face);
  return face;
}
