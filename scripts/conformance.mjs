// npm run conformance: builds the sample and the hard documents, has veraPDF check each against PDF/UA-1 and PDF/A, and
// makes sure that the check would see a fault.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BREAKAGES, breakPdf } from './conformance-breakages.mjs';
import { buildDocuments, documentBytes } from './conformance-documents.mjs';
import { findVeraPdf, validate } from './conformance-verapdf.mjs';

const STANDARDS = { ua1: 'UA-1', '2a': 'A-2a', '3a': 'A-3a' };

const veraPdf = findVeraPdf();
if (!veraPdf) {
  console.error(
    '*** CONFORMANCE WAS NOT CHECKED: there is no veraPDF. .ci/install-verapdf fetches it (Java and Maven needed). ***',
  );
} else {
  const { folder, documents } = await buildDocuments();
  try {
    console.log(`veraPDF ${veraPdf.version}, ${documents.length} documents\n`);
    const failed = checkDocuments(documents);
    const blind = checkBreakages(folder, documentBytes(documents, 'hard.en.hard.pdf'));
    console.log(
      failed + blind === 0
        ? `\nAll ${documents.length} documents pass; all ${BREAKAGES.length - 1} faults were seen.`
        : `\n${failed} documents fail; ${blind} faults were not seen as they should be.`,
    );
    process.exitCode = failed + blind > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints documents × standards, then what failed. Returns how many documents fail. */
function checkDocuments(documents) {
  const results = new Map(documents.map(({ path }) => [path, new Map()]));
  for (const flavour of Object.keys(STANDARDS)) {
    const paths = documents.filter((document) => document.flavours.includes(flavour)).map(({ path }) => path);
    for (const [path, failures] of validate(veraPdf, flavour, paths))
      results.get(path).set(flavour, failures);
  }
  const width = Math.max(...documents.map(({ name }) => name.length));
  console.log(`| ${'document'.padEnd(width)} | ${Object.values(STANDARDS).join(' | ')} |`);
  console.log(`|${'-'.repeat(width + 2)}|------|------|------|`);
  let failed = 0;
  const details = [];
  for (const { name, path } of documents) {
    const cells = Object.keys(STANDARDS).map((flavour) => {
      const failures = results.get(path).get(flavour);
      for (const failure of failures ?? []) details.push({ name, standard: STANDARDS[flavour], ...failure });
      return (failures === undefined ? '' : failures.length === 0 ? 'pass' : 'FAIL').padEnd(4);
    });
    if (cells.some((cell) => cell === 'FAIL')) failed++;
    console.log(`| ${name.padEnd(width)} | ${cells.join(' | ')} |`);
  }
  for (const { name, standard, clause, test, description, count, context } of details)
    console.log(
      `\n${name}: ${standard}, clause ${clause}, test ${test} (${count} times)\n  ${description}\n  ${context ?? ''}`,
    );
  return failed;
}

/** Breaks a good document in every way of the list. Returns how many faults the expected rules did not see. */
function checkBreakages(folder, good) {
  const broken = BREAKAGES.map((breakage, index) => {
    const path = join(folder, `broken-${index}.pdf`);
    writeFileSync(path, breakPdf(good, breakage));
    return { ...breakage, path };
  });
  const paths = broken.map(({ path }) => path);
  const found = new Map(paths.map((path) => [path, []]));
  for (const flavour of ['ua1', '2a'])
    for (const [path, failures] of validate(veraPdf, flavour, paths))
      for (const { clause, test } of failures) found.get(path).push(`${flavour} ${clause}-${test}`);
  console.log('\nFaults made on purpose in hard.en, and the rules that saw them:\n');
  let blind = 0;
  for (const { name, path, expect } of broken) {
    const rules = found.get(path);
    const seen = expect.length === 0 ? rules.length === 0 : expect.every((rule) => rules.includes(rule));
    if (!seen) blind++;
    const shown = rules.length > 0 ? rules.join(', ') : 'none';
    console.log(
      `${seen ? 'ok    ' : 'FAILED'} ${name}: ${shown}${seen ? '' : ` (${expect.join(', ') || 'none'} expected)`}`,
    );
  }
  return blind;
}
