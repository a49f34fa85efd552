/** What tags cost in bytes, of a table over many pages: at most a fifth of what the file weighs without them. */
import { expect, test } from 'vitest';
import { printed } from '../support/printed.ts';
import { bytesOfTags } from '../support/untagged.ts';

const TEMPLATE = '<document page-size="A4" margin="25mm">{{{body}}}</document>';
const ROWS = 600;

/** What a row says in words: the first and last part of it vary by themselves. */
interface Words {
  readonly head: string;
  readonly places: string;
  readonly begins: string;
  readonly ends: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  en: {
    head: 'No., Province, Returned, Share, Remark',
    places: 'Kabul, Herat, Kandahar, Balkh, Nangarhar, Ghazni, Badakhshan, Helmand, Kunduz, Bamyan',
    begins: 'clinics, schools, roads, wells, bridges, markets, tents, papers, trucks',
    ends: 'open again, closed in winter, far away, repaired by May, not enough, counted twice, in use',
  },
  'fa-AF': {
    head: 'شماره, ولایت, برگشت‌کنندگان, سهم, یادداشت',
    places: 'کابل, هرات, قندهار, بلخ, ننگرهار, غزنی, بدخشان, هلمند, کندز, بامیان',
    begins: 'کلینیک‌ها, مکتب‌ها, راه‌ها, چاه‌ها, پل‌ها, بازارها, خیمه‌ها, اسناد, موترها',
    ends: 'دوباره باز, در زمستان بسته, بسیار دور, تا بهار ترمیم, ناکافی, دو بار شمرده, مورد استفاده',
  },
};

function table({ head, places, begins, ends }: Words): string {
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const rows = Array.from({ length: ROWS }, (_, i) => {
    // Numbers as those of a survey, the same every time.
    const some = (factor: number, most: number) => (((i + 1) * factor) % 9973) % most;
    const one = (list: string, factor: number) => list.split(', ')[some(factor, list.split(', ').length)]!;
    const remark = `${one(begins, 6841)} ${one(ends, 5477)}`;
    return row([i + 1, one(places, 7919), some(3571, 9000), some(4969, 100), remark]);
  });
  const heads = head.split(', ');
  return [row(heads), row(heads.map(() => '---')), ...rows].join('\n');
}

test.each(Object.entries(WORDS))('a table of 600 rows in %s', async (lang, words) => {
  const { bytes, pdf, pages, diagnostics } = await printed(lang, TEMPLATE, table(words));
  expect(diagnostics).toEqual([]);
  expect(pages.length).toBeGreaterThanOrEqual(17);
  expect([...pdf.elements()].filter(({ S }) => pdf.name(S) === 'TD')).toHaveLength(ROWS * 5);
  const { marks, tree } = bytesOfTags(pdf);
  const share = (marks + tree) / (bytes.length - marks - tree);
  expect(share).toBeLessThan(0.2);
});
