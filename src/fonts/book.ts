/**
 * The font book: which face sets which script in which role. Files are looked for in node_modules and in fonts/, and
 * opened only when text needs them.
 */
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { nearestHint } from '../diagnostics/nearest.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import { faultOf } from '../files/source-file.ts';
import { Trace } from '../files/trace.ts';
import { TracedMemo } from '../files/traced-memo.ts';
import { findLanguage, type Language } from '../language/language.ts';
import { mannersOf } from '../language/manners.ts';
import { sampleLetter, writingSystem } from '../language/script.ts';
import { ancestors, pick } from '../language/tag.ts';
import type { Face } from './face.ts';
import { FaceStore } from './face-store.ts';
import type { FaceWish, FontRole } from './face-wish.ts';
import { type FaceEntry, type FontTable, readFontTable } from './table.ts';

export type { FaceEntry, FontTable } from './table.ts';

type FaceRoles = Readonly<Partial<Record<'serif' | 'sans' | 'display', string>>>;

/** Faces a brand prefers: for every language, or for one. */
export interface FontPreferences extends FaceRoles {
  readonly languages?: Readonly<Record<string, FaceRoles>>;
  /** Where each face is named. */
  readonly places?: Readonly<Record<string, SourceSpan>>;
}

export interface FontBook {
  readonly table: FontTable;
  /** Faces to try for a script in a style and language, best first; each is opened when it is asked for. */
  candidates(script: string, wish: FaceWish, language: Language): readonly FaceCandidate[];
  /** Names of those faces, whether installed or not. */
  faceNames(script: string, role: FontRole, language: Language): readonly string[];
  /** A face's file, as the door takes it, or undefined when its package is not installed. */
  locate(faceName: string, key: string): string | undefined;
  /** Does work that sets text, and notes in `trace` which font files it took and which it looked for in vain. */
  recording<T>(trace: Trace, work: () => T): T;
  /** Notes what earlier work took, for whoever is recording. */
  note(trace: Trace): void;
  /** Whether anything it read has changed; it must then be opened again. */
  isStale(changed: ReadonlySet<string>): boolean;
  /** Frees its faces; no text can be set with it afterwards. */
  close(): void;
}

/** Opens a face; undefined when its package is not installed. */
export type FaceCandidate = () => Face | undefined;

export interface FontBookOptions {
  /** The door that fonts are read through. */
  readonly files: ProjectFiles;
  /** Folders with a fonts.yaml and font files, as the door takes them: the project's first, Bayan's own last. */
  readonly folders: readonly string[];
  readonly preferences?: FontPreferences;
  /** Where faces are kept; the book has its own when none is given. */
  readonly faces?: FaceStore;
}

/** Writing systems that share Han letters, and the scripts they are made of. */
const EAST_ASIAN: ReadonlySet<string> = new Set('Hans Hant Jpan Kore Hani Bopo Hira Kana Hang'.split(' '));

/**
 * Reads the font tables; what is wrong with them, or with the faces that the brand names, goes to the report. A face that is
 * corrupt or may not be embedded throws DiagnosticError when text asks for it: `font-corrupt`, `font-not-embeddable`.
 */
