/**
 * Reads fonts.yaml: Bayan's own and the project's, checked and merged, and the .ttf files of the project's fonts/
 * folder that no fonts.yaml names.
 */
import * as v from 'valibot';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { resolveByName } from '../files/containment.ts';
import { isPackageName } from '../files/npm-package.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import { readSettings } from '../files/settings-file.ts';
import { reportFault } from '../files/source-file.ts';
import type { Trace } from '../files/trace.ts';
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

const weightName = v.picklist(['400', '700', '400i', '700i'], 'must be 400, 700, 400i or 700i');
const weight = v.pipe(v.union([v.string(), v.number()]), v.transform(String), weightName);
const FaceSchema = v.strictObject({
  family: v.string(),
  package: v.optional(v.pipe(v.string(), v.check(isPackageName, 'is not the name of an npm package'))),
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
 * The font table of folders: the project's first, Bayan's own last, and what the first say goes. What is wrong with a
 * fonts.yaml or a dropped file goes to the report.
 *
 * @param folders as the door takes them
 */
export function readFontTable(
  files: ProjectFiles,
  folders: readonly string[],
  report: Report,
  trace: Trace,
): FontTable {
  const tables = folders.map((folder) => readTable(files, folder, report, trace));
  const faces: Record<string, FaceEntry> = {};
  const scripts: Record<string, Partial<Record<FontRole, string>>> = {};
  for (const table of [...tables].reverse()) {
    Object.assign(faces, table.faces);
    for (const [script, roles] of Object.entries(table.scripts))
      scripts[script] = { ...scripts[script], ...roles };
  }
  const fallback = new Set(tables.flatMap((table) => table.fallback));
  for (const folder of folders)
    for (const [name, entry] of unnamedFaces(files, folder, faces, report, trace)) {
      faces[name] = entry;
      fallback.add(name);
    }
  return { faces, scripts, fallback: [...fallback] };
}

const EMPTY: FontTable = { faces: {}, scripts: {}, fallback: [] };

function readTable(files: ProjectFiles, folder: string, report: Report, trace: Trace): FontTable {
  const source = files.read(`${folder}/fonts.yaml`, trace);
  if (source.fault === 'absent') return EMPTY;
  if (source.fault !== undefined) {
    reportFault(source, report);
    return EMPTY;
  }
  const yaml = readSettings(source, 'project-invalid', TableSchema, report);
  if (!yaml) return EMPTY;
  const { faces, scripts, fallback } = yaml.value;
  const entries = Object.entries(faces).map(([name, face]) => {
    for (const [key, path] of Object.entries(face.files ?? {})) {
      const { problem } = resolveByName('/fonts', path, 'the folder of the font');
      const span: SourceSpan = yaml.span(['faces', name, 'files', key]);
      if (problem !== undefined)
        report.error('path-outside-project', span, `faces.${name}: the path "${path}" ${problem}`);
    }
    return [name, faceEntry(name, face)] as const;
  });
  return {
    faces: Object.fromEntries(entries),
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
function unnamedFaces(
  files: ProjectFiles,
  folder: string,
  known: Readonly<Record<string, FaceEntry>>,
  report: Report,
  trace: Trace,
): Map<string, FaceEntry> {
  const found = new Map<string, FaceEntry>();
  const listing = files.list(folder, trace);
  if (listing.fault !== undefined) {
    if (listing.fault !== 'absent') reportFault(listing, report);
    return found;
  }
  const named = new Set(
    Object.values(known)
      .filter((entry) => !entry.package)
      .flatMap((entry) => Object.values(entry.files)),
  );
  for (const { name: file } of listing.entries) {
    if (!/\.(?:ttf|otf)$/i.test(file) || named.has(file)) continue;
    const described = describe(files, `${folder}/${file}`, report, trace);
    if (!described) continue;
    const { family, key } = described;
    const name = family.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
    found.set(name, { family, files: { ...found.get(name)?.files, [key]: file } });
  }
  return found;
}

function describe(
  files: ProjectFiles,
  path: string,
  report: Report,
  trace: Trace,
): { family: string; key: string } | undefined {
  const file = files.read(path, trace);
  if (file.fault !== undefined) return reportFault(file, report);
  try {
    const source = openTrueType(file.bytes);
    const italic = source.italicAngle !== 0;
    return { family: source.family, key: `${source.weightClass >= 600 ? 700 : 400}${italic ? 'i' : ''}` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown fault';
    report.error('font-corrupt', { file: file.path }, `the font cannot be read: ${reason}`, {
      hint: 'put a sound TrueType file in its place, or take it out of fonts/',
    });
    return undefined;
  }
}
