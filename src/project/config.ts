/**
 * bayan.yaml: the folders of a project and the languages it publishes in. Every key may be left out.
 */
import * as v from 'valibot';
import { DEFAULT_EDITOR, isEditorPattern } from './editor-pattern.ts';

const folder = (fallback: string) =>
  v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty')), fallback);

const severity = (fallback: 'error' | 'warning') =>
  v.optional(v.picklist(['error', 'warning', 'off'], 'must be error, warning or off'), fallback);

/** What `bayan check` looks for in translations, and how much it matters. */
const ChecksSchema = v.strictObject({
  /** Headings, paragraphs, items, notes, pictures and fields that are missing or too many. */
  parity: severity('error'),
  /** Targets of links, and addresses in the front matter. */
  links: severity('warning'),
  /** Numbers and dates. */
  figures: severity('error'),
  /** Blocks whose original has changed since they were translated. */
  stale: severity('error'),
  /** Text still in the original’s language, doubled spaces, letters, quotation marks and digits of another language. */
  leftovers: severity('warning'),
  /** Languages of this file that a document is not translated into. */
  missing: severity('warning'),
});

/** How letters to recipients are named, and how large one may be. */
const LettersSchema = v.strictObject({
  /** Name of each PDF without its ending; {id}, {lang}, {slug} and columns of the list are filled in. */
  name: v.optional(
    v.pipe(v.string(), v.regex(/\{id\}/, 'must have {id} in it, so that no two letters have one name')),
    '{id}.{lang}',
  ),
  /** MB that a letter with its enclosures may have before a warning: what mail servers take. */
  largest: v.optional(v.pipe(v.number('must be a number of MB'), v.minValue(0.1, 'must be 0.1 or more')), 10),
});

export const ConfigSchema = v.strictObject({
  /** Folder of the content: content/<slug>/<lang>.md. */
  content: folder('content'),
  /** Folder the PDFs are written to. */
  output: folder('out'),
  /** Folder of the project's own templates; Bayan's serve where it has none. */
  templates: folder('templates'),
  /** Folder of the project's own fonts and fonts.yaml. */
  fonts: folder('fonts'),
  /** The file that says who speaks, and in which colours. */
  brand: folder('brand.yaml'),
  /** Language tags to publish in; every language found in the content when left out. */
  languages: v.optional(v.array(v.string())),
  /** The language that originals are written in, for documents whose translations do not say it. */
  source: v.optional(v.string()),
  checks: v.optional(ChecksSchema, {}),
  /** What a build does with a translation whose original has changed since: print it, print it marked as a draft, or not. */
  stale: v.optional(v.picklist(['build', 'draft', 'hold'], 'must be build, draft or hold'), 'draft'),
  /** Address that `bayan preview` opens a place in the editor with: `{path}`, `{line}` and `{column}` are filled in. */
  editor: v.optional(
    v.pipe(
      v.string(),
      v.check(
        isEditorPattern,
        'must be the address of an editor with {path} in it, such as vscode://file/{path}:{line}:{column}',
      ),
    ),
    DEFAULT_EDITOR,
  ),
  /** What becomes of a letter to somebody whose role and gender have no salutation: an error, or the neutral one. */
  salutations: v.optional(v.picklist(['strict', 'neutral'], 'must be strict or neutral'), 'strict'),
  letters: v.optional(LettersSchema, {}),
});

/** bayan.yaml with its defaults filled in; paths are relative to the project folder. */
export type ProjectConfig = v.InferOutput<typeof ConfigSchema>;

/** `checks` of bayan.yaml. */
export type CheckSettings = ProjectConfig['checks'];
