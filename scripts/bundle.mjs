// Bundles the command line (with its build worker) and the library into dist/, so that a cold start opens a few
// files and not hundreds. A package that is packed gets the declarations too; so does `--types`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import Handlebars from 'handlebars';
import { parse } from 'yaml';
import { bundle } from '../tools/bundle.mjs';
import { writeDeclarations } from './declarations.mjs';
import { writeLicenses } from './licenses.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const packed = ['pack', 'publish'].includes(process.env.npm_command);

/**
 * pdfkit and pdfmake open fonts and break lines with packages that cost 150 ms to load; Bayan's text engine does
 * both, so what they import is a stand-in that says so if it is ever reached. Bayan's own imports are untouched.
 */
const unusedByBayan = {
  name: 'unused-by-bayan',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(fontkit|linebreak|@noble\/.*)$/ }, ({ importer, path }) =>
      /[\\/](pdfkit|pdfmake)[\\/]/.test(importer) ? { path, namespace: 'unused' } : { path, external: true },
    );
    onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({
      contents: `const stop = () => { throw new Error('${path} is not part of Bayan'); };
        module.exports = new Proxy(function () { stop(); }, { get: (target, key) => (key === '__esModule' || typeof key === 'symbol' ? undefined : stop) });`,
      loader: 'js',
    }));
  },
};

/** Bayan's own files of a kind in a folder, with what they are found by. */
const filesIn = (folder, extension) =>
  readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith(extension))
    .map((name) => readOwn(`${folder}/${name}`));

function readOwn(file) {
  const text = readFileSync(root + file, 'utf8');
  return { text, digest: createHash('sha256').update(text).digest('hex') };
}

/** Writes Bayan's own YAML and templates, parsed, and dates: see src/files/known-file.ts and src/language/known-dates.ts. */
function writeKnownFiles() {
  const settings = [readOwn('templates/styles.yaml'), readOwn('fonts/fonts.yaml')];
  const keep = (digest, value) => writeFileSync(`${root}dist/known/${digest}.json`, JSON.stringify(value));
  mkdirSync(`${root}dist/known`);
  const tables = ['templates/strings', 'templates/salutations'].flatMap((folder) => filesIn(folder, '.yaml'));
  for (const { text, digest } of [...settings, ...tables]) keep(digest, parse(text));
  const templates = ['templates', 'templates/partials'].flatMap((folder) => filesIn(folder, '.hbs'));
  for (const { text, digest } of templates) keep(digest, Handlebars.parse(text, { srcName: '' }));
  for (const [file, dates] of filesOfDates()) writeFileSync(`${root}dist/${file}`, JSON.stringify(dates));
}

/** A module of the source, which Node.js 20 cannot read as it is. */
const importSource = async (path) => import(pathToFileURL(await bundle(path)).href);
const { shipTemplates } = await importSource('src/template/handlebars/ship.ts');
const { filesOfDates } = await importSource('src/language/keep-dates.ts');

/** Bayan's own templates, checked and compiled. */
const shippedTemplates = {
  name: 'shipped-templates',
  setup({ onLoad }) {
    const contents = shipTemplates({
      shown: 'templates',
      list: (folder) => readdirSync(`${root}templates/${folder}`).sort(),
      read: (path) => readFileSync(`${root}templates/${path}`, 'utf8'),
    });
    onLoad({ filter: /[\\/]handlebars[\\/]shipped\.ts$/ }, () => ({ contents, loader: 'js' }));
  },
};

/** Kept beside the bundle, where it is found without asking npm's way to it. */
const SHAPER = 'node_modules/harfbuzzjs/dist/harfbuzz.wasm';

/** Of what makes the PDFs; another one may make others: see src/build/tool.ts. */
function bundleDigest() {
  return createHash('sha256')
    .update(readFileSync(`${root}dist/bayan.cjs`))
    .update(readFileSync(`${root}dist/harfbuzz.wasm`))
    .digest('hex');
}

/** esbuild leaves the characters of regular expressions as they are; there, with or without the flag u, an escape is the same. */
function escapeRegExps(script) {
  return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** PO files are read and written as text here; the other encodings of gettext-parser are half a megabyte. */
const utf8Only = {
  name: 'utf8-only',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^encoding$/ }, ({ path }) => ({ path, namespace: 'utf8-only' }));
    onLoad({ filter: /.*/, namespace: 'utf8-only' }, () => ({
      contents: 'module.exports = { convert: (text) => Buffer.from(text) };',
      loader: 'js',
    }));
  },
};

