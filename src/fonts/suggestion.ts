/**
 * Which known face would set text that no installed face can, and the command that adds it.
 */

import type { Language } from '../language/language.ts';
import { sampleLetter, scriptOf, writingSystem } from '../language/script.ts';
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
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const MATHEMATICS = /\p{Sm}|[\u{1d400}-\u{1d7ff}]/u;

/** The face of fonts.yaml that is meant for the script of `text` and not installed; undefined when there is none. */
export function suggestFace(text: string, fonts: FontBook, language: Language): SuggestedFace | undefined {
  const script = [...text].map((char) => scriptOf(char.codePointAt(0)!)).find((code) => code !== 'Zyyy');
  if (script !== undefined) {
    const roles = fonts.table.scripts[writingSystem(script, language)];
    return installable([roles?.sans, roles?.serif, roles?.display, roles?.mono], fonts);
  }
  const kind = PICTURE.test(text) ? 'emoji' : MATHEMATICS.test(text) ? 'math' : 'symbols';
  const likely = fonts.table.fallback.filter((name) => name.includes(kind));
  return installable([...likely, ...fonts.table.fallback], fonts);
}

/** What to install for a language that no face there is can set; undefined when one can. */
export function missingFace(language: Language, fonts: FontBook): SuggestedFace | undefined {
  const letter = sampleLetter(language.script)?.codePointAt(0) ?? 0x61;
  const faces = fonts.candidates(language.script, PLAIN, language);
  if (faces.some((open) => open()?.has(letter))) return undefined;
  const roles = fonts.table.scripts[language.script];
  return installable([language.faces?.sans, roles?.sans, roles?.serif], fonts);
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
