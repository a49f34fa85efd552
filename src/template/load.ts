/**
 * Finds the templates, partials and strings of a project, each with Bayan's shipped ones behind it.
 */
import { KindFields } from '../content/fields/kind-fields.ts';
import { Report } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Trace } from '../files/trace.ts';
import { TemplateSet } from './handlebars/template-set.ts';
import type { TemplateSource } from './handlebars/template-texts.ts';
import { createStringTable, type StringTable } from './words/words.ts';

/** A folder that holds templates; ./template-folder.ts makes one from a folder on disk. */
export interface TemplateRoot {
  /** How diagnostics name the folder. */
  readonly shown: string;
  /** Names of the files in a folder inside it (`''`, `partials`), in any order; empty when there is none. */
  list(folder: string, report: Report, trace?: Trace): readonly string[];
  /** The text of a file inside it; undefined when there is none, or after reporting that it cannot be read. */
  read(path: string, report: Report, trace?: Trace): string | undefined;
}

export interface TemplateLibrary {
  readonly templates: TemplateSet;
  readonly strings: StringTable;
}

const TEMPLATE = /^([^.].*)\.hbs$/;
/** `styles.yaml` stands beside the declarations, and is none. */
const DECLARATION = /^(?!styles\.yaml$)([^.].*)\.yaml$/;

/**
 * The templates in `roots`: `<kind>.hbs` with `<kind>.yaml`, `partials/<name>.hbs` and `strings/<lang>.yaml`. The first root
 * wins, so a project's template or partial shadows the shipped one of its name; strings are merged word by word.
 * Files are read, checked and compiled when they are first used, and what is wrong with them is reported then; here
 * only what is wrong with the folders.
 */
export function loadTemplates(
  roots: readonly TemplateRoot[],
  report = new Report(),
  trace?: Trace,
): TemplateLibrary {
  const find = (folder: string, pattern = TEMPLATE) => findSources(roots, folder, pattern, report, trace);
  const templates = find('');
  const declarations = find('', DECLARATION);
  reportOrphans(declarations, [...templates.keys()], report);
  const kindFields = new KindFields([...templates.keys()].sort(), declarations);
  return {
    templates: new TemplateSet(templates, find('partials'), kindFields),
    strings: createStringTable(roots),
  };
}

/** Warns of fields that no template has: `evnt.yaml` beside `event.hbs`. */
function reportOrphans(
  declarations: ReadonlyMap<string, TemplateSource>,
  kinds: readonly string[],
  report: Report,
): void {
  for (const { name, file } of declarations.values()) {
    if (kinds.includes(name)) continue;
    const meant = nearest(name, kinds);
    report.warning('template-field', { file }, `there is no template "${name}" that these fields are for`, {
      hint: meant ? `rename the file to ${meant}.yaml` : `put the template beside it: ${name}.hbs`,
    });
  }
}

function findSources(
  roots: readonly TemplateRoot[],
  folder: string,
  pattern: RegExp,
  report: Report,
  trace: Trace | undefined,
): ReadonlyMap<string, TemplateSource> {
  const sources = new Map<string, TemplateSource>();
  for (const root of roots) {
    for (const fileName of [...root.list(folder, report, trace)].sort()) {
      const name = pattern.exec(fileName)?.[1];
      if (name === undefined || sources.has(name)) continue;
      const path = folder === '' ? fileName : `${folder}/${fileName}`;
      sources.set(name, {
        name,
        file: `${root.shown}/${path}`,
        read: (faults, reading) => root.read(path, faults, reading),
      });
    }
  }
  return sources;
}
