/** Justified lines: how they are filled, and that nothing of it is in the copied text. */
import { describe, expect, test } from 'vitest';
import type { ParagraphStyle, TextStyle } from '../../src/document/style.ts';
import { findLanguage } from '../../src/language/language.ts';
import { breakLines } from '../../src/text/break/break-lines.ts';
import type { TextLine } from '../../src/text/break/line.ts';
import { type Paragraph, prepareParagraph } from '../../src/text/paragraph.ts';
import { shippedFonts } from '../support/fonts.ts';

const fonts = shippedFonts();
const plain: TextStyle = { role: 'serif', weight: 400, italic: false, size: 10, color: '#000000' };

function prepare(text: string, tag: string, more: Partial<ParagraphStyle> = {}): Paragraph {
  const language = findLanguage(tag)!;
  return prepareParagraph(
    [{ text, style: plain }],
    { align: 'justify', language, dir: language.dir, lineHeight: 14, style: plain, ...more },
    fonts,
  );
}

/** What a reader copies of a line, in logical order. */
function copied(line: TextLine): string {
  return line.fragments
    .flatMap((fragment) => fragment.clusters)
    .toSorted((a, b) => a.cluster.start - b.cluster.start)
    .map(({ text }) => text)
    .join('');
}

const glyphs = (line: TextLine) =>
  line.fragments.reduce((sum, f) => sum + f.clusters.reduce((n, c) => n + c.cluster.glyphs.length, 0), 0);

const ARABIC =
  'نحن الموقعين أدناه نعرب عن قلقنا البالغ إزاء قرار السلطات ترحيل جميع الأفغان الذين لا يحملون وثائق، وندعو الحكومة إلى إعادة النظر في هذا القرار فوراً.';
const URDU =
  'ہم زیر دستخطی افغان شہریوں کی جبری واپسی کے فیصلے پر گہری تشویش کا اظہار کرتے ہیں اور حکومت سے مطالبہ کرتے ہیں کہ وہ اس فیصلے پر نظر ثانی کرے۔';
const ENGLISH =
  'We, the undersigned organisations, express our deep concern about the announcement that all undocumented Afghans must leave the country, and call on the government to reconsider immediately.';

describe('every line but the last fills the column', () => {
  test.each([
    ['ar', ARABIC],
    ['ur', URDU],
    ['en', ENGLISH],
  ])('%s', (tag, text) => {
    const lines = breakLines(prepare(text, tag), 180);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(180, 1);
    expect(lines.at(-1)!.width).toBeLessThanOrEqual(180.1);
  });
});

describe('scripts without spaces are stretched between words, and never inside them', () => {
  test.each([
    ['my', 'အစိုးရကမြန်မာနိုင်ငံတွင်ဒုက္ခသည်များအတွက်အကူအညီပေးရန်တောင်းဆိုခဲ့သည်ဟုပြောကြားခဲ့သည်။'],
    ['km', 'ជនភៀសខ្លួនទាំងអស់មានសិទ្ធិទទួលបានការការពារនៅក្នុងប្រទេសណាមួយដែលពួកគេស្វែងរក។'],
    ['lo', 'ຊາວອົບພະຍົບທຸກຄົນມີສິດໄດ້ຮັບການປົກປ້ອງໃນທຸກປະເທດທີ່ພວກເຂົາຊອກຫາບ່ອນລີ້ໄພ'],
    ['th', 'ผู้ลี้ภัยทุกคนมีสิทธิได้รับการคุ้มครองในทุกประเทศที่พวกเขาแสวงหาที่ลี้ภัยตามกฎหมายระหว่างประเทศ'],
  ])('%s', (tag, text) => {
    const paragraph = prepare(text, tag);
    const lines = breakLines(paragraph, 150);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines.slice(0, -1)) {
      expect(line.width).toBeCloseTo(150, 1);
      const placed = line.fragments.flatMap(({ clusters }) => clusters);
      for (let i = 0; i + 1 < placed.length; i++) {
        const { cluster, x } = placed[i]!;
        const gap = placed[i + 1]!.x - x - cluster.width;
        if (gap > 0.01) expect(paragraph.breaks[cluster.end], 'a gap is where a line may end').toBe(1);
      }
    }
  });
});

test('kashida draws out Arabic letters and is not copied', () => {
  const ragged = breakLines(prepare(ARABIC, 'ar', { align: 'start' }), 180);
  const justified = breakLines(prepare(ARABIC, 'ar'), 180);
  expect(justified.reduce((n, line) => n + glyphs(line), 0)).toBeGreaterThan(
    ragged.reduce((n, line) => n + glyphs(line), 0),
  );
  expect(justified.map(copied).join(' ')).toBe(ARABIC);
});

test('Nastaliq is never stretched', () => {
  const paragraph = prepare(URDU, 'ur');
  const drawn = breakLines(paragraph, 180).flatMap((line) =>
    line.fragments.flatMap((f) => f.clusters.map((c) => c.cluster)),
  );
  expect(drawn.every((cluster) => paragraph.clusters.includes(cluster))).toBe(true);
});

