/**
 * Where the paths that the door takes lead: into the project, into the folder Bayan is installed in (`bayan:…`), or into an
 * npm package (`package:<name>/…`), as Node.js would find it from the project, else from Bayan. Never out of them.
 */
import { resolveInside } from './containment.ts';
import type { Disk } from './disk.ts';
import { findPackage, splitPackagePath } from './npm-package.ts';
import { packageRoot } from './package-root.ts';
import { absentFault, type FileFault } from './source-file.ts';

export interface Place {
  readonly fault?: undefined;
  readonly absolute: string;
  /** The folder that the path may not leave. */
  readonly root: string;
  /** The path from `root`, with `/` separators. */
  readonly relative: string;
}

export class SourcePaths {
  readonly #root: string;
  readonly #disk: Disk;
  readonly #packages = new Map<string, string | undefined>();

  /** @param root absolute path of the project folder */
  constructor(root: string, disk: Disk) {
    this.#root = root;
    this.#disk = disk;
  }

  /** Where a path leads, whether there is anything or not; or why it leads nowhere. */
  locate(path: string): Place | FileFault {
    const [, scheme, rest = path] = /^(bayan|package):(.*)$/s.exec(path) ?? [];
    const shown = shownPath(path);
    if (scheme !== 'package')
      return this.#inside(scheme ? packageRoot() : this.#root, rest, shown, 'the project');
    const { name, file } = splitPackagePath(rest);
    if (name === undefined) return { fault: 'outside', path: shown, problem: 'names no npm package' };
    const folder = this.#packageFolder(name);
    return folder === undefined ? absentFault(shown) : this.#inside(folder, file, shown, 'its package');
  }

  /** Looks for packages anew: one may have been installed. */
  forgetPackages(): void {
    this.#packages.clear();
  }

  #inside(root: string, path: string, shown: string, folder: string): Place | FileFault {
    const inside = resolveInside(root, path, this.#disk, folder);
    if (inside.problem !== undefined) return { fault: inside.fault, path: shown, problem: inside.problem };
    return { absolute: inside.path, root, relative: inside.relative };
  }

  #packageFolder(name: string): string | undefined {
    if (!this.#packages.has(name))
      this.#packages.set(name, findPackage(name, [this.#root, packageRoot()], this.#disk));
    return this.#packages.get(name);
  }
}

/** `bayan:templates/a.hbs` as `bayan/templates/a.hbs`; a package's file by its name there; the rest as it is. */
export function shownPath(path: string): string {
  return path
    .replace(/^bayan:/, 'bayan/')
    .replace(/^package:/, '')
    .replaceAll('\\', '/');
}
