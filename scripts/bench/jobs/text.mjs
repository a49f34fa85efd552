/**
 * The text engine alone: the paragraphs that a brief hands to it, prepared (bidi, itemisation, shaping, break
 * opportunities) and broken into lines, without composition, page breaking and painting.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { moveWords } from '../statement.mjs';
import { argument, bayan, done, openProject } from './library.mjs';

const { root, lang, warmUp, runs } = argument;
/** A4 less the margins of the brief, pt. */
const COLUMN = ((210 - 2 * 29) / 25.4) * 72;

const project = openProject(root);
const fonts = bayan.openFontBook({ folders: project.fontFolders });
const given = collectParagraphs();

/** Paragraphs with their words moved round, so that nothing of them is known. */
const moved = (number) =>
  given.map(({ spans, style }) => ({
    style,
    spans: spans.map((span) => ({ ...span, text: moveWords(span.text, number) })),
  }));

function setText(paragraphs) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  let lines = 0;
  for (const { spans, style } of paragraphs)
    lines += bayan.breakLines(bayan.prepareParagraph(spans, style, fonts), COLUMN).length;
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1000, lines };
}

const first = setText(given);
const fresh = [];
const known = [];
for (let i = 0; i < warmUp + runs; i++) {
  const paragraphs = moved(i + 1);
  const results = [setText(paragraphs), setText(paragraphs)];
  if (i < warmUp) continue;
  fresh.push(results[0]);
  known.push(results[1]);
}
const text = given.map(({ spans }) => spans.map((span) => span.text).join(''));
const words = text.reduce((sum, paragraph) => sum + paragraph.split(/\s+/).filter(Boolean).length, 0);
done({ paragraphs: given.length, words, lines: first.lines, first, fresh, known });

/** What composition makes of the brief, footers and panels included; the logo is left out. */
function collectParagraphs() {
  const report = new bayan.Report();
  const file = `content/brief/${lang}.md`;
  const bytes = readFileSync(join(root, file));
  const edition = bayan.parseEdition({ root, file, slug: 'brief', lang, bytes }, report);
  const { logo, ...brand } = bayan.brandFor(project.brand, lang);
  const language = bayan.findLanguage(lang);
  const { templates, strings } = bayan.loadTemplates(
    project.templateFolders.map((folder) => bayan.templateFolder(folder, 'templates')),
  );
  const sheets = [...project.templateFolders]
    .reverse()
    .flatMap((folder) => readStyles(join(folder, 'styles.yaml')));
  const styles = bayan.readStyleSheet(sheets, report);
  const { name, shortName, about } = brand.organisation;
  const words = { name, shortName, about: about ?? null, address: null, logo: null };
  const layout = bayan.applyTemplate(
    { edition, kind: 'brief', templates, strings, brand: words, language },
    report,
  );
  const pictures = { svg: () => undefined, bitmap: () => undefined };
  const paragraphs = new Set();
  bayan.typeset(
    (fitting) => bayan.compose({ layout, edition, language, brand, styles, pictures, root }, fitting, report),
    { fonts, onParagraph: (paragraph) => paragraphs.add(paragraph) },
  );
  if (report.hasErrors) throw new Error(JSON.stringify(report.diagnostics.slice(0, 3)));
  return [...paragraphs].map(({ spans, style }) => ({ spans, style }));
}

function readStyles(file) {
  try {
    return [{ file, text: readFileSync(file, 'utf8') }];
  } catch {
    return []; // A project need not have one.
  }
}