describe('where a word is stretched', () => {
  /** Clusters of the line that a word stands on alone, in logical order; what follows does not fit. */
  const drawn = (word: string, align: 'start' | 'justify') => {
    const { width } = breakLines(prepare(word, 'ar'), Number.POSITIVE_INFINITY)[0]!;
    const line = breakLines(prepare(`${word} ${'و'.repeat(30)}`, 'ar', { align }), width + 10)[0]!;
    return line.fragments
      .flatMap(({ clusters }) => clusters.map(({ cluster }) => cluster))
      .toSorted((a, b) => a.start - b.start);
  };

  test.each([
    ['after seen', 'المسلمون', 'المسـلمون'],
    ['before a final heh', 'فرشته', 'فرشـته'],
    ['before a final dal', 'محمد', 'محمـد'],
    ['before a final kaf', 'ملك', 'ملـك'],
    ['before a final alef', 'كتابا', 'كتابـا'],
    ['after a tatweel of the author’s', 'كتــب', 'كتــب'],
    ['not in a word of two letters', 'به', 'به'],
    ['not in a Latin word', 'UNHCR', 'UNHCR'],
  ])('%s', (_, word, shown) => {
    const natural = drawn(word, 'start');
    const seen = drawn(word, 'justify').map(({ start, end, width }, i) =>
      width > natural[i]!.width ? `${word.slice(start, end)}ـ` : word.slice(start, end),
    );
    expect(seen.join('').replace(/ـ+/g, 'ـ')).toBe(shown.replace(/ـ+/g, 'ـ'));
  });
});

describe('hyphenation', () => {
  const points = (text: string, tag = 'en') => {
    const { breaks } = prepare(text, tag, { hyphenate: true });
    return [...text].map((char, i) => (breaks[i] === 3 ? `-${char}` : char)).join('');
  };

  test.each([
    ['en', 'The international organisations', 'The in-ter-na-tional or-gan-isa-tions'],
    ['fr', 'internationale', 'in-ter-na-tio-nale'],
    ['es', 'organizaciones', 'or-ga-ni-za-cio-nes'],
    ['id', 'pengungsi perlindungan', 'pe-ngungsi per-lin-dungan'],
    ['tr', 'uluslararası', 'ulus-la-ra-rası'],
  ])('%s: %s', (tag, text, shown) => expect(points(text, tag)).toBe(shown));

  test.each([
    'UNHCR UNICEF NATIONAL',
    'COVID19 abc123international',
    'https://www.international.org/organisation',
    'info@organisation.org',
    'well-organised',
  ])('not in %s', (text) => expect(points(text)).toBe(text));

  test('a word of thousands of letters is hyphenated all through as it is at its start', () => {
    const parts = points('internationalisation'.repeat(120)).split('isa');
    expect(new Set(parts.slice(1, -1)).size).toBe(1);
    expect(parts).toHaveLength(121);
  });

  test('a hyphenated word fits its line and is copied without the hyphen', () => {
    const lines = breakLines(prepare(ENGLISH, 'en', { hyphenate: true }), 70);
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(70.1);
    const text = lines.map(copied).join(' ');
    expect(text).toContain('\u00ad');
    expect(text.replace(/\u00ad /g, '')).toBe(ENGLISH);
  });

  test('no hyphenation unless the paragraph asks', () => {
    expect([...prepare(ENGLISH, 'en').breaks]).not.toContain(3);
  });
});

describe('the breaks of a paragraph are chosen together', () => {
  const lines = (text: string, width: number) =>
    breakLines(prepare(text, 'en', { align: 'start' }), width).map((line) => line.width);
  const widthOf = (text: string) => lines(text, Number.POSITIVE_INFINITY)[0]!;
  /** How uneven the right edge is: the room left on every line but the last, squared. */
  const raggedness = (widths: readonly number[], width: number) =>
    widths.slice(0, -1).reduce((sum, line) => sum + (width - line) ** 2, 0);

  /** Widths of lines of which each takes all words that fit it. */
  function filled(text: string, width: number): number[] {
    const widths: number[] = [];
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (widthOf(longer) > width) widths.push(widthOf(line));
      line = widthOf(longer) > width ? word : longer;
    }
    return [...widths, widthOf(line)];
  }

  test.each([130, 160, 190, 220, 260])(
    'in a column of %i pt lines are no less even than when each is filled',
    (width) => {
      const greedy = raggedness(filled(ENGLISH, width), width);
      expect(raggedness(lines(ENGLISH, width), width)).toBeLessThanOrEqual(greedy + 1);
    },
  );

  test('no short word is left on the last line', () => {
    const text = 'The rights of the people who have been displaced must be upheld by all of us';
    const widths = Array.from({ length: 20 }, (_, i) => 120 + i * 5);
    const ends = widths.map((width) =>
      copied(breakLines(prepare(text, 'en', { align: 'start' }), width).at(-1)!),
    );
    expect(ends.filter((end) => end === 'us')).toEqual([]);
  });
});
