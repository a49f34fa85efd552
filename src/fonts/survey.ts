/**
 * The survey of fonts for `bayan fonts` and `bayan doctor`: for every language and role, which face serves it,
 * whether it is there, whether it may be embedded, which letters are missing, and what to type.
 */
import { create, type Font } from 'fontkit';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { ProjectFiles } from '../files/project-files.ts';
import { alphabetOf } from '../language/alphabets.ts';
import type { Language } from '../language/language.ts';
import { sampleLetter } from '../language/script.ts';
import { LANGUAGES } from '../language/table.ts';
import { ancestors } from '../language/tag.ts';
import { type FontBook, type FontBookOptions, openFontBook } from './book.ts';
import type { FontRole } from './face-wish.ts';
import { embeddingBar, fsTypeOf } from './rights.ts';
import { isInstalled } from './suggestion.ts';
import type { FontReport, FontRow } from './survey-row.ts';

const ROLES: readonly FontRole[] = ['serif', 'sans', 'display', 'mono'];

/**
 * Surveys the fonts that a book of these would have, for the languages of the table and for `others`; what is wrong with a
 * fonts.yaml or fonts/ goes to the report.
 */
export function fontReport(
  options: FontBookOptions,
  report: Report,
  others: readonly Language[] = [],
): FontReport {
  const survey = new Survey(openFontBook(options, report), options.files);
  return [...LANGUAGES, ...others].flatMap((language) =>
    withOneCommand(ROLES.map((role) => survey.row(language, role))),
  );
}

/** What a language lacks is added by one command, whichever of its rows is read. */
function withOneCommand(rows: readonly FontRow[]): FontRow[] {
  const absent = new Set(rows.flatMap((row) => (!row.installed && row.package ? [row.package] : [])));
  const command = `npm install ${[...absent].join(' ')}`;
  return rows.map((row) => (!row.installed && row.package ? { ...row, command } : row));
}

/** Opens each file once, and only for its character map and its rights. */
class Survey {
  readonly #fonts: FontBook;
  readonly #files: ProjectFiles;
  readonly #sources = new Map<string, Font | undefined>();

  constructor(fonts: FontBook, files: ProjectFiles) {
    this.#fonts = fonts;
    this.#files = files;
  }

  row(language: Language, role: FontRole): FontRow {
    const { table } = this.#fonts;
    const names = this.#fonts.faceNames(language.script, role, language);
    const meant = names.filter(
      (name) => !table.fallback.includes(name) || isMeant(name, language, this.#fonts),
    );
    const name = meant[0];
    const entry = name === undefined ? undefined : table.faces[name];
    if (name === undefined || !entry)
      return { language: language.tag, role, installed: false, weights: [], missing: [] };
    const weights = Object.keys(entry.files).filter((key) => this.#fonts.locate(name, key) !== undefined);
    const installed = weights.length > 0;
    const source = installed ? this.#source(name, weights[0]!) : undefined;
    const embeddable = source?.type === 'TTF' && embeddingBar(fsTypeOf(source)) === undefined;
    return {
      language: language.tag,
      role,
      face: entry.family,
      ...(entry.package && { package: entry.package }),
      installed,
      ...(installed && { embeddable }),
      weights,
      missing: installed ? this.#missing(language, names) : [],
    };
  }

  /** Letters of the language that none of these faces has. */
  #missing(language: Language, names: readonly string[]): string[] {
    let missing = [...lettersOf(language)];
    for (const name of names) {
      if (missing.length === 0) break;
      if (!isInstalled(name, this.#fonts)) continue;
      const source = this.#source(name, '400');
      if (source) missing = missing.filter((letter) => !source.hasGlyphForCodePoint(letter.codePointAt(0)!));
    }
    return missing;
  }

  /** Undefined for a file that cannot be read: nothing can be set or embedded with it. */
  #source(name: string, key: string): Font | undefined {
    const id = `${name}/${key}`;
    if (!this.#sources.has(id)) {
      const path = this.#fonts.locate(name, key);
      const file = path === undefined ? undefined : this.#files.read(path);
      let source: Font | undefined;
      try {
        const opened = file?.fault === undefined && file ? create(Buffer.from(file.bytes)) : undefined;
        source = opened && 'fonts' in opened ? opened.fonts[0] : opened;
      } catch {
        source = undefined;
      }
      this.#sources.set(id, source);
    }
    return this.#sources.get(id);
  }
}

/** The letters that a language is known to be written with, or one of its script. */
function lettersOf(language: Language): readonly string[] {
  const known = ancestors(language.tag).map(alphabetOf);
  const sample = sampleLetter(language.script);
  return known.find((letters) => letters.length > 0) ?? (sample === undefined ? [] : [sample]);
}

/** Whether a face is named for the language or its script, and not only a fallback. */
function isMeant(name: string, language: Language, { table }: FontBook): boolean {
  const roles = table.scripts[language.script];
  return Object.values(roles ?? {}).includes(name) || Object.values(language.faces ?? {}).includes(name);
}
