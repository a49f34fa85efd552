/**
 * bayan.yaml: the folders of a project and the languages it publishes in. Every key may be left out.
 */
import * as v from 'valibot';

const folder = (fallback: string) =>
  v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty')), fallback);

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
});

/** bayan.yaml with its defaults filled in; paths are relative to the project folder. */
export type ProjectConfig = v.InferOutput<typeof ConfigSchema>;
