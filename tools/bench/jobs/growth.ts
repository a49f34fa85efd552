/** Builds documents of growing length in one process. */
import { countWords, longStatement, readStatement, toMarkdown } from '../statement.ts';
import { argument, type BuiltBrief, build, done, openProject } from './library.ts';

/** The documents of one length; MB after the last of them. */
export interface GrownDocument {
  readonly pages: number;
  readonly words: number;
  /** ms of each. */
  readonly runs: readonly number[];
  readonly bytes: number;
  readonly rss: number;
}

const { root, lang, pages: targets } = argument<{ root: string; lang: string; pages: number[] }>();
const workspace = openProject(root);
const statement = readStatement(lang);
let used = 0;
/** Words that no document before had in this order, so that its text is set and not remembered. */
function text(count: number): string {
  const markdown = toMarkdown(longStatement(statement, count, used));
  used += Math.ceil(count / statement.blocks.length);
  return markdown;
}

// Paragraphs on a page, and a warm engine.
const SAMPLE = 100;
let sample = await build(workspace, lang, text(SAMPLE));
for (let i = 0; i < 4; i++) sample = await build(workspace, lang, text(SAMPLE));
const perPage = SAMPLE / (sample.pages - 0.5);

const results: GrownDocument[] = [];
for (const target of targets) {
  const count = Math.max(2, Math.floor(perPage * (target - 0.5)));
  const runs: BuiltBrief[] = [];
  const repeats = Math.max(3, Math.min(15, Math.ceil(30 / target)));
  for (let i = 0; i < repeats; i++) runs.push(await build(workspace, lang, text(count)));
  results.push({
    pages: runs[0]!.pages,
    words: countWords(longStatement(statement, count)),
    runs: runs.map(({ wall }) => wall),
    bytes: runs[0]!.bytes,
    rss: process.memoryUsage().rss / 1e6,
  });
}
done(results);
