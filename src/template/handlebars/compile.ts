/**
 * Compiles templates with Handlebars: those of a project when they are first used, and those that Bayan ships when it is
 * bundled.
 */
import Handlebars from 'handlebars/dist/handlebars.js';
import { BLOCKS, HELPERS } from '../helpers/index.ts';
import type { Program } from './ast.ts';
import type { ParsedTemplate } from './known-names.ts';
import type { FileNumbers } from './output-positions.ts';
import { GET, PRINT, rewriteProgram } from './rewrite.ts';
import { SHIPPED } from './shipped.ts';

export type Render = (context: unknown, options?: object) => string;

const KNOWN: Readonly<Record<string, boolean>> = Object.fromEntries([
  ...[...HELPERS.keys(), ...BLOCKS, GET, PRINT].map((name) => [name, true]),
  ['log', false],
]);

const OPTIONS = {
  knownHelpers: KNOWN,
  knownHelpersOnly: true,
  strict: true,
  preventIndent: true,
  // White space around lone tags is stripped already; the marks put in since would mislead a second pass.
  ignoreStandalone: true,
};

/** Stands for the number of a file in marks: a control character, which no template has. */
const FILE_NUMBER = '\u0003';

/** Compiles a template, or finds it compiled. */
export function compileTemplate(
  environment: typeof Handlebars,
  { digest, file, program }: ParsedTemplate,
  files: FileNumbers,
): Render {
  const shipped = SHIPPED.get(digest);
  if (shipped) return environment.template(shipped.compiled(file, files.of(file)));
  // The checker needs the tree as written, for every template that includes it; the compiler gets a copy.
  const copy = structuredClone(program);
  rewriteProgram(copy, files.of(file));
  return environment.compile(copy, { ...OPTIONS, srcName: file } as object);
}

/** A template as JavaScript: an expression for `ShippedTemplate.compiled`. */
export function compileAhead(text: string): string {
  // With no name of a source, which is written so nowhere else: quotation marks inside of texts are escaped.
  const program = Handlebars.parse(text, { srcName: '' });
  rewriteProgram(program as unknown as Program, FILE_NUMBER);
  const specification = String(Handlebars.precompile(program, OPTIONS))
    .replaceAll('"source":""', '"source":file')
    // As Handlebars writes it into a string.
    .replaceAll('\\u0003', '"+number+"');
  return `(file, number) => (${specification})`;
}
