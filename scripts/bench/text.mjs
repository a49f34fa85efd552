/** The text engine alone, on the paragraphs of a two-page brief, warm. */

import { runJob } from './process.mjs';
import { makeProject } from './project.mjs';
import { readStatement } from './statement.mjs';
import { median, minimum, of } from './statistics.mjs';

/** What issue 3 aims at, ms. */
const AIMS = { ar: 15, 'fa-AF': 15, ur: 40 };

export function text({ folder, quick, note }) {
  const rows = ['en', 'ar', 'fa-AF', 'ur'].map((lang) => {
    note(`text: ${lang}`);
    const root = makeProject(folder, `text-${lang}`, { brief: [readStatement(lang)] });
    const { result } = runJob('text', { root, lang, warmUp: quick ? 10 : 50, runs: quick ? 15 : 100 });
    const fresh = median(of(result.fresh, 'wall'));
    return {
      ...result,
      lang,
      first: result.first.wall,
      fresh,
      fastest: minimum(of(result.fresh, 'wall')),
      cpu: median(of(result.fresh, 'cpu')),
      known: median(of(result.known, 'wall')),
      perWord: (fresh * 1000) / result.words,
      aim: AIMS[lang],
      ratio: AIMS[lang] && fresh / AIMS[lang],
    };
  });
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
      { key: 'known', label: 'warm, same text', digits: 2 },
      { key: 'perWord', label: 'µs/word', digits: 1 },
      { key: 'aim', label: 'aim', digits: 0 },
      { key: 'ratio', label: '× aim', digits: 2 },
    ],
    rows: rows.map(({ fresh, ...row }) => ({ ...row, fresh })),
    notes: [
      'New text: the words of every paragraph moved round. Same text: set once before in this process.',
    ],
  };
}
