/**
 * Reads a project: the folder with bayan.yaml, its brand, and the folders where its content,
 * templates and fonts are. Where a project has none of its own, Bayan's are used.
 */
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { packageRoot } from '../files/package-root.ts';
import { ProjectFiles } from '../files/project-files.ts';
import { readSettings, type Settings } from '../files/settings-file.ts';
import { reportFault } from '../files/source-file.ts';
import { Trace, type TraceEntry } from '../files/trace.ts';
import { canonicalTag, findLanguage, reportUnknownLanguage } from '../language/language.ts';
import type { Brand } from './brand.ts';
import { ConfigSchema, type ProjectConfig } from './config.ts';
import { PROJECT_FILE } from './find-project.ts';
import { loadBrand } from './load-brand.ts';

export { findProject } from './find-project.ts';

/** A project that has been read and checked. Plain data, so that it can be handed to a worker thread. */
export interface Project {
  /** Absolute path of the folder with bayan.yaml, symbolic links resolved. */
  readonly root: string;
  readonly config: ProjectConfig;
  readonly brand: Brand;
  /** Absolute path of the content folder. */
  readonly contentFolder: string;
  /** Where bayan.yaml names it, if it does. */
  readonly contentSpan?: SourceSpan;
  /** Absolute path of the folder PDFs are written to. */
  readonly outputFolder: string;
  /** Folders with templates, as the door takes them: the project's first (`templates`), Bayan's last (`bayan:templates`). */
  readonly templateFolders: readonly string[];
  /** The same for fonts. */
  readonly fontFolders: readonly string[];
  /** Canonical tags the project publishes in; undefined for every language it has content in. */
  readonly languages?: readonly string[];
  /** Canonical tag of the language that originals are written in, where bayan.yaml says it. */
  readonly source?: string;
  /** What it was read from. */
  readonly trace: readonly TraceEntry[];
}

/**
 * Reads the project in `root`. Undefined when it cannot be built from; the report then says why.
 *
 * @param files the door to read through, when there is one to `root`
 * @param trace notes what was read, also when it was of no use
 */
export function loadProject(
  root: string,
  report: Report,
  files = new ProjectFiles(root),
  trace = new Trace(),
): Project | undefined {
  const own = report.child();
  const source = files.read(PROJECT_FILE, trace);
  if (source.fault === 'absent') {
    own.error('project-not-found', undefined, `there is no ${PROJECT_FILE} in ${root}`, {
      hint: 'make a project with: bayan init my-project',
    });
    return undefined;
  }
  if (source.fault !== undefined) return reportFault(source, own);
  const file = readSettings(source, 'project-invalid', ConfigSchema, own);
  if (!file) return undefined;
  const config = file.value;
  const resolved = (key: 'content' | 'output' | 'templates' | 'fonts' | 'brand'): string | undefined => {
    const { path, relative, problem } = files.inside(config[key]);
    if (problem !== undefined)
      own.error('path-outside-project', file.span([key]), `${key}: the path "${config[key]}" ${problem}`);
    else if (key === 'output') checkOutput(relative, file.span([key]), files, own);
    return path;
  };
  const contentFolder = resolved('content');
  const outputFolder = resolved('output');
  const templateFolders =
    resolved('templates') && withShipped('templates', config.templates, files, trace, own);
  const fontFolders = resolved('fonts') && withShipped('fonts', config.fonts, files, trace, own);
  const languages = readLanguages(file, own);
  const { source: original } = config;
  if (original !== undefined && !findLanguage(original))
    reportUnknownLanguage(original, file.span(['source']), own);
  const brand = resolved('brand') && loadBrand(files, config.brand, own, trace);
  if (!contentFolder || !outputFolder || !templateFolders || !fontFolders || !brand || own.hasErrors)
    return undefined;
  return {
    root: files.root,
    config,
    brand,
    contentFolder,
    ...(file.has(['content']) && { contentSpan: file.span(['content']) }),
    outputFolder,
    templateFolders,
    fontFolders,
    ...(languages && { languages }),
    ...(original !== undefined && { source: canonicalTag(original)! }),
    trace: trace.entries(),
  };
}

/** What is written to the output folder must not land elsewhere. What stands there otherwise, only a build needs to know. */
function checkOutput(path: string, span: SourceSpan, files: ProjectFiles, report: Report): void {
  if (path === '') {
    report.error('project-invalid', span, 'output: the PDFs need a folder of their own');
    return;
  }
  const { fault, problem } = { problem: undefined, ...files.look(path) };
  if (fault === 'outside' || fault === 'broken-link')
    report.error('path-outside-project', span, `output: the path "${path}" ${problem}`);
}

/** The project's folder where it exists, then Bayan's; once, when Bayan's own tree is the project. */
function withShipped(
  name: 'templates' | 'fonts',
  path: string,
  files: ProjectFiles,
  trace: Trace,
  report: Report,
): readonly string[] {
  const own = files.inside(path).relative ?? path;
  if (files.root === packageRoot() && own === name) return [own];
  const found = files.look(own, trace);
  if (found.fault === undefined && found.kind !== 'folder')
    report.error('file-unreadable', { file: own }, `"${own}" is a file, not a folder`);
  else if (found.fault !== undefined && found.fault !== 'absent') reportFault(found, report);
  return found.fault === undefined ? [own, `bayan:${name}`] : [`bayan:${name}`];
}

function readLanguages(file: Settings<ProjectConfig>, report: Report): readonly string[] | undefined {
  const tags: string[] = [];
  for (const [index, tag] of (file.value.languages ?? []).entries()) {
    if (findLanguage(tag)) tags.push(canonicalTag(tag)!);
    else reportUnknownLanguage(tag, file.span(['languages', index]), report);
  }
  return file.value.languages && tags;
}
