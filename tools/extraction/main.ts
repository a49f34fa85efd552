/**
 * Prints how many words of each language each reader recovers. Arguments: languages; `--missing` lists the words that
 * were lost; `--save FOLDER` keeps the PDFs and what was read of them; `--check` fails when a reader falls short;
 * `--phrases` searches for each two neighbouring words instead.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { save } from '../save.ts';
import { type MeasuredDocument, makeDocument, sampleFiles, specimenProject } from './documents.ts';
import { allReaders } from './readers.ts';
import { notFound, PDFIUM_SEARCH, PDFJS_SEARCH } from './search.ts';
import { type Score, score } from './words.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean' },
    missing: { type: 'boolean' },
    phrases: { type: 'boolean' },
    save: { type: 'string' },
  },
});
/** Least share of words that a reader must recover; MuPDF depends on its version (docs/text-extraction.md). */
const LEAST: Readonly<Record<string, number>> = { PDFium: 0.99, 'pdf.js': 0.95, poppler: 0.99 };
/** Rows whose shortfall docs/text-extraction.md explains. */
const EXPLAINED = new Set(['fa-AF, hard cases', 'ff-Adlm', 'nqo']);
const root = process.cwd();
const readers = allReaders();
for (const { name, version } of readers) if (!version) console.log(`${name} is not installed: skipped`);
const installed = readers.filter(({ version }) => version);

const results = new Map<string, Score[][]>();
if (values.phrases) await searchPhrases();
else await readWords();

async function readWords(): Promise<void> {
  for await (const document of documents()) await readDocument(document);
  printTable();
  if (values.check) check();
}

async function readDocument(document: MeasuredDocument): Promise<void> {
  const scores: Score[] = [];
  for (const reader of installed) {
    const text = await reader.read(document.pdf);
    scores.push(score(document.words, text, document.lang));
    if (values.save) save(values.save, `${document.name}.${reader.name.replaceAll(/[ .]/g, '')}.txt`, text);
  }
  if (values.save) save(values.save, `${document.name}.pdf`, document.pdf);
  if (values.missing)
    scores.forEach(({ missing }, i) => {
      if (missing.length > 0)
        console.log(`${document.name} ${installed[i]!.name}: ${missing.slice(0, 40).join(' · ')}`);
    });
  const known = results.get(document.group);
  if (known) known.push(scores);
  else results.set(document.group, [scores]);
}

/** Every phrase of every document, in the search of both readers. */
async function searchPhrases(): Promise<void> {
  console.log('\n| document | phrases | PDFium | pdf.js |\n|---|--:|--:|--:|');
  for await (const { name, pdf, phrases } of documents()) {
    const lost: string[][] = [];
    for (const searcher of [PDFIUM_SEARCH, PDFJS_SEARCH]) lost.push(await notFound(searcher, pdf, phrases));
    const cells = lost.map(({ length }) => percent(phrases.length - length, phrases.length));
    console.log(`| ${name} | ${phrases.length} | ${cells.join(' | ')} |`);
    if (values.missing) console.log(lost.map((each) => each.slice(0, 20).join(' · ')).join('\n'));
  }
}

async function* documents(): AsyncGenerator<MeasuredDocument> {
  const folder = mkdtempSync(join(tmpdir(), 'bayan-extraction-'));
  const specimens = specimenProject(join(root, 'tools/extraction/specimens'));
  for (const [path, text] of specimens) save(folder, path, text);
  const jobs = [
    ...sampleFiles(root).map((job) => ({ ...job, project: root })),
    ...[...specimens.keys()]
      .filter((path) => path.startsWith('content/'))
      .map((file) => ({ file, kind: 'specimen', project: folder })),
  ];
  for (const { project, file, kind } of jobs) {
    if (positionals.length > 0 && !positionals.some((lang) => file.endsWith(`/${lang}.md`))) continue;
    const made = await makeDocument(project, file, kind);
    if (typeof made === 'string') console.log(`${file} (${kind}) is skipped: ${made}`);
    else yield made;
  }
  rmSync(folder, { recursive: true });
}

function printTable(): void {
  const heads = installed.map(({ name, version }) => `${name} ${version}`);
  console.log(`\n| language | words | ${heads.join(' | ')} |\n|---|--:|${heads.map(() => '--:').join('|')}|`);
  for (const [lang, documents] of [...results].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const sum = (reader: number, key: 'words' | 'found' | 'inOrder') =>
      documents.reduce((total, scores) => total + scores[reader]![key], 0);
    const cells = installed.map(
      (_, i) =>
        `${percent(sum(i, 'found'), sum(i, 'words'))} (${percent(sum(i, 'inOrder'), sum(i, 'words'))})`,
    );
    console.log(`| ${lang} | ${sum(0, 'words')} | ${cells.join(' | ')} |`);
  }
  console.log('\nWords recovered in percent, and in brackets those that also stand in order.');
}

function check(): void {
  for (const [group, documents] of results) {
    if (EXPLAINED.has(group)) continue;
    installed.forEach(({ name }, i) => {
      const sum = (key: 'words' | 'found') => documents.reduce((total, scores) => total + scores[i]![key], 0);
      const least = LEAST[name];
      if (least === undefined || sum('found') >= least * sum('words')) return;
      process.exitCode = 1;
      console.error(
        `${group}: ${name} recovers ${percent(sum('found'), sum('words'))} % of the words, not ${least * 100}`,
      );
    });
  }
}

function percent(part: number, whole: number): string {
  const value = (100 * part) / whole;
  return value === 100 ? '100' : (Math.floor(value * 10) / 10).toFixed(1);
}
