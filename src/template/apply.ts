/**
 * Template stage, the way in: an edition and the template of a kind → a markup tree.
 */
import type { Edition } from '../content/edition.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Trace } from '../files/trace.ts';
import type { Language } from '../language/language.ts';
import { didYouMean } from './did-you-mean.ts';
import { Application } from './handlebars/application.ts';
import {
  buildContext,
  type LetterVariables,
  type SignatoryVariables,
  type TemplateBrand,
} from './handlebars/context.ts';
import type { TemplateSet } from './handlebars/template-set.ts';
import type { MarkupTree } from './markup/markup-tree.ts';
import { parseMarkup } from './markup/parse.ts';
import type { StringTable } from './words/words.ts';

export type {
  LetterVariables,
  SignatoryEntry,
  SignatoryGroup,
  SignatoryVariables,
  TemplateBrand,
} from './handlebars/context.ts';
export { loadTemplates, type TemplateLibrary, type TemplateRoot } from './load.ts';
export { templateFolder } from './template-folder.ts';

export interface TemplateInput {
  readonly edition: Edition;
  /** Name of the template: `brief`, `flyer`, or one of the project's own. */
  readonly kind: string;
  readonly templates: TemplateSet;
  readonly strings: StringTable;
  /** The organisation, in the words of the edition's language. */
  readonly brand: TemplateBrand;
  readonly language: Language;
  /** Of a letter to somebody. */
  readonly letter?: LetterVariables;
  /** Of a text that has a list of them beside it. */
  readonly signatories?: SignatoryVariables;
  /** Notes the files that were used. */
  readonly trace?: Trace;
}

/**
 * Applies the template of `kind` to an edition. Undefined when the template is missing or faulty, or what it
 * prints is no sound markup; the report says why, with places in the template and its partials.
 */
export function applyTemplate(input: TemplateInput, report: Report): MarkupTree | undefined {
  const { edition, kind, templates, brand, language, letter, signatories, trace } = input;
  const strings = trace ? input.strings.recording(trace) : input.strings;
  const template = templates.fileOf(kind);
  if (template === undefined) {
    const message = `there is no template for the kind "${kind}"${didYouMean(kind, templates.kinds)}`;
    report.error('template-missing', { file: edition.file }, message, {
      hint: `the templates are ${templates.kinds.join(', ')}; add templates/${kind}.hbs for a new one`,
    });
    return undefined;
  }
  const application = new Application(edition, language, strings, report, trace);
  const kindFields = trace ? templates.kindFields.recording(trace) : templates.kindFields;
  const declared = kindFields.declaration(kind, report).fields;
  const context = buildContext({
    edition,
    brand,
    language,
    kind,
    declared,
    ...(letter && { letter }),
    ...(signatories && { signatories }),
  });
  const markup = templates.render(kind, context, application);
  if (markup === undefined) return undefined;
  const { nodes } = application;
  const root = parseMarkup(
    { markup, file: template, content: edition.file, files: templates.files, nodes },
    report,
  );
  return root && { root, template };
}
