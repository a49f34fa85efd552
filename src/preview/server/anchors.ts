/** Where the blocks of a document are printed and where they are written, with names that hold in each language. */
import { readDocumentSet } from '../../build/document-sets.ts';
import type { Stages } from '../../build/engine.ts';
import type { Workspace } from '../../build/workspace.ts';
import { Report } from '../../diagnostics/diagnostic.ts';
import { Trace } from '../../files/trace.ts';
import type { PlannedEdition, PlannedSet } from '../../project/plan.ts';
import { blockKeys } from '../../translation/block-keys.ts';
import type { Anchor } from '../protocol.ts';
import { editorAt } from './publications.ts';

export interface AnchorJob {
  /** All languages of its publication. */
  readonly set: PlannedSet;
  readonly planned: PlannedEdition;
  readonly kind: string;
}

/** In the order of reading; undefined when no PDF can be made of the text as it stands. */
export async function anchorsOf(
  { set, planned, kind }: AnchorJob,
  workspace: Workspace,
  stages: Stages,
): Promise<readonly Anchor[] | undefined> {
  // What is wrong with them is told by their builds.
  const report = new Report();
  const edition = stages.read(planned, report, new Trace());
  if (!edition || report.hasErrors) return undefined;
  const { printedBlocks } = await import('../../build/printed-blocks.ts');
  const places = await printedBlocks(workspace, edition, kind);
  const { project } = workspace;
  const keys = blockKeys(readDocumentSet(workspace, set, report), planned.lang, project.source);
  const lines = edition.source.split(/\r\n|\n|\r/);
  return places?.map(({ element, source, page, x, y, width, height }): Anchor => {
    const keyed = keys?.at(source);
    const { line = 1, column = 1 } = keyed?.span.line === undefined ? source : keyed.span;
    return {
      key: keyed?.key ?? `${planned.lang} ${line}:${column}`,
      role: keyed?.kind === 'item' ? 'LI' : element.role,
      page,
      ...{ x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) },
      ...{ file: edition.file, line, column },
      editor: editorAt(project, edition.file, line, column),
      text: lines[line - 1] ?? '',
    };
  });
}

/** To a hundredth of a point. */
const rounded = (value: number): number => Math.round(value * 100) / 100;
