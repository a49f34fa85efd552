// Loads dist/bayan.cjs with the machine code that V8 kept for it when it was bundled: half of a cold start is
// otherwise spent compiling. Another V8 than the one that wrote the code ignores it.
'use strict';

const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const vm = require('node:vm');

const FILE = join(__dirname, '..', 'dist', 'bayan.cjs');
const CACHE = `${FILE}.cache`;

/** The bundle's exports and its compiled script, or undefined when there is no bundle. */
function loadBundle() {
  if (!existsSync(FILE)) return undefined;
  const cachedData = existsSync(CACHE) ? readFileSync(CACHE) : undefined;
  const script = new vm.Script(Module.wrap(readFileSync(FILE, 'utf8')), { filename: FILE, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, Module.createRequire(FILE), module, FILE, dirname(FILE));
  return { exports: module.exports, script };
}

module.exports = { loadBundle, CACHE };
