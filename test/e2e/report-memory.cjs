// Loaded before the command: says at its end how much memory it had at most, in kilobytes, in the file that it is told.
'use strict';

const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.BAYAN_TEST_MEMORY, `${peak()}`));

/** On Linux, what a process is told of its memory counts that of the process which it was forked from. */
function peak() {
  try {
    return /VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1];
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
