// Loaded before the script that is measured: tells the benchmark through file descriptor 3 what the process used.
'use strict';

const { readFileSync, writeSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, JSON.stringify({ cpu: (user + system) / 1000, rss: peakMemory() }));
});

/** MB. Linux counts the parent's memory before exec into maxRSS, so the process's own high-water mark goes first. */
function peakMemory() {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1000;
  } catch {
    return process.resourceUsage().maxRSS / 1000;
  }
}