export function openFontBook(options: FontBookOptions, report: Report, trace?: Trace): FontBook {
  const { files, folders, faces = new FaceStore() } = options;
  const tableTrace = new Trace();
  const table = readFontTable(files, folders, report, tableTrace);
  trace?.addAll(tableTrace);
  const brand = readPreferences(options.preferences ?? {}, table, report);
  const open = new TracedMemo<Face | undefined>();
  const lists = new TracedMemo<readonly FaceCandidate[]>();
  /** Whoever set the text that is being prepared wants to know which files it took. */
  let recorder: Trace | undefined;

  const entryOf = (name: string) => (Object.hasOwn(table.faces, name) ? table.faces[name] : undefined);

  /** Where a face's file may be, in the order in which it is looked for. */
  const places = (entry: FaceEntry, file: string): readonly string[] =>
    entry.package ? [`package:${entry.package}/${file}`] : folders.map((folder) => `${folder}/${file}`);

  const locate = (faceName: string, key: string): string | undefined => {
    const entry = entryOf(faceName);
    const file = entry?.files[key];
    if (!entry || !file) return undefined;
    return places(entry, file).find((path) => files.look(path, recorder).fault !== 'absent');
  };

  const faceFor = (faceName: string, weight: number, italic: boolean): Face | undefined => {
    const entry = entryOf(faceName);
    if (!entry) return undefined;
    const wanted = [`${weight}${italic ? 'i' : ''}`, `${weight}`, italic ? '400i' : '400', '400'];
    const key = wanted.find((k) => entry.files[k]) ?? Object.keys(entry.files)[0];
    if (!key) return undefined;
    const syntheticBold = weight >= 700 && !key.startsWith('700');
    const id = `${faceName}/${key}${syntheticBold ? '+bold' : ''}`;
    return open.get(id, recorder, (own) => {
      for (const path of places(entry, entry.files[key]!)) {
        const file = files.read(path, own);
        if (file.fault === undefined) return faces.open(file, { id, key, entry, syntheticBold });
        if (file.fault !== 'absent') throw faultOf(file, { file: file.path });
      }
      return undefined;
    });
  };

  /** A brand's face for every language serves the scripts it has letters of. */
  const sets = (faceName: string, script: string): boolean => {
    const sample = sampleLetter(script)?.codePointAt(0);
    return sample === undefined || faceFor(faceName, 400, false)?.has(sample) === true;
  };

  const faceNames = (script: string, role: FontRole, language: Language): readonly string[] => {
    const system = writingSystem(script, language);
    const own = system === language.script;
    const roles = table.scripts[system];
    const names = new Set<string | undefined>();
    if (role !== 'mono') {
      if (own) names.add(pick(brand.languages, ancestors(language.tag))?.[role]).add(language.faces?.[role]);
      const everywhere = brand.all[role];
      if (everywhere && sets(everywhere, system)) names.add(everywhere);
    }
    names.add(roles?.[role]);
    names.add(role === 'serif' ? roles?.serif : roles?.sans);
    names.add(roles?.serif).add(roles?.sans);
    // A character that the face of one East Asian language lacks may be in another's: a Japanese shape beats none.
    if (EAST_ASIAN.has(system))
      for (const other of EAST_ASIAN) names.add(table.scripts[other]?.[role]).add(table.scripts[other]?.sans);
    // Punctuation of the text's own script may follow a word of another: the full stop of 据 OHCHR。
    const home = table.scripts[language.script];
    names.add(language.faces?.[role === 'mono' ? 'sans' : role]).add(home?.[role]);
    names.add(home?.sans).add(home?.serif);
    for (const name of table.fallback) names.add(name);
    return [...names].filter((name) => name !== undefined);
  };

  const recording = <T>(trace: Trace, work: () => T): T => {
    const outer = recorder;
    recorder = trace;
    try {
      return work();
    } finally {
      recorder = outer;
      outer?.addAll(trace);
    }
  };

  /** Opens once, and tells each recorder that it did. */
  const candidate = (openIt: () => Face | undefined): FaceCandidate => {
    let face: Face | undefined;
    let told: Trace | undefined | null = null;
    return () => {
      if (told !== recorder) {
        face = openIt();
        told = recorder;
      }
      return face;
    };
  };

  return {
    table,
    locate,
    faceNames,
    candidates(script, wish, language) {
      const key = `${script} ${wish.role} ${wish.weight} ${wish.italic} ${language.tag}`;
      return lists.get(key, recorder, (own) => {
        const names = recording(own, () => faceNames(script, wish.role, language));
        const { weight, italic } = inScript(wish, script, language);
        return names.map((name) => candidate(() => faceFor(name, weight, italic)));
      });
    },
    recording,
    note: (trace) => recorder?.addAll(trace),
    isStale: (changed) => tableTrace.touches(changed) || open.touches(changed),
    close: () => faces.close(),
  };
}

/** Scripts without italics are bold where the author's words are emphasised; foreign words among them keep their own way. */
function inScript(wish: FaceWish, script: string, language: Language): FaceWish {
  if (!wish.italic) return wish;
  const { emphasis } = script === language.script ? language : mannersOf(script);
  return emphasis === 'italic'
    ? wish
    : { ...wish, italic: false, weight: emphasis === 'bold' ? 700 : wish.weight };
}

interface Preferences {
  readonly all: FaceRoles;
  readonly languages: Readonly<Record<string, FaceRoles>>;
}

function readPreferences(
  { languages = {}, places = {}, ...all }: FontPreferences,
  table: FontTable,
  report: Report,
): Preferences {
  for (const roles of [all, ...Object.values(languages)])
    for (const name of Object.values(roles))
      if (name !== undefined && !Object.hasOwn(table.faces, name))
        report.error(
          'font-missing',
          places[name] ?? { file: 'brand.yaml' },
          `fonts: there is no face "${name}"`,
          {
            hint: nearestHint(name, Object.keys(table.faces)),
          },
        );
  // `ur-PK` and `ur` are one language.
  const byTag = Object.entries(languages).map(
    ([tag, roles]) => [findLanguage(tag)?.tag ?? tag, roles] as const,
  );
  return { all, languages: Object.fromEntries(byTag) };
}
