/** Makes the letters of a small project: its texts merged to its list, as PDFs. */
import { makePdf } from '../../src/build/make.ts';
import { readEdition } from '../../src/build/read.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import { type Diagnostic, Report } from '../../src/diagnostics/diagnostic.ts';
import { mergeEdition } from '../../src/letters/merge/merge-edition.ts';
import { readRecipients } from '../../src/letters/recipients/read.ts';
import { SalutationForms } from '../../src/letters/salutations/forms.ts';
import { salutationFor } from '../../src/letters/salutations/salutation.ts';
import { loadProject } from '../../src/project/project.ts';
import { templateFolder } from '../../src/template/template-folder.ts';
import { temporaryProject } from '../support/make.ts';

export interface Letters {
  /** PDFs by id. */
  readonly pdfs: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param texts language → Markdown below the front matter, or a whole file */
export async function makeLetters(
  texts: Readonly<Record<string, string>>,
  recipients: string,
  title = 'A letter',
): Promise<Letters> {
  const files = Object.entries(texts).map(([lang, text]) => [
    `content/l/${lang}.md`,
    `---\ntitle: '${title}'\ndate: 2026-01-02\nkinds: [letter]\n---\n\n${text}\n`,
  ]);
  const { root, remove } = temporaryProject({
    ...Object.fromEntries(files),
    'content/l/recipients.csv': recipients,
  });
  const report = new Report();
  const workspace = openWorkspace(loadProject(root, report)!);
  try {
    const languages = Object.keys(texts);
    const list = readRecipients({ folder: 'content/l', languages, fields: {} }, workspace.files, report)!;
    const roots = workspace.project.templateFolders.map((folder) => templateFolder(workspace.files, folder));
    const forms = new SalutationForms(roots);
    const pdfs = new Map<string, Uint8Array>();
    for (const recipient of list.recipients) {
      const { language: lang, id } = recipient;
      const text = readEdition(workspace, { slug: 'l', lang, file: `content/l/${lang}.md` }, report);
      const context = { forms: forms.find(lang, report), file: forms.fileFor(lang), rule: 'strict' } as const;
      const salutation = () => salutationFor(recipient, context, report);
      const edition = text && mergeEdition(text, { recipient, list, salutation }, report);
      const made = edition && (await makePdf(workspace, { edition, kind: 'letter' }, report));
      if (made) pdfs.set(id, made.bytes);
    }
    return { pdfs, diagnostics: report.diagnostics };
  } finally {
    workspace.close();
    remove();
  }
}
