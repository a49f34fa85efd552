/**
 * changes.pdf: the same as ./changes-page.ts as an edition, which Bayan prints like any other. Added and removed words stand
 * between signs, as `bayan check` writes them, for who reads it without colours or hears it.
 */
import type { Edition } from '../content/edition.ts';
import { isDifferent, type PublicationChanges, type PublicationTitle } from './publication.ts';
import { ReportBlocks } from './report-blocks.ts';

/** The kind that it is printed with, in the folder of Bayan’s reports. */
export const CHANGES_KIND = 'changes';

export function changesEdition(
  { slug, since, languages }: PublicationChanges,
  { text, lang, date }: PublicationTitle,
): Edition {
  const different = languages.filter(({ prints }) => isDifferent(prints));
  const blocks = new ReportBlocks({ file: `changes of ${slug}` });
  const [plain, summary] = [`What changed in ${slug}`, `${slug}, compared with ${since}.`];
  return {
    slug,
    lang: 'en',
    file: blocks.span.file,
    frontMatter: {
      title: plain,
      summary,
      date,
      kinds: [CHANGES_KIND],
      demands: [],
      images: {},
      keywords: [],
      references: [],
    },
    declared: {},
    inline: new Map([
      ['title', [blocks.text('What changed: '), ...blocks.inLanguage(lang, [blocks.text(text)])]],
      ['summary', [blocks.text(summary)]],
    ]),
    pictures: new Map(),
    places: new Map(),
    body: [
      blocks.legend(),
      blocks.overview(languages),
      ...different.flatMap((one) => blocks.language(one)),
      ...blocks.unchanged(languages.filter((one) => !different.includes(one))),
    ],
    footnotes: [],
    source: '',
  };
}
