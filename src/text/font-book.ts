/**
 * The font book: which face sets which script in which role, read from fonts/fonts.yaml (Bayan's and the
 * project's). Files are looked for in node_modules and in fonts/, and opened only when text needs them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { DiagnosticError } from '../diagnostics/diagnostic.ts';
import type { Language } from '../language/language.ts';
import { type Face, openFace } from './face.ts';
import type { FontRole, TextStyle } from './style.ts';

export interface FaceEntry {
  readonly family: string;
  /** npm package, or undefined for files in fonts/. */
  readonly package?: string;
  /** `400`, `700`, `400i`, `700i` → path inside the package or fonts/. */
  readonly files: Readonly<Record<string, string>>;
  readonly scale?: number;
  readonly kashida?: boolean;
}

export interface FontTable {
  readonly faces: Readonly<Record<string, FaceEntry>>;
  readonly scripts: Readonly<Record<string, Partial<Record<FontRole, string>>>>;
  readonly fallback: readonly string[];
}

/** Faces a brand prefers: for every language, or for one. */
export interface FontPreferences {
  readonly serif?: string;
  readonly sans?: string;
  readonly display?: string;
  readonly languages?: Readonly<Record<string, Partial<Record<'serif' | 'sans' | 'display', string>>>>;
}

export interface FontBook {
  readonly table: FontTable;
  /** Faces to try for a script in a style and language, best first; each is opened when it is asked for. */
  candidates(script: string, style: TextStyle, language: Language): readonly FaceCandidate[];
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

/** Reads the font tables. Throws DiagnosticError (`font-missing`, `font-corrupt`) when a face is opened that cannot be. */
export function openFontBook(options: FontBookOptions): FontBook {
  const table = mergeTables(options.folders.map(readTable));
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
    const wanted = `${weight}${italic ? 'i' : ''}`;
    const key = [wanted, `${weight}`, italic ? '400i' : '400', '400'].find((k) => entry.files[k]);
    if (!key) return undefined;
    const id = `${faceName}/${key}`;
    if (!open.has(id)) {
      const path = locate(faceName, key);
      open.set(id, path === undefined ? undefined : openShared(path, faceName, key, entry, weight));
    }
    return open.get(id);
  };

  const preferred = (script: string, role: FontRole, language: Language): string | undefined => {
    if (role === 'mono' || script !== language.script) return undefined;
    const own = options.preferences;
    return own?.languages?.[language.tag]?.[role] ?? language.faces?.[role] ?? own?.[role];
  };

  return {
    table,
    locate,
    candidates(script, style, language) {
      const key = `${script} ${style.role} ${style.weight} ${style.italic} ${language.tag}`;
      const known = lists.get(key);
      if (known) return known;
      const roles = table.scripts[script];
      const names = new Set<string>();
      for (const name of [preferred(script, style.role, language), roles?.[style.role], roles?.serif, roles?.sans])
        if (name) names.add(name);
      for (const name of table.fallback) names.add(name);
      const italic = style.italic && script !== 'Arab';
      const faces = [...names].map((name) => () => faceFor(name, style.weight, italic));
      lists.set(key, faces);
      return faces;
    },
  };
}

const shared = new Map<string, Face>();

/** Opens a file once for the process: workers and watch runs build many editions with the same few faces. */
function openShared(path: string, faceName: string, key: string, entry: FaceEntry, weight: number): Face {
  const known = shared.get(path);
  if (known) return known;
  try {
    const face = openFace(readFileSync(path), {
      id: `${faceName}/${key}`,
      family: entry.family,
      scale: entry.scale ?? 1,
      kashida: entry.kashida ?? false,
      syntheticBold: weight >= 700 && !key.startsWith('700'),
    });
    shared.set(path, face);
    return face;
  } catch (error) {
    throw new DiagnosticError('font-corrupt', undefined, `the font "${entry.family}" (${entry.files[key]}) cannot be read: ${error instanceof Error ? error.message : 'unknown fault'}`, {
      hint: entry.package ? `install it again: npm install ${entry.package}` : 'put a sound copy of the file into fonts/',
    });
  }
}

function readTable(folder: string): FontTable {
  const file = join(folder, 'fonts.yaml');
  if (!existsSync(file)) return { faces: {}, scripts: {}, fallback: [] };
  try {
    const table = parse(readFileSync(file, 'utf8')) as Partial<FontTable> | null;
    return { faces: table?.faces ?? {}, scripts: table?.scripts ?? {}, fallback: table?.fallback ?? [] };
  } catch (error) {
    throw new DiagnosticError('yaml-syntax', { file: 'fonts/fonts.yaml' }, error instanceof Error ? error.message : 'not YAML');
  }
}

function mergeTables(tables: readonly FontTable[]): FontTable {
  const faces: Record<string, FaceEntry> = {};
  const scripts: Record<string, Partial<Record<FontRole, string>>> = {};
  for (const table of [...tables].reverse()) {
    Object.assign(faces, table.faces);
    for (const [script, roles] of Object.entries(table.scripts)) scripts[script] = { ...scripts[script], ...roles };
  }
  return { faces, scripts, fallback: [...new Set(tables.flatMap((table) => table.fallback))] };
}
