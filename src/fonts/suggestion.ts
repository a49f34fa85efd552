/**
 * Which known face would set text that no installed face can, and the command that adds it.
 */

import type { Language } from '../language/language.ts';
import { isPicture, sampleLetter, scriptOf, writingSystem } from '../language/script.ts';
import type { FontBook } from './book.ts';
import type { FaceWish } from './face-wish.ts';

export interface SuggestedFace {
  /** Key in fonts.yaml. */
  readonly name: string;
  readonly family: string;
  /** What to type in the project's folder: `npm install …`. */
  readonly command: string;
}

const PLAIN: FaceWish = { role: 'sans', weight: 400, italic: false };
const MATHEMATICS = /\p{Sm}|[\u{1d400}-\u{1d7ff}]/u;

/** The face of fonts.yaml that is meant for the script of `text` and not installed; undefined when there is none. */
export function suggestFace(text: string, fonts: FontBook, language: Language): SuggestedFace | undefined {
  const script = [...text].map((char) => scriptOf(char.codePointAt(0)!)).find((code) => code !== 'Zyyy');
  if (script !== undefined) {
    const roles = fonts.table.scripts[writingSystem(script, language)];
    return installable([roles?.sans, roles?.serif, roles?.display, roles?.mono], fonts);
  }
  const kind = isPicture(text) ? 'emoji' : MATHEMATICS.test(text) ? 'math' : 'symbols';
  const likely = fonts.table.fallback.filter((name) => name.includes(kind));
  return installable([...likely, ...fonts.table.fallback], fonts);
}

export interface MissingFace {
  readonly message: string;
  readonly hint: string;
}

/** What to say of a language that no face there is can set; undefined when one can. */
export function missingFace(language: Language, fonts: FontBook): MissingFace | undefined {
  const letter = sampleLetter(language.script)?.codePointAt(0) ?? 0x61;
  const faces = fonts.candidates(language.script, PLAIN, language);
  if (faces.some((open) => open()?.has(letter))) return undefined;
  const roles = fonts.table.scripts[language.script];
  const face = installable([language.faces?.sans, roles?.sans, roles?.serif], fonts);
  return {
    message: `no font for ${language.name} is installed (${face?.family ?? `script ${language.script}`})`,
    hint: face
      ? `in the folder of the project: ${face.command}`
      : 'put a .ttf file that has its letters into the fonts/ folder of the project',
  };
}

/**
 * What to say of a language that has one of its two faces and not the other, whose text is then set in the first; undefined
 * when both are there. `missingFace` has found one.
 */
export function missingCompanion(language: Language, fonts: FontBook): MissingFace | undefined {
  const [serif, sans] = (['serif', 'sans'] as const).map(
    (role) => fonts.faceNames(language.script, role, language)[0],
  );
  for (const [wanted, other, role] of [
    [serif, sans, 'running text'],
    [sans, serif, 'headings and flyers'],
  ] as const) {
    if (wanted === undefined || other === undefined || wanted === other) continue;
    const face = installable([wanted], fonts);
    if (!face || !isInstalled(other, fonts)) continue;
    return {
      message: `${face.family}, the face for ${role} in ${language.name}, is not installed, so that another is used`,
      hint: `in the folder of the project: ${face.command}`,
    };
  }
  return undefined;
}

/** Whether any file of a face is there. */
export function isInstalled(name: string, fonts: FontBook): boolean {
  return Object.keys(fonts.table.faces[name]?.files ?? {}).some(
    (key) => fonts.locate(name, key) !== undefined,
  );
}

function installable(names: readonly (string | undefined)[], fonts: FontBook): SuggestedFace | undefined {
  for (const name of names) {
    const entry = name === undefined ? undefined : fonts.table.faces[name];
    if (name !== undefined && entry?.package && !isInstalled(name, fonts))
      return { name, family: entry.family, command: `npm install ${entry.package}` };
  }
  return undefined;
}
