/**
 * The documents that extraction is measured on: the sample statement in its five languages, and the opening of the
 * Universal Declaration of Human Rights in every other language that has installed fonts.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePdf } from '../../src/build/make.ts';
import { readEdition } from '../../src/build/read.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { loadProject } from '../../src/project/project.ts';
import { phrasesOf, sourceText, wordsOf } from './words.ts';

export interface MeasuredDocument {
  /** `afghan-returns.ur.brief`, `specimen.hi`. */
  readonly name: string;
  readonly lang: string;
  /** Row of the table: the language, or what is unusual about the document. */
  readonly group: string;
  readonly pdf: Uint8Array;
  /** Words that the author wrote and the document prints. */
  readonly words: readonly string[];
  /** Two neighbouring words each, as the author wrote them. */
  readonly phrases: readonly string[];
}

/** Fields of the front matter that each kind prints. */
const PRINTED: Readonly<Record<string, readonly string[]>> = {
  brief: ['title', 'subtitle', 'body', 'demands', 'references'],
  flyer: ['headline', 'summary', 'demands', 'action'],
  specimen: ['title', 'body'],
};

const TEMPLATE = `<document page-size="A4" margin="25mm" style="document">
  <title>{{inline title}}</title>
  {{{body}}}
</document>`;

/** Makes one document; a string says why it cannot be made. */
export async function makeDocument(
  projectRoot: string,
  file: string,
  kind: string,
): Promise<MeasuredDocument | string> {
  const report = new Report();
  const slug = kind === 'specimen' ? 'specimen' : file.split('/')[1]!;
  const lang = file.split('/').at(-1)!.replace(/\.md$/, '');
  const project = loadProject(projectRoot, report);
  const workspace = project && openWorkspace(project);
  const edition = workspace && readEdition(workspace, { file, slug, lang }, report);
  const made = edition && (await makePdf(workspace, { edition, kind }, report));
  workspace?.close();
  if (!made) return report.diagnostics[0]?.message ?? 'no PDF';
  const name = kind === 'specimen' ? `specimen.${lang}` : `${slug}.${lang}.${kind}`;
  const group = name === 'specimen.fa-AF' ? 'fa-AF, hard cases' : lang;
  const source = sourceText(edition, PRINTED[kind]!);
  return { name, lang, group, pdf: made.bytes, words: wordsOf(source, lang), phrases: phrasesOf(source) };
}

/** Files of a project and the kinds to make of each. */
export function sampleFiles(root: string): { file: string; kind: string }[] {
  return readdirSync(join(root, 'content/afghan-returns'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => ['brief', 'flyer'].map((kind) => ({ file: `content/afghan-returns/${name}`, kind })));
}

/** What a temporary project with the specimens holds, by path. */
export function specimenProject(folder: string): Map<string, string> {
  const files = new Map([
    ['bayan.yaml', ''],
    ['brand.yaml', 'organisation:\n  name: Specimen\n'],
    ['templates/specimen.hbs', TEMPLATE],
  ]);
  if (existsSync(folder))
    for (const name of readdirSync(folder).sort())
      files.set(`content/specimen/${name}`, readFileSync(join(folder, name), 'utf8'));
  return files;
}
