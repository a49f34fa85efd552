// Pictures of test/specimens at 72 dpi, in test/specimens/out/pictures: <lang>.png is Bayan's page (needs pdftoppm), and
// with --chromium <lang>.chromium.png the same words with the same font files in headless Chromium. --update makes
// Bayan's pages the reference pictures, test/specimens/pictures, once they have been looked at.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const project = `${root}/test/specimens`;
const pictures = `${project}/out/pictures`;
mkdirSync(pictures, { recursive: true });
mkdirSync(`${project}/pictures`, { recursive: true });
const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

try {
  execFileSync(process.execPath, [`${root}/${manifest.bin.bayan}`, 'build'], {
    cwd: project,
    stdio: 'inherit',
  });
} catch {
  console.log('languages without installed faces have no picture');
}
for (const file of readdirSync(`${project}/out/specimen`).filter((name) => name.endsWith('.pdf'))) {
  const [, lang] = file.split('.');
  execFileSync('pdftoppm', [
    '-r',
    '72',
    '-png',
    '-singlefile',
    `${project}/out/specimen/${file}`,
    `${pictures}/${lang}`,
  ]);
  if (process.argv.includes('--update'))
    copyFileSync(`${pictures}/${lang}.png`, `${project}/pictures/${lang}.png`);
}

if (process.argv.includes('--chromium')) {
  const bundle = await build({
    absWorkingDir: root,
    stdin: {
      contents:
        "export { LANGUAGES } from './src/language/table.ts'; export { readFontTable } from './src/fonts/table.ts';",
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire('file://${root}/x.js');`,
    },
  });
  const source = Buffer.from(bundle.outputFiles[0].contents).toString('base64');
  const { LANGUAGES, readFontTable } = await import(`data:text/javascript;base64,${source}`);
  const table = readFontTable([`${root}/fonts`]);
  for (const language of LANGUAGES) {
    const page = `${pictures}/${language.tag}.html`;
    writeFileSync(page, html(language, table));
    const flags = [
      '--headless',
      '--no-sandbox',
      '--hide-scrollbars',
      '--allow-file-access-from-files',
      '--window-size=559,794',
    ];
    const scale = '--force-device-scale-factor=0.75';
    execFileSync(
      'chromium',
      [...flags, scale, `--screenshot=${pictures}/${language.tag}.chromium.png`, `file://${page}`],
      { stdio: 'ignore' },
    );
  }
}

/** The Markdown of a specimen as HTML, with the faces and line height that Bayan gives the language. */
function html(language, { faces, scripts }) {
  const roles = { ...scripts[language.script], ...language.faces };
  const rules = [
    ['Body', roles.serif],
    ['Head', roles.sans],
    ['Body-Latin', 'source-serif'],
    ['Head-Latin', 'source-sans'],
  ].flatMap(([family, name]) =>
    Object.entries(faces[name].files).flatMap(([key, file]) => {
      const path = resolve(`${faces[name].package}/${file}`);
      const style = `font-weight:${Number.parseInt(key, 10)};font-style:${key.endsWith('i') ? 'italic' : 'normal'}`;
      return path
        ? `@font-face{font-family:${family};src:url(file://${path});${style};size-adjust:${(faces[name].scale ?? 1) * 100}%}`
        : [];
    }),
  );
  const inline = (text) =>
    text
      .replace(/\*\*(.*?)\*\*/g, '<b>$1</b>')
      .replace(/\*(.*?)\*/g, language.emphasis === 'italic' ? '<i>$1</i>' : '<b>$1</b>');
  const markdown = readFileSync(`${project}/content/specimen/${language.tag}.md`, 'utf8');
  const [, title, body] = markdown.match(/title: (".*")\n[\s\S]*?---\n([\s\S]*)$/);
  const blocks = body
    .trim()
    .split('\n\n')
    .map((block) => {
      if (block.startsWith('## ')) return `<h2>${inline(block.slice(3))}</h2>`;
      if (block.startsWith('> ')) return `<blockquote>${inline(block.slice(2))}</blockquote>`;
      const items = block.split('\n').map((line) => `<li>${inline(line.replace(/^\d\. /, ''))}</li>`);
      return block.startsWith('1. ') ? `<ol>${items.join('')}</ol>` : `<p>${inline(block)}</p>`;
    });
  const line = language.lineHeight;
  return `<!doctype html><html lang="${language.tag}" dir="${language.dir}"><meta charset="utf-8"><style>${rules.join('')}
    * { margin: 0; padding: 0 } body { font: 10.5pt/${1.45 * line} Body, Body-Latin; padding: 12mm 16mm; width: 116mm }
    h1 { font: 700 ${language.script === 'Arab' ? 21 : 23}pt/${1.2 * line} Head, Head-Latin }
    h2 { font: 700 14.5pt/${1.25 * line} Head, Head-Latin; margin: 12pt 0 4pt } p, ol { margin-bottom: 7pt }
    ol { padding-inline-start: 18pt } blockquote { font-size: 12pt; padding-inline-start: 12pt }
    </style><h1>${JSON.parse(title)}</h1>${blocks.join('')}</html>`;
}

function resolve(path) {
  try {
    return createRequire(`${project}/x.js`).resolve(path);
  } catch {
    return undefined;
  }
}
