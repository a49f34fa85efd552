/**
 * What a build does with a translation whose original has changed since it was recorded, as `stale` in bayan.yaml says: prints it
 * with the mark of a draft, holds it back, or prints it as it is.
 */
import type { Edition } from '../content/edition.ts';
import { Report } from '../diagnostics/diagnostic.ts';
import type { SourceReader } from '../files/project-files.ts';
import type { Trace } from '../files/trace.ts';
import { canonicalTag } from '../language/tag.ts';
import { blocksOf } from '../translation/blocks.ts';
import { countChanged, readRecord } from '../translation/record/record.ts';
import { readContent } from './document-sets.ts';
import type { ContentFile } from './engine.ts';
import { readEdition } from './read.ts';
import type { OriginalBlocks, Workspace } from './workspace.ts';

/** The edition in a content file as it may be printed; `trace` notes its record and its original too, where it has one. */
export function readForPrint(
  workspace: Workspace,
  content: ContentFile,
  report: Report,
  trace: Trace,
): Edition | undefined {
  const edition = readEdition(workspace, content, report, trace);
  const { stale } = workspace.project.config;
  if (!edition || stale === 'build') return edition;
  const record = readRecord(workspace.files.recording(trace), edition.file, report);
  const { translation } = edition.frontMatter;
  // What was recorded of another original than it names says nothing.
  const recorded = translation && translation.of !== record?.of ? undefined : record;
  const source = recorded && originalBlocks(workspace, edition, recorded.of, trace);
  const changed = source ? countChanged(recorded, source) : 0;
  if (changed === 0) return edition;
  const { file } = edition;
  const blocks = changed === 1 ? 'a block of its original has' : `${changed} blocks of its original have`;
  const since = `${blocks} changed since it was translated`;
  const place = edition.places.get('translation') ?? { file };
  if (stale === 'hold') {
    report.error('translation-stale', place, `held back: ${since}`, {
      hint: `bayan check shows what changed; when the text is up to date: bayan translated ${file}`,
    });
    return edition;
  }
  if (!translation) {
    report.error(
      'translation-stale',
      { file },
      `${since}, and without “translation” it cannot be marked as a draft`,
      {
        hint: `add “translation: { of: ${recorded!.of}, by: …, status: draft }”`,
      },
    );
    return edition;
  }
  report.warning('translation-stale', place, `printed as a draft: ${since}`, {
    hint: `bayan check shows what changed; when the text is up to date: bayan translated ${file}`,
  });
  return {
    ...edition,
    frontMatter: { ...edition.frontMatter, translation: { ...translation, status: 'draft' } },
  };
}

/** The blocks of the original beside a translation; undefined when it is not there, or has errors, which its own build tells. */
function originalBlocks(
  workspace: Workspace,
  { file, slug }: Edition,
  lang: string,
  trace: Trace,
): OriginalBlocks {
  const folder = file.slice(0, file.lastIndexOf('/'));
  const original = fileOf(workspace.files.recording(trace), folder, lang);
  if (original === undefined) return undefined;
  return workspace.originals.get(original, trace, (own) => {
    const content = readContent(workspace, { file: original, slug, lang }, new Report(), own);
    return content && blocksOf(content);
  });
}

/** The file of a language in the folder of a document, which may be named `FA_AF.md`. */
function fileOf(files: SourceReader, folder: string, lang: string): string | undefined {
  const listing = files.list(folder);
  if (listing.fault !== undefined) return undefined;
  const found = listing.entries.find(
    ({ name }) => name.endsWith('.md') && canonicalTag(name.slice(0, -3)) === lang,
  );
  return found && `${folder}/${found.name}`;
}
