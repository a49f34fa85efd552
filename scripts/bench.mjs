/**
 * The benchmark: `npm run bench [-- --quick --peers --json --only cold,warm]`. Measures Bayan as bundled in dist/
 * (`npm run prepare` first) on the sample statement and prints tables. It judges nothing: no threshold, no exit code but
 * for a fault. What each table means is in docs/benchmark.md.
 */
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { batch } from './bench/batch.mjs';
import { cold } from './bench/cold.mjs';
import { environment, load } from './bench/environment.mjs';
import { growth } from './bench/growth.mjs';
import { memory } from './bench/memory.mjs';
import { openPeers } from './bench/peers/peers.mjs';
import { CLI } from './bench/process.mjs';
import { stages } from './bench/stages.mjs';
import { renderTable } from './bench/table.mjs';
import { text } from './bench/text.mjs';
import { warm } from './bench/warm.mjs';

const SECTIONS = { cold, warm, batch, growth, stages, text, memory };
const HELP = `Usage: npm run bench -- [options]

  --quick          fewer runs and smaller documents: minutes become seconds, and noise grows
  --peers          beside Typst (npm package, put into a temporary folder) and headless Chromium, where they can be had
  --only <names>   only these tables: ${Object.keys(SECTIONS).join(', ')}
  --json           one JSON object instead of tables
  --help           this`;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const wanted = options.only?.flatMap((names) => names.split(',')) ?? Object.keys(SECTIONS);
const unknown = wanted.filter((name) => !Object.hasOwn(SECTIONS, name));

if (options.help) console.log(HELP);
else if (unknown.length > 0) fail(`there is no table "${unknown[0]}"\n\n${HELP}`);
else if (!existsSync(CLI)) fail('Bayan has not been bundled yet: npm run prepare');
else await run();

async function run() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bayan-bench-')));
  // Tables that share measurements (the stages of a cold start) find them here.
  const context = { folder, quick: options.quick, cache: new Map(), peers: [], note };
  const facts = { ...environment(), ...(options.quick && { quick: true }) };
  const results = [];
  try {
    if (options.peers) context.peers = await openPeers(context);
    if (!options.json) console.log(facts.line);
    for (const name of Object.keys(SECTIONS).filter((section) => wanted.includes(section))) {
      note(`${name} …`);
      const section = { name, ...(await SECTIONS[name](context)) };
      results.push(section);
      if (!options.json) console.log(`\n${renderTable(section)}`);
    }
    facts.loadAfter = load();
    if (options.json) console.log(JSON.stringify({ environment: facts, sections: results }, undefined, 2));
    else console.log(`\nLoad average when done: ${facts.loadAfter}`);
  } finally {
    for (const peer of context.peers) await peer.close?.();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is going on, for whoever waits; never part of the result. */
function note(words) {
  if (process.stderr.isTTY) process.stderr.write(`\u001b[2K\r${words}\r`);
}

function fail(message) {
  console.error(message);
  process.exitCode = 2;
}
