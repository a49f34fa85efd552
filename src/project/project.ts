/**
 * Finds and reads a project: the folder with bayan.yaml, its brand, and the folders where its content,
 * templates and fonts are. Where a project has none of its own, Bayan's are used.
 */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import { resolveInside } from '../files/inside.ts';
import { packageRoot } from '../files/package-root.ts';
import { readYaml, type YamlFile } from '../files/yaml-file.ts';
import { canonicalTag, findLanguage, languageHint } from '../language/language.ts';
import type { Brand } from './brand.ts';
import { ConfigSchema, type ProjectConfig } from './config.ts';
import { loadBrand } from './load-brand.ts';

export const PROJECT_FILE = 'bayan.yaml';

/** A project that has been read and checked. Plain data, so that it can be handed to a worker thread. */
export interface Project {
  /** Absolute path of the folder with bayan.yaml, symbolic links resolved. */
  readonly root: string;
  readonly config: ProjectConfig;
  readonly brand: Brand;
  /** Absolute path of the content folder. */
  readonly contentFolder: string;
  /** Absolute path of the folder PDFs are written to. */
  readonly outputFolder: string;
  /** Absolute paths of folders with templates: the project's first, Bayan's last. */
  readonly templateFolders: readonly string[];
  /** The same for fonts. */
  readonly fontFolders: readonly string[];
  /** Canonical tags the project publishes in; undefined for every language it has content in. */
  readonly languages?: readonly string[];
}

/** The nearest folder with a bayan.yaml, from `cwd` upwards; undefined when there is none. */
export function findProject(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, PROJECT_FILE))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Reads the project in `root`. Undefined when it cannot be built from; the report then says why. */
export function loadProject(root: string, report: Report): Project | undefined {
  const path = join(root, PROJECT_FILE);
  if (!existsSync(path)) {
    report.error('project-not-found', undefined, `there is no ${PROJECT_FILE} in ${root}`, {
      hint: 'make a project with: bayan init my-project',
    });
    return undefined;
  }
  const home = realpathSync(root);
  const file = readYaml({ path, file: PROJECT_FILE, code: 'project-invalid' }, ConfigSchema, report);
  if (!file) return undefined;
  const config = file.value;
  const folder = (key: 'content' | 'output' | 'templates' | 'fonts'): string | undefined => {
    const { path: inside, problem } = resolveInside(home, config[key]);
    if (problem !== undefined)
      report.error('path-outside-project', file.span([key]), `${key}: the path "${config[key]}" ${problem}`);
    else if (key === 'output' && inside === home)
      report.error('project-invalid', file.span([key]), 'output: the PDFs need a folder of their own');
    return inside;
  };
  const [contentFolder, outputFolder, templates, fonts] = [
    folder('content'),
    folder('output'),
    folder('templates'),
    folder('fonts'),
  ];
  const languages = readLanguages(file, report);
  const brand = loadBrand(home, config.brand, report);
  if (!contentFolder || !outputFolder || !templates || !fonts || !brand || report.hasErrors) return undefined;
  return {
    root: home,
    config,
    brand,
    contentFolder,
    outputFolder,
    templateFolders: withShipped(templates, 'templates'),
    fontFolders: withShipped(fonts, 'fonts'),
    ...(languages && { languages }),
  };
}

/** The project's folder where it exists, then Bayan's; once, when Bayan's own tree is the project. */
function withShipped(own: string, name: string): readonly string[] {
  const shipped = realpathSync(join(packageRoot(), name));
  return existsSync(own) && realpathSync(own) !== shipped ? [own, shipped] : [shipped];
}

function readLanguages(file: YamlFile<ProjectConfig>, report: Report): readonly string[] | undefined {
  const tags: string[] = [];
  for (const [index, tag] of (file.value.languages ?? []).entries()) {
    if (findLanguage(tag)) tags.push(canonicalTag(tag)!);
    else
      report.error(
        'language-unknown',
        file.span(['languages', index]),
        `"${tag}" is no language Bayan knows`,
        {
          hint: languageHint(tag),
        },
      );
  }
  return file.value.languages && tags;
}
