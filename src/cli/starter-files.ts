/** The files of a new project, as `bayan init` writes them, and what may lie in the folder before. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../diagnostics/code-unit-order.ts';
import { packageRoot } from '../files/package-root.ts';

/** A file to be written. */
export interface StarterFile {
  /** From the project folder, with `/` separators. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Editors bind these to the files that bayan.yaml, brand.yaml and styles.yaml are: see templates/team/vscode/settings.json. */
export const SCHEMA_FOLDER = '.vscode/schemas';
const SETTINGS = ['bayan', 'brand', 'styles'] as const;

/** A project to start with: settings, brand, a document in two languages. */
export function starterProject(): readonly StarterFile[] {
  return filesOf('starter');
}

/** What a team needs around a project: a workflow for GitHub, and settings for editors. */
export function teamFiles(): readonly StarterFile[] {
  const schemas = SETTINGS.map((name) => ({
    path: `${SCHEMA_FOLDER}/${name}.json`,
    bytes: readFileSync(join(packageRoot(), 'docs', `${name}.schema.json`)),
  }));
  return [...filesOf('team'), ...schemas].sort((a, b) => byCodeUnit(a.path, b.path));
}

/**
 * Files of Bayan's own, which have no dot at the beginning of their name: npm leaves a .gitignore out of packages, and
 * the tools of Bayan's own repository would heed the others.
 */
const HIDDEN: ReadonlySet<string> = new Set(['editorconfig', 'github', 'gitignore', 'vscode']);

function filesOf(name: 'starter' | 'team'): StarterFile[] {
  const root = join(packageRoot(), 'templates', name);
  return pathsBelow(root).map((path) => ({
    path: HIDDEN.has(path.split('/')[0]!) ? `.${path}` : path,
    bytes: readFileSync(join(root, path)),
  }));
}

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => byCodeUnit(a.name, b.name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? pathsBelow(join(folder, entry.name)).map((path) => `${entry.name}/${path}`)
        : [entry.name],
    );
}

/** Names of files that say how a folder is kept, and nothing of documents; hidden ones besides. */
const HARMLESS =
  /^(\..*|node_modules|package\.json|(package-lock|npm-shrinkwrap)\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|(readme|licen[cs]e|copying|notice|authors|changelog|contributing|security|code_of_conduct)([.-].*)?|thumbs\.db|desktop\.ini)$/i;

/** Of the names in a folder, those that could be taken for parts of a project, or be in its way. */
export function obstacles(names: readonly string[]): readonly string[] {
  return names.filter((name) => !HARMLESS.test(name)).sort(byCodeUnit);
}
