#!/usr/bin/env node
// The launcher: plain CommonJS that any Node.js can read, so that an old one gets a sentence and not a stack.
'use strict';

const [major, minor] = process.versions.node.split('.').map(Number);
const args = process.argv.slice(2);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Bayan needs Node.js 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`,
  );
  process.exitCode = 2;
} else {
  run(require('./load-script.cjs'));
}

function run({ loadScript }) {
  if (nothingToDo(loadScript)) return;
  const bundle = loadScript('bayan');
  if (bundle === undefined) {
    console.error('Bayan has not been bundled yet. In its folder, run: npm run prepare');
    process.exitCode = 2;
    return;
  }
  // A reader that closes the pipe early (bayan build | head) is no fault.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
  bundle.exports.main(args).then((code) => {
    process.exitCode = code;
  });
}

/** Whether all that was asked is to build what is built already: decided, and said, before the whole of Bayan is loaded. */
function nothingToDo(loadScript) {
  if (args[0] !== 'build') return false;
  try {
    return loadScript('fresh').exports.nothingToDo(args.slice(1), process.cwd());
  } catch {
    // Not bundled, or something is odd: the whole command will say what.
    return false;
  }
}
