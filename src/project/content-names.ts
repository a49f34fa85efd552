/** Files in a content folder that were meant to be read, and are not because of their names. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { FolderEntry } from '../files/source-file.ts';
import { canonicalTag, findLanguage, knownTags } from '../language/language.ts';
import { languageNamed } from '../language/names.ts';

/** What editors and systems make of `en.md`. */
const TEXT = /^(.+?)(?:\.md)?\.(txt|markdown|mdown|mkdn?|mdx|text|md)$/i;
/** What word processors make. */
const DOCUMENT = /^(.+?)\.(docx?|odt|rtf|pages|html?)$/i;

/** Warns of `en.txt`, `en.md.txt`, `en.MD`, `en.docx` in the folder of a document, of which nothing is printed. */
export function reportMisnamed(entries: readonly FolderEntry[], folder: string, report: Report): void {
  for (const { name, kind } of entries) {
    if (kind !== 'file' || name.endsWith('.md')) continue;
    const [, text] = TEXT.exec(name) ?? [];
    const [, document] = DOCUMENT.exec(name) ?? [];
    const lang = tagOf(text ?? document ?? '');
    if (lang === undefined) continue;
    const message = `"${name}" is not read: the text of a document is in a file that ends in .md`;
    const hint =
      text === undefined
        ? `a file of a word processor is no text: copy its words into ${lang}.md`
        : `rename it to ${lang}.md; where file names are shown without their endings, show them first`;
    report.warning('content-name', { file: `${folder}/${name}` }, message, { hint });
  }
}

/**
 * Warns of texts that lie in the content folder itself, and not in the folder of a document.
 *
 * @param prefix how paths in that folder begin: `content/`; empty when it is the project's
 */
export function reportLoose(entries: readonly FolderEntry[], prefix: string, report: Report): void {
  for (const { name, kind } of entries) {
    if (kind !== 'file' || !/\.md$/i.test(name) || /^readme\.md$/i.test(name)) continue;
    const stem = name.slice(0, -'.md'.length);
    const lang = tagOf(stem);
    const place = lang === undefined ? `${stem}/en.md` : `my-document/${lang}.md`;
    report.warning(
      'content-name',
      { file: prefix + name },
      `"${name}" is not read: it is not in the folder of a document`,
      {
        hint: `move it to ${prefix}${place}`,
      },
    );
  }
}

/** The tag that a file is named for, or that its name is the language of: `en`, `fa_AF`, `dari`. */
function tagOf(stem: string): string | undefined {
  const tag = canonicalTag(stem.replaceAll('_', '-'));
  const found = tag === undefined ? undefined : findLanguage(tag);
  // Of three letters, most codes are words too: `map`, `old`, `air`.
  if (found && (/^[a-z]{2}(?:-|$)/.test(tag!) || knownTags().includes(found.tag))) return tag;
  return stem.length > 3 ? languageNamed(stem) : undefined;
}
