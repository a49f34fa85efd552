/** A publication in English and Persian of three small pages, for the tests of the preview. */
import { BRAND } from './installed-bayan.ts';

const TEMPLATE =
  '<document page-size="A6" margin="9mm"><title>{{title}}</title>{{{body}}}<footer><text>{{title}}</text></footer></document>';

/** Twelve paragraphs, each of which begins with its number. */
const ENGLISH = Array.from(
  { length: 12 },
  (_, index) =>
    `Paragraph ${index + 1} is about the rights of people who had to leave their homes, and about the help that cities give to them on their way to a safe and dignified life.`,
);
/** As long as is usual, and so not as long as the English. */
const PERSIAN = Array.from(
  { length: 12 },
  (_, index) =>
    `پاراگراف ${(index + 1).toLocaleString('fa')} دربارهٔ حقوق مردمی است که ناگزیر خانه‌های خود را ترک کرده‌اند، و دربارهٔ یاری شهرها به آنان در راه رسیدن به یک زندگی امن و باعزت؛ و این سخن در هر شهر و روستایی که آنان به آن می‌رسند همان است که بود.`,
);

const text = (title: string, paragraphs: readonly string[]): string =>
  `---\ntitle: ${title}\ndate: 2024\nkinds: [plain]\n---\n\n${paragraphs.join('\n\n')}\n`;

export const EN = 'content/rights/en.md';
export const FA = 'content/rights/fa.md';

export const PROJECT: Readonly<Record<string, string>> = {
  'bayan.yaml': '',
  'brand.yaml': BRAND,
  'templates/plain.hbs': TEMPLATE,
  [EN]: text('Rights', ENGLISH),
  [FA]: text('حقوق', PERSIAN),
};

/** The English text with other words in a paragraph; its number is from 1. */
export function withParagraph(number: number, words: string, others: string): string {
  return text('Rights', ENGLISH.with(number - 1, ENGLISH[number - 1]!.replace(words, others)));
}

/** Some dozens of pages. */
export const LONG: Readonly<Record<string, string>> = {
  ...PROJECT,
  [EN]: text('Rights', Array.from({ length: 16 }, () => ENGLISH).flat()),
};
