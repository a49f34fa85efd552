/** Opens a project for the commands that read publications whole, all languages of each. */
import type { Workspace } from '../build/workspace.ts';
import type { Project } from '../project/project.ts';

type Readers = Pick<typeof import('../build/document-sets.ts'), 'readDocumentSet' | 'readContent'>;

export interface Publications extends Readers {
  /** To be closed by the caller. */
  readonly workspace: Workspace;
}

/** Loads the stages that read content, which the help of a command has no use for. */
export async function openPublications(project: Project): Promise<Publications> {
  const [{ openWorkspace }, { readDocumentSet, readContent }] = await Promise.all([
    import('../build/workspace.ts'),
    import('../build/document-sets.ts'),
  ]);
  return { workspace: openWorkspace(project), readDocumentSet, readContent };
}
