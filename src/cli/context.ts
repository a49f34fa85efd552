/**
 * What a command sees of the world: where it runs, where it writes, and the stages that tests replace.
 */
import type { Engine } from '../build/engine.ts';
import { Report } from '../diagnostics/diagnostic.ts';
import type { FontReport } from '../fonts/survey-row.ts';
import { findProject, loadProject, type Project } from '../project/project.ts';
import type { Terminal } from './terminal.ts';

export interface Context {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  /** Today as YYYY-MM-DD, for new content only. */
  readonly today: () => string;
  /** Resolves when whoever started the command wants it to end: Ctrl-C. */
  readonly stopped: () => Promise<void>;
  /** Stands in for Bayan's own stages. */
  readonly engine?: Engine;
  /** Stands in for Bayan's own survey of fonts. */
  readonly fontReport?: (project: Project) => FontReport | Promise<FontReport>;
}

/** 0: done. 1: the content or the project has errors. 2: wrong use of the command. */
export type ExitCode = 0 | 1 | 2;

export type OpenedProject =
  | {
      readonly project: Project;
      readonly root: string;
      readonly report: Report;
      readonly exitCode?: undefined;
    }
  | {
      readonly project?: undefined;
      readonly root?: string;
      readonly report: Report;
      readonly exitCode: ExitCode;
    };

/** Finds and reads the project that the working folder is in. Without one, the report says why. */
export function openProject(context: Context): OpenedProject {
  const report = new Report();
  const root = findProject(context.cwd);
  if (root === undefined) {
    report.error(
      'project-not-found',
      undefined,
      'there is no bayan.yaml in this folder or any folder above it',
      {
        hint: 'make a project with: bayan init my-project',
      },
    );
    return { report, exitCode: 2 };
  }
  const project = loadProject(root, report);
  return project ? { project, root, report } : { root, report, exitCode: 1 };
}
