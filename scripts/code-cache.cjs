// Writes the code cache of dist/bayan.cjs: builds the sample once into a folder that is thrown away, so that V8 has
// compiled what a build runs, and keeps what it compiled.
'use strict';

const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { CACHE, loadBundle } = require('../bin/load-bundle.cjs');

rmSync(CACHE, { force: true });
const { exports: bundle, keepCode } = loadBundle();
const out = mkdtempSync(join(tmpdir(), 'bayan-'));
process.chdir(join(__dirname, '..'));
const log = console.log;
process.stdout.write = () => true;
bundle
  .main(['build', '--lang', 'en', 'fa-AF', 'ur', '--out', out])
  .then(keepCode)
  .catch((error) => log(`the code cache was not written: ${error.message}`))
  .finally(() => rmSync(out, { recursive: true, force: true }));
