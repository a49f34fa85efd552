/** Prepares and breaks paragraphs by the thousand, no two the same, and looks at what memory remains. Needs --expose-gc. */
import type { ParagraphStyle, TextStyle } from '../../../src/index.ts';
import { ALL_LANGUAGES, moveWords, readStatement } from '../statement.ts';
import { argument, bayan, done, openFonts } from './library.ts';

/** What remains after so many paragraphs, MB. */
export interface MemoryMilestone {
  readonly paragraphs: number;
  readonly rss: number;
  readonly heap: number;
  readonly external: number;
  /** ms of each since the milestone before. */
  readonly perParagraph: number;
}

const { root, milestones } = argument<{ root: string; milestones: number[] }>();
const fonts = openFonts(root);
const style: TextStyle = { role: 'serif', weight: 400, italic: false, size: 10.5, color: '#000000' };
/** Shorter ones would come round too soon. */
const MIN_WORDS = 20;

const sources = ALL_LANGUAGES.flatMap((lang) => {
  const language = bayan.findLanguage(lang)!;
  const own: ParagraphStyle = { align: 'start', language, dir: language.dir, lineHeight: 16, style };
  return readStatement(lang)
    .blocks.filter(({ text }) => text.split(' ').length >= MIN_WORDS)
    .map(({ text }) => ({ text, style: own }));
});

const results: MemoryMilestone[] = [];
let number = 0;
for (const milestone of milestones) {
  const started = performance.now();
  const from = number;
  for (; number < milestone; number++) {
    const source = sources[number % sources.length]!;
    const text = moveWords(source.text, Math.floor(number / sources.length));
    bayan.breakLines(bayan.prepareParagraph([{ text, style }], source.style, fonts), 430);
  }
  const working = performance.now() - started;
  globalThis.gc!();
  await new Promise((resolve) => setTimeout(resolve, 50));
  globalThis.gc!();
  const { rss, heapUsed, external } = process.memoryUsage();
  results.push({
    paragraphs: number,
    rss: rss / 1e6,
    heap: heapUsed / 1e6,
    external: external / 1e6,
    perParagraph: working / (number - from),
  });
}
done(results);
