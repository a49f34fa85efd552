/**
 * Pictures of test/specimens at 72 dpi, in test/specimens/out/pictures: <lang>.png is Bayan's page (needs pdftoppm), and
 * with --chromium <lang>.chromium.png the same words with the same font files in headless Chromium. --update makes
 * Bayan's pages the reference pictures, test/specimens/pictures, once they have been looked at.
 *
 *     node tools/run.mjs tools/specimens.ts [--chromium] [--update]
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Report } from '../src/diagnostics/diagnostic.ts';
import { packageRoot } from '../src/files/package-root.ts';
import { ProjectFiles } from '../src/files/project-files.ts';
import { Trace } from '../src/files/trace.ts';
import { type FontTable, readFontTable } from '../src/fonts/table.ts';
import type { Language } from '../src/language/language.ts';
import { LANGUAGES } from '../src/language/table.ts';

const PROJECT = join(packageRoot(), 'test/specimens');
const PICTURES = join(PROJECT, 'out/pictures');
const REFERENCES = join(PROJECT, 'pictures');
/** A page of 148 mm at 96 dpi, drawn at 72. */
const CHROMIUM = [
  '--headless',
  '--no-sandbox',
  '--hide-scrollbars',
  '--allow-file-access-from-files',
  '--window-size=559,794',
  '--force-device-scale-factor=0.75',
];

for (const folder of [PICTURES, REFERENCES]) mkdirSync(folder, { recursive: true });
drawPages(process.argv.includes('--update'));
if (process.argv.includes('--chromium')) drawInChromium();

function drawPages(update: boolean): void {
  try {
    const bayan = join(packageRoot(), 'bin/bayan.cjs');
    execFileSync(process.execPath, [bayan, 'build'], { cwd: PROJECT, stdio: 'inherit' });
  } catch {
    console.log('languages without installed faces have no picture');
  }
  const folder = join(PROJECT, 'out/specimen');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.pdf'))) {
    const lang = file.split('.')[1]!;
    const picture = join(PICTURES, lang);
    execFileSync('pdftoppm', ['-r', '72', '-png', '-singlefile', join(folder, file), picture]);
    if (update) copyFileSync(`${picture}.png`, join(REFERENCES, `${lang}.png`));
  }
}

function drawInChromium(): void {
  const table = readFontTable(new ProjectFiles(packageRoot()), ['fonts'], new Report(), new Trace());
  for (const language of LANGUAGES) {
    const page = join(PICTURES, `${language.tag}.html`);
    writeFileSync(page, html(language, table));
    const screenshot = `--screenshot=${join(PICTURES, `${language.tag}.chromium.png`)}`;
    execFileSync('chromium', [...CHROMIUM, screenshot, `file://${page}`], { stdio: 'ignore' });
  }
}

/** The Markdown of a specimen as HTML, with the faces and line height that Bayan gives the language. */
function html(language: Language, table: FontTable): string {
  const markdown = readFileSync(join(PROJECT, `content/specimen/${language.tag}.md`), 'utf8');
  const [, title, body] = /title: (".*")\n[\s\S]*?---\n([\s\S]*)$/.exec(markdown) ?? [];
  if (title === undefined || body === undefined) throw new Error(`${language.tag}: no title and text`);
  const blocks = body.trim().split('\n\n');
  const line = language.lineHeight;
  return `<!doctype html><html lang="${language.tag}" dir="${language.dir}"><meta charset="utf-8"><style>${fontRules(language, table).join('')}
    * { margin: 0; padding: 0 } body { font: 10.5pt/${1.45 * line} Body, Body-Latin; padding: 12mm 16mm; width: 116mm }
    h1 { font: 700 ${language.script === 'Arab' ? 21 : 23}pt/${1.2 * line} Head, Head-Latin }
    h2 { font: 700 14.5pt/${1.25 * line} Head, Head-Latin; margin: 12pt 0 4pt } p, ol { margin-bottom: 7pt }
    ol { padding-inline-start: 18pt } blockquote { font-size: 12pt; padding-inline-start: 12pt }
    </style><h1>${JSON.parse(title)}</h1>${blocks.map((block) => blockHtml(block, language)).join('')}</html>`;
}

function blockHtml(block: string, { emphasis }: Language): string {
  const inline = (text: string): string =>
    text
      .replace(/\*\*(.*?)\*\*/g, '<b>$1</b>')
      .replace(/\*(.*?)\*/g, emphasis === 'italic' ? '<i>$1</i>' : '<b>$1</b>');
  if (block.startsWith('## ')) return `<h2>${inline(block.slice(3))}</h2>`;
  if (block.startsWith('> ')) return `<blockquote>${inline(block.slice(2))}</blockquote>`;
  const items = block.split('\n').map((line) => `<li>${inline(line.replace(/^\d\. /, ''))}</li>`);
  return block.startsWith('1. ') ? `<ol>${items.join('')}</ol>` : `<p>${inline(block)}</p>`;
}

/** A rule for each installed font file of the four families that the page names. */
function fontRules(language: Language, { faces, scripts }: FontTable): string[] {
  const roles = { ...scripts[language.script], ...language.faces };
  const families: readonly (readonly [family: string, face: string | undefined])[] = [
    ['Body', roles.serif],
    ['Head', roles.sans],
    ['Body-Latin', 'source-serif'],
    ['Head-Latin', 'source-sans'],
  ];
  return families.flatMap(([family, name]) => {
    const face = name === undefined ? undefined : faces[name];
    return Object.entries(face?.files ?? {}).flatMap(([key, file]) => {
      const path = installedFile(`${face?.package}/${file}`);
      const style = `font-weight:${Number.parseInt(key, 10)};font-style:${key.endsWith('i') ? 'italic' : 'normal'}`;
      return path
        ? `@font-face{font-family:${family};src:url(file://${path});${style};size-adjust:${(face?.scale ?? 1) * 100}%}`
        : [];
    });
  });
}

function installedFile(path: string): string | undefined {
  try {
    return createRequire(join(PROJECT, 'x.js')).resolve(path);
  } catch {
    return undefined;
  }
}
