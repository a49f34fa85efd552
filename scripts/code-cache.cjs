// Writes the code caches of the scripts in dist/: builds a part of the sample once in a folder that is thrown away, so
// that V8 has compiled what a build runs, and keeps what it compiled.
'use strict';

const { cpSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { loadScript } = require('../bin/load-script.cjs');

const SAMPLE = ['bayan.yaml', 'brand.yaml', 'templates/logo.svg', 'templates/logo-reversed.svg'];
const EDITIONS = ['en', 'fa-AF', 'ur'].map((lang) => `content/afghan-returns/${lang}.md`);

const root = join(__dirname, '..');
const project = mkdtempSync(join(tmpdir(), 'bayan-'));
for (const name of ['bayan', 'fresh']) rmSync(join(root, `dist/${name}.cjs.cache`), { force: true });
for (const file of [...SAMPLE, ...EDITIONS]) cpSync(join(root, file), join(project, file));
const bundle = loadScript('bayan');
const fresh = loadScript('fresh');
const log = console.log;
process.stdout.write = () => true;
process.stderr.write = () => true;
bundle.exports
  .main(['build'], { cwd: project })
  .then(() => {
    fresh.exports.lookForWork([], project);
    bundle.keepCode();
    fresh.keepCode();
  })
  .catch((error) => log(`the code cache was not written: ${error.message}`))
  .finally(() => rmSync(project, { recursive: true, force: true }));
