/** Growth: documents of 1 to 200 pages in a warm process. Linear work keeps the time of a page the same. */
import type { Context, Table } from './context.ts';
import type { GrownDocument } from './jobs/growth.ts';
import { runJob } from './process.ts';
import { makeProject } from './project.ts';
import { LANGUAGES, readStatement } from './statement.ts';
import { median, minimum } from './statistics.ts';

export async function growth({ folder, quick, note }: Context): Promise<Table> {
  const pages = quick ? [1, 5, 20] : [1, 2, 5, 10, 20, 50, 100, 200];
  const rows: Table['rows'][number][] = [];
  for (const lang of LANGUAGES) {
    note(`growth: ${lang}`);
    const root = makeProject(folder, `growth-${lang}`, { brief: [readStatement(lang)] });
    const result = await runJob<GrownDocument[]>('jobs/growth.ts', { root, lang, pages });
    const perPage = (entry: GrownDocument): number => median(entry.runs) / entry.pages;
    const base = perPage(result.find((entry) => entry.pages >= 5) ?? result.at(-1)!);
    for (const entry of result)
      rows.push({
        lang,
        pages: entry.pages,
        words: entry.words,
        wall: median(entry.runs),
        fastest: minimum(entry.runs),
        perPage: perPage(entry),
        ratio: perPage(entry) / base,
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
