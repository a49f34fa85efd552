#!/usr/bin/env node
// The launcher: plain CommonJS that any Node.js can read, so that an old one gets a sentence and not a stack.
'use strict';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Bayan needs Node.js 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`,
  );
  process.exitCode = 2;
} else {
  const { loadBundle } = require('./load-bundle.cjs');
  const bundle = loadBundle();
  if (bundle === undefined) {
    console.error('Bayan has not been bundled yet. In its folder, run: npm run prepare');
    process.exitCode = 2;
  } else {
    // A reader that closes the pipe early (bayan build | head) is no fault.
    process.stdout.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error;
    });
    bundle.exports.main(process.argv.slice(2)).then((code) => {
      process.exitCode = code;
    });
  }
}
