/** Files in a content folder that were meant to be read, and are not because of their names. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { FolderEntry } from '../files/source-file.ts';
import { canonicalTag, findLanguage, knownTags } from '../language/language.ts';
import { languageNamed } from '../language/names.ts';
import { suggestSlug } from './slug.ts';

/** What editors and systems make of `en.md`. */
const TEXT = /^(.+?)(?:\.md)?\.(txt|markdown|mdown|mkdn?|mdx|text|md)$/i;
/** What word processors make. */
const DOCUMENT = /^(.+?)\.(docx?|odt|rtf|pages|html?)$/i;

interface Misnamed {
  readonly what: 'text' | 'document';
  /** The name without its ending. */
  readonly stem: string;
}

function misnamed(name: string): Misnamed | undefined {
  if (name.endsWith('.md')) return undefined;
  const text = TEXT.exec(name)?.[1];
  if (text !== undefined) return { what: 'text', stem: text };
  const document = DOCUMENT.exec(name)?.[1];
  return document === undefined ? undefined : { what: 'document', stem: document };
}

/**
 * Warns of `en.txt`, `en.md.txt`, `en.MD`, `en.docx` in the folder of a document, of which nothing is printed; of a file by
 * any name where the folder has no other text.
 */
export function reportMisnamed(entries: readonly FolderEntry[], folder: string, report: Report): void {
  const files = entries.filter(({ kind }) => kind === 'file');
  const hasText = entries.some(({ name }) => name.endsWith('.md'));
  for (const { name } of files) {
    const found = misnamed(name);
    const lang = found && (tagOf(found.stem) ?? (hasText ? undefined : 'en'));
    if (!found || lang === undefined) continue;
    const message = `"${name}" is not read: the text of a document is in a file that ends in .md`;
    report.warning('content-name', { file: `${folder}/${name}` }, message, {
      hint:
        found.what === 'document'
          ? copyHint(`${lang}.md`)
          : `rename it to ${lang}.md; where file names are shown without their endings, show them first`,
    });
  }
}

const copyHint = (file: string): string =>
  `a file of a word processor is no text: copy its words into ${file}`;

/**
 * Warns of texts that lie in the content folder itself, and not in the folder of a document.
 *
 * @param prefix how paths in that folder begin: `content/`; empty when it is the project's
 */
export function reportLoose(entries: readonly FolderEntry[], prefix: string, report: Report): void {
  for (const { name, kind } of entries) {
    if (kind !== 'file') continue;
    const stem = /\.md$/i.test(name) ? name.slice(0, -'.md'.length) : undefined;
    // The folder of a project has other texts: a licence, notes.
    const other = prefix === '' ? undefined : misnamed(name);
    const called = stem ?? other?.stem;
    if (called === undefined || /^readme$/i.test(called)) continue;
    const lang = tagOf(called);
    if (other?.what === 'text' && lang === undefined) continue;
    const place =
      prefix +
      (lang === undefined ? `${suggestSlug(called) ?? 'my-document'}/en.md` : `my-document/${lang}.md`);
    report.warning(
      'content-name',
      { file: prefix + name },
      `"${name}" is not read: it is not in the folder of a document`,
      { hint: stem === undefined && other?.what === 'document' ? copyHint(place) : `move it to ${place}` },
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
