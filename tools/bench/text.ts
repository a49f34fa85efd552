/** The text engine alone, on the paragraphs of a two-page brief, warm. */
import type { Context, Table } from './context.ts';
import type { TextTimes } from './jobs/text.ts';
import { runJob } from './process.ts';
import { makeProject } from './project.ts';
import { readStatement } from './statement.ts';
import { median, minimum, of } from './statistics.ts';

/** What text work of a brief may take, ms (docs/benchmark.md). */
const AIMS: Readonly<Record<string, number>> = { ar: 15, 'fa-AF': 15, ur: 40 };

export async function text({ folder, quick, note }: Context): Promise<Table> {
  const rows: Table['rows'][number][] = [];
  for (const lang of ['en', 'ar', 'fa-AF', 'ur']) {
    note(`text: ${lang}`);
    const root = makeProject(folder, `text-${lang}`, { brief: [readStatement(lang)] });
    const argument = { root, lang, warmUp: quick ? 10 : 50, runs: quick ? 15 : 100 };
    const times = await runJob<TextTimes>('jobs/text.ts', argument);
    const fresh = median(of(times.fresh, 'wall'));
    const aim = AIMS[lang];
    rows.push({
      lang,
      paragraphs: times.paragraphs,
      words: times.words,
      first: times.first.wall,
      fresh,
      fastest: minimum(of(times.fresh, 'wall')),
      cpu: median(of(times.fresh, 'cpu')),
      again: median(of(times.again, 'wall')),
      perWord: (fresh * 1000) / times.words,
      aim,
      ratio: aim && fresh / aim,
    });
  }
  return {
    title: 'Text work of a two-page brief: segmentation, bidi, shaping, line breaking, ms (medians)',
    columns: [
      { key: 'lang', label: 'language' },
      { key: 'paragraphs', label: 'paragraphs', digits: 0 },
      { key: 'words', label: 'words', digits: 0 },
      { key: 'first', label: 'first time', digits: 1 },
      { key: 'fresh', label: 'warm, new text', digits: 2 },
      { key: 'fastest', label: 'fastest', digits: 2 },
      { key: 'cpu', label: 'CPU', digits: 2 },
      { key: 'again', label: 'warm, same text', digits: 2 },
      { key: 'perWord', label: 'µs/word', digits: 1 },
      { key: 'aim', label: 'aim', digits: 0 },
      { key: 'ratio', label: '× aim', digits: 2 },
    ],
    rows,
    notes: [
      'New text: the words of every paragraph moved round. Same text: set once before in this process.',
    ],
  };
}
