/**
 * The text engine alone: the paragraphs that a brief hands to it, prepared (bidi, itemisation, shaping, break
 * opportunities) and broken into lines, without composition, page breaking and painting.
 */
import type { Paragraph } from '../../../src/index.ts';
import type { Rounds } from '../context.ts';
import { moveWords } from '../statement.ts';
import { rebuildAll, startClock } from '../timing.ts';
import { argument, bayan, done, openProject, refuse } from './library.ts';

/** All paragraphs of a brief, set once, ms. */
interface TextRun {
  readonly wall: number;
  readonly cpu: number;
}

export interface TextTimes {
  readonly paragraphs: number;
  readonly words: number;
  readonly first: TextRun;
  /** Of words in an order not seen before. */
  readonly fresh: readonly TextRun[];
  /** Of the same text again. */
  readonly again: readonly TextRun[];
}

type GivenParagraph = Pick<Paragraph, 'spans' | 'style'>;

const { root, lang, ...rounds } = argument<Rounds & { root: string; lang: string }>();
/** A4 less the margins of the brief, pt. */
const COLUMN = ((210 - 2 * 29) / 25.4) * 72;

const workspace = openProject(root);
const opened = workspace.open(new bayan.Report(), new bayan.Trace());
const { fonts } = opened;
const given = collectParagraphs();

/** Paragraphs with their words moved round, so that nothing of them is remembered; as they are in version 0. */
const moved = (number: number): GivenParagraph[] =>
  given.map(({ spans, style }) => ({
    style,
    spans: spans.map((span) => ({ ...span, text: moveWords(span.text, number) })),
  }));

function setText(paragraphs: readonly GivenParagraph[]): TextRun {
  const clock = startClock();
  for (const { spans, style } of paragraphs)
    bayan.breakLines(bayan.prepareParagraph(spans, style, fonts), COLUMN);
  return clock();
}

const { first, edit: fresh, again } = await rebuildAll((version) => setText(moved(version)), rounds);
const texts = given.map(({ spans }) => spans.map((span) => span.text).join(''));
const words = texts.reduce((sum, paragraph) => sum + paragraph.split(/\s+/).filter(Boolean).length, 0);
const times: TextTimes = { paragraphs: given.length, words, first, fresh, again };
done(times);

/** What composition makes of the brief, footers and panels included; the logo is left out. */
function collectParagraphs(): GivenParagraph[] {
  const report = new bayan.Report();
  const file = `content/brief/${lang}.md`;
  const edition = bayan.readEdition(workspace, { file, slug: 'brief', lang }, report) ?? refuse(report);
  const { project, library, styles, paragraphs } = opened;
  const { logo, ...brand } = bayan.brandFor(project.brand, lang);
  const language = bayan.findLanguage(lang)!;
  const { name, shortName, about } = brand.organisation;
  const words = { name, shortName, about };
  const markup =
    bayan.applyTemplate({ edition, kind: 'brief', ...library, brand: words, language }, report) ??
    refuse(report);
  const input = { markup, edition, language, brand, styles, pictures: new Map<string, never>() };
  const found = new Set<GivenParagraph>();
  bayan.typeset(bayan.compose(input, report), {
    fonts,
    paragraphs,
    onParagraph: (paragraph) => found.add(paragraph),
  });
  if (report.hasErrors) refuse(report);
  return [...found].map(({ spans, style }) => ({ spans, style }));
}
