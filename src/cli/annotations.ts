/** Messages as annotations of GitHub Actions, for the commands that have `--format github`. */
import { relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renderGithub } from '../diagnostics/render-github.ts';
import type { Context } from './context.ts';

/** @param root absolute path of the project, if there is one */
export function printAnnotations(
  diagnostics: readonly Diagnostic[],
  root: string | undefined,
  { terminal, cwd, env }: Context,
): void {
  if (diagnostics.length === 0) return;
  const folder = relative(env.GITHUB_WORKSPACE || cwd, root ?? cwd).replaceAll('\\', '/');
  terminal.print(renderGithub(diagnostics, folder));
}
