/** The files of a new project, as `bayan init` writes them, and what may lie in the folder before. */
import { byCodeUnit } from '../diagnostics/code-unit-order.ts';
import { packageRoot } from '../files/package-root.ts';
import { ProjectFiles, type SourceReader } from '../files/project-files.ts';
import { type FileFault, type FolderListing, faultOf, type SourceFile } from '../files/source-file.ts';

/** A file to be written. */
export interface StarterFile {
  /** From the project folder, with `/` separators. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Editors bind these to the files that bayan.yaml, brand.yaml and styles.yaml are: see templates/team/vscode/settings.json. */
export const SCHEMA_FOLDER = '.vscode/schemas';
const SETTINGS = ['bayan', 'brand', 'styles'] as const;

/** A project to start with: settings, brand, a document in two languages. Throws a DiagnosticError when Bayan's own files cannot be read. */
export function starterProject(): readonly StarterFile[] {
  return filesOf('starter', new ProjectFiles(packageRoot()));
}

/** What a team needs around a project: a workflow for GitHub, and settings for editors. Throws like `starterProject`. */
export function teamFiles(): readonly StarterFile[] {
  const files = new ProjectFiles(packageRoot());
  const schemas = SETTINGS.map((name) => ({
    path: `${SCHEMA_FOLDER}/${name}.json`,
    bytes: sound(files.read(`docs/${name}.schema.json`)).bytes,
  }));
  return [...filesOf('team', files), ...schemas].sort((a, b) => byCodeUnit(a.path, b.path));
}

/**
 * Files of Bayan's own, which have no dot at the beginning of their name: npm leaves a .gitignore out of packages, and
 * the tools of Bayan's own repository would heed the others.
 */
const HIDDEN: ReadonlySet<string> = new Set(['editorconfig', 'github', 'gitignore', 'vscode']);

function filesOf(name: 'starter' | 'team', files: SourceReader): StarterFile[] {
  const root = `templates/${name}`;
  return pathsBelow(root, files).map((path) => {
    const own = path.slice(root.length + 1);
    return {
      path: HIDDEN.has(own.split('/')[0]!) ? `.${own}` : own,
      bytes: sound(files.read(path)).bytes,
    };
  });
}

function pathsBelow(folder: string, files: SourceReader): string[] {
  return sound(files.list(folder)).entries.flatMap(({ name, kind }) =>
    kind === 'folder' ? pathsBelow(`${folder}/${name}`, files) : [`${folder}/${name}`],
  );
}

function sound<T extends SourceFile | FolderListing>(read: T | FileFault): T {
  if (read.fault !== undefined) throw faultOf(read);
  return read;
}

/** Names of files that say how a folder is kept, and nothing of documents; hidden ones besides. */
const HARMLESS =
  /^(\..*|node_modules|package\.json|(package-lock|npm-shrinkwrap)\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|(readme|licen[cs]e|copying|notice|authors|changelog|contributing|security|code_of_conduct)([.-].*)?|thumbs\.db|desktop\.ini)$/i;

/** Of the names in a folder, those that could be taken for parts of a project, or be in its way. */
export function obstacles(names: readonly string[]): readonly string[] {
  return names.filter((name) => !HARMLESS.test(name)).sort(byCodeUnit);
}
