/**
 * Reads fonts.yaml: Bayan's own and the project's, checked and merged, and the .ttf files of the project's fonts/
 * folder that no fonts.yaml names.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { DiagnosticError } from '../diagnostics/diagnostic.ts';
import { knownYaml } from '../files/known-yaml.ts';
import type { FontRole } from './face-wish.ts';
import { openTrueType } from './truetype/source.ts';

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

const PUBLISHER = '@expo-google-fonts';
const STYLES: Readonly<Record<string, string>> = {
  400: '400Regular',
  700: '700Bold',
  '400i': '400Regular_Italic',
  '700i': '700Bold_Italic',
};
const FILE = 'fonts/fonts.yaml';

const weightName = v.picklist(['400', '700', '400i', '700i'], 'must be 400, 700, 400i or 700i');
const weight = v.pipe(v.union([v.string(), v.number()]), v.transform(String), weightName);
const FaceSchema = v.strictObject({
  family: v.string(),
  package: v.optional(v.string()),
  weights: v.optional(v.array(weight)),
  files: v.optional(v.record(weightName, v.string())),
  scale: v.optional(v.pipe(v.number(), v.minValue(0.3), v.maxValue(3))),
  kashida: v.optional(v.boolean()),
});
const RolesSchema = v.union(
  [
    v.string(),
    v.strictObject({
      serif: v.optional(v.string()),
      sans: v.optional(v.string()),
      display: v.optional(v.string()),
      mono: v.optional(v.string()),
    }),
  ],
  'must be a face, or faces by role: serif, sans, display, mono',
);
const TableSchema = v.strictObject({
  faces: v.optional(v.record(v.string(), FaceSchema), {}),
  scripts: v.optional(v.record(v.string(), RolesSchema), {}),
  fallback: v.optional(v.array(v.string()), []),
});

/**
 * The font table of folders: the project's first, Bayan's own last, and what the first say goes. Throws DiagnosticError when
 * a fonts.yaml or a font file cannot be read.
 */
export function readFontTable(folders: readonly string[]): FontTable {
  const tables = folders.map(readTable);
  const faces: Record<string, FaceEntry> = {};
  const scripts: Record<string, Partial<Record<FontRole, string>>> = {};
  for (const table of [...tables].reverse()) {
    Object.assign(faces, table.faces);
    for (const [script, roles] of Object.entries(table.scripts))
      scripts[script] = { ...scripts[script], ...roles };
  }
  const fallback = new Set(tables.flatMap((table) => table.fallback));
  for (const folder of folders)
    for (const [name, entry] of unnamedFaces(folder, faces)) {
      faces[name] = entry;
      fallback.add(name);
    }
  return { faces, scripts, fallback: [...fallback] };
}

function readTable(folder: string): FontTable {
  const file = join(folder, 'fonts.yaml');
  if (!existsSync(file)) return { faces: {}, scripts: {}, fallback: [] };
  let raw: unknown;
  try {
    const text = readFileSync(file, 'utf8');
    raw = knownYaml(text) ?? parse(text) ?? {};
  } catch (error) {
    throw new DiagnosticError(
      'yaml-syntax',
      { file: FILE },
      error instanceof Error ? error.message.split('\n')[0]! : 'not YAML',
    );
  }
  const checked = v.safeParse(TableSchema, raw);
  if (!checked.success) {
    const issue = checked.issues[0];
    throw new DiagnosticError(
      'project-invalid',
      { file: FILE },
      `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`,
      { hint: 'bayan fonts shows what a sound table gives' },
    );
  }
  const { faces, scripts, fallback } = checked.output;
  return {
    faces: Object.fromEntries(Object.entries(faces).map(([name, face]) => [name, faceEntry(name, face)])),
    scripts: Object.fromEntries(Object.entries(scripts).map(([script, roles]) => [script, allRoles(roles)])),
    fallback,
  };
}

/** A face without files is taken from its package by the names the publisher gives them. */
function faceEntry(name: string, face: v.InferOutput<typeof FaceSchema>): FaceEntry {
  const { family, scale, kashida, weights = ['400', '700'] } = face;
  const base = family.replaceAll(' ', '');
  const files =
    face.files ??
    Object.fromEntries(weights.map((key) => [key, `${STYLES[key]}/${base}_${STYLES[key]}.ttf`]));
  for (const path of Object.values(files)) {
    const inside = normalize(path).replaceAll('\\', '/');
    if (inside.startsWith('../') || inside.startsWith('/') || /^[a-z]:/i.test(inside))
      throw new DiagnosticError(
        'path-outside-project',
        { file: FILE },
        `faces.${name}: the path "${path}" leaves the folder of the font`,
      );
  }
  const source = face.package ?? (face.files ? undefined : `${PUBLISHER}/${name}`);
  return {
    family,
    files,
    ...(source !== undefined && { package: source }),
    ...(scale !== undefined && { scale }),
    ...(kashida !== undefined && { kashida }),
  };
}

function allRoles(roles: v.InferOutput<typeof RolesSchema>): Partial<Record<FontRole, string>> {
  return typeof roles === 'string' ? { serif: roles, sans: roles, display: roles } : roles;
}

/** Fonts that were dropped into a folder: gathered by the family their name table gives. */
function unnamedFaces(folder: string, known: Readonly<Record<string, FaceEntry>>): Map<string, FaceEntry> {
  const found = new Map<string, FaceEntry>();
  if (!existsSync(folder)) return found;
  const named = new Set(
    Object.values(known)
      .filter((entry) => !entry.package)
      .flatMap((entry) => Object.values(entry.files)),
  );
  const dropped = readdirSync(folder).filter((file) => /\.(?:ttf|otf)$/i.test(file) && !named.has(file));
  for (const file of dropped.sort()) {
    const { family, key } = describe(join(folder, file), file);
    const name = family.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
    found.set(name, { family, files: { ...found.get(name)?.files, [key]: file } });
  }
  return found;
}

function describe(path: string, file: string): { family: string; key: string } {
  try {
    const source = openTrueType(readFileSync(path));
    const italic = source.italicAngle !== 0;
    return { family: source.family, key: `${source.weightClass >= 600 ? 700 : 400}${italic ? 'i' : ''}` };
  } catch (error) {
    throw new DiagnosticError(
      'font-corrupt',
      { file: `fonts/${file}` },
      `the font cannot be read: ${error instanceof Error ? error.message : 'unknown fault'}`,
      {
        hint: 'put a sound TrueType file in its place, or take it out of fonts/',
      },
    );
  }
}
