/** Growth: documents of 1 to 200 pages in a warm process. Linear work keeps the time of a page the same. */

import { runJob } from './process.mjs';
import { makeProject } from './project.mjs';
import { LANGUAGES, readStatement } from './statement.mjs';
import { median, minimum } from './statistics.mjs';

export function growth({ folder, quick, note }) {
  const pages = quick ? [1, 5, 20] : [1, 2, 5, 10, 20, 50, 100, 200];
  const rows = [];
  for (const lang of LANGUAGES) {
    note(`growth: ${lang}`);
    const root = makeProject(folder, `growth-${lang}`, { brief: [readStatement(lang)] });
    const { result } = runJob('growth', { root, lang, pages });
    const base = result.find((entry) => entry.pages >= 5) ?? result.at(-1);
    const perPage = (entry) => median(entry.runs) / entry.pages;
    for (const entry of result)
      rows.push({
        lang,
        pages: entry.pages,
        words: entry.words,
        wall: median(entry.runs),
        fastest: minimum(entry.runs),
        perPage: perPage(entry),
        ratio: perPage(entry) / perPage(base),
        size: entry.bytes / 1000,
        rss: entry.rss,
      });
  }
  return {
    title: 'Growth: real paragraphs, none twice the same, in a warm process (medians)',
    columns: [
      { key: 'lang', label: 'language' },
      { key: 'pages', label: 'pages', digits: 0 },
      { key: 'words', label: 'words', digits: 0 },
      { key: 'wall', label: 'ms', digits: 1 },
      { key: 'fastest', label: 'fastest', digits: 1 },
      { key: 'perPage', label: 'ms/page', digits: 2 },
      { key: 'ratio', label: '× 5 pages', digits: 2 },
      { key: 'size', label: 'PDF kB', digits: 0 },
      { key: 'rss', label: 'RSS MB', digits: 0 },
    ],
    rows,
    notes: ['RSS: of the process after this length, which has built all lengths above it.'],
  };
}