/** commander can run other programs as its commands; Bayan has none, and Node.js takes 2 ms to load what that takes. */
const noPrograms = {
  name: 'no-programs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'no-programs' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'no-programs' }, () => ({ contents: '', loader: 'js' }));
  },
};

/**
 * Drafts of e-mails are composed of what is in memory and say what their attachments are: nodemailer's HTTP client, and its table
 * of what a thousand endings of files mean, are two thirds of what its composer brings along.
 */
const composerOnly = {
  name: 'composer-only',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]nodemailer[\\/]dist[\\/]\w+[\\/]fetch[\\/]index\.js$/ }, () => ({
      contents: "export default function () { throw new Error('Bayan opens no addresses'); }",
      loader: 'js',
    }));
    onLoad({ filter: /[\\/]nodemailer[\\/].*[\\/]mime-types\.js$/ }, () => ({
      contents:
        "export const detectMimeType = () => 'application/octet-stream'; export const detectExtension = () => 'bin';",
      loader: 'js',
    }));
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  plugins: [unusedByBayan, utf8Only, noPrograms, composerOnly, shippedTemplates],
};
/** For scripts that bin/load-script.cjs runs: a function around CommonJS, with what `import.meta.url` is there. */
const script = {
  format: 'cjs',
  // One byte a character: V8 takes a third less time to read the script and the code that it kept of it.
  charset: 'ascii',
  write: false,
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': 'bayanModuleUrl' },
  banner: {
    js: "(function (exports, require, module, __filename, __dirname) { const bayanModuleUrl = require('node:url').pathToFileURL(__filename).href; const bayanCreateRequire = require('node:module').createRequire;",
  },
  footer: { js: '})' },
};
/** Dependencies in CommonJS call require() for Node's own modules. */
const requireBanner =
  "import { createRequire as bayanCreateRequire } from 'node:module'; const require = bayanCreateRequire(import.meta.url);";

/** The page of `bayan preview`: a script for browsers, its styles with their faces, and pdf.js's worker. */
const page = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  format: 'esm',
  minify: true,
  outdir: 'dist/preview',
  entryPoints: {
    page: 'src/preview/page/main.ts',
    'pdf-worker': 'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
  },
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
  plugins: [],
};

rmSync(`${root}dist`, { recursive: true, force: true });
const bundles = await Promise.all([
  // The library: ES modules.
  build({
    ...common,
    entryPoints: { index: 'src/index.ts' },
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    banner: { js: requireBanner },
  }),
  // The command line: one script, because only a script can be loaded with a code cache on every Node.js.
  build({
    ...common,
    ...script,
    entryPoints: { bayan: 'src/cli/main.ts' },
    // The script is compiled by bin/load-script.cjs, where import() has nobody to answer it.
    supported: { 'dynamic-import': false },
  }),
  // What tells whether there is anything to build: small, so that it is loaded first.
  build({ ...common, ...script, entryPoints: { fresh: 'src/cli/fresh.ts' } }),
  build(page),
  build({ ...page, entryPoints: { page: 'src/preview/page/style/page.css' } }),
]);
for (const { path, text } of bundles.flatMap(({ outputFiles }) => outputFiles ?? []))
  writeFileSync(path, escapeRegExps(text), 'latin1');
for (const file of ['index.html', 'icon.svg'])
  copyFileSync(`${root}src/preview/page/${file}`, `${root}dist/preview/${file}`);
copyFileSync(root + SHAPER, `${root}dist/harfbuzz.wasm`);
writeLicenses(root, [
  ...new Set([...bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs)), SHAPER]),
]);
writeFileSync(`${root}dist/tool.json`, `${JSON.stringify({ digest: bundleDigest() })}\n`);
writeKnownFiles();
// Best effort: without it Bayan only starts more slowly.
spawnSync(process.execPath, ['scripts/code-cache.cjs'], { cwd: root, stdio: 'inherit' });

if (packed || process.argv.includes('--types')) writeDeclarations(root);
