// Runs Typst on what its argument names, in this process: `{ compiler, folder, fonts, cold | batch | rebuild }`.
'use strict';

const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const { compiler: module_, folder, fonts, cold, batch, rebuild } = JSON.parse(process.argv[2]);
const { NodeCompiler } = require(module_);

const open = () =>
  NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(font)) }],
  });
let compiler;

/** Compiles and exports, as Bayan does, to PDF/A-2a; returns the bytes. */
function make(source) {
  compiler ??= open();
  const { result } = compiler.compile(source);
  if (!result) {
    compiler.compile(source).printDiagnostics();
    throw new Error('Typst did not compile the brief');
  }
  const bytes = compiler.pdf(result, { pdfStandard: 'a-2a' });
  // What Typst's own `watch` does after each compilation.
  compiler.evictCache(10);
  return { bytes, pages: result.numOfPages };
}

const file = (name) => ({ mainFilePath: join(folder, name) });
const timed = (source) => {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const { pages } = make({ mainFileContent: source });
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1000, pages };
};

if (cold) writeFileSync(join(folder, `${cold}.pdf`), make(file(cold)).bytes);
if (batch) for (const name of batch) writeFileSync(join(folder, `${name}.pdf`), make(file(name)).bytes);
if (rebuild) {
  const { sources, warmUp } = JSON.parse(readFileSync(join(folder, rebuild), 'utf8'));
  const first = timed(sources[0]);
  const edit = [];
  const again = [];
  for (const [i, source] of sources.slice(1).entries()) {
    const runs = [timed(source), timed(source)];
    if (i < warmUp) continue;
    edit.push(runs[0]);
    again.push(runs[1]);
  }
  process.stdout.write(JSON.stringify({ first, edit, again }));
}
