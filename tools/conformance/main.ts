/**
 * npm run conformance: builds the sample and the hard documents, has veraPDF check each against PDF/UA-1 and PDF/A, and
 * makes sure that the check would see a fault. Without veraPDF it says so and fails nothing.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BREAKAGES, breakPdf } from './breakages.ts';
import { type BuiltDocument, buildDocuments, type Flavour } from './documents.ts';
import { type Failure, findVeraPdf, type VeraPdf, validate } from './verapdf.ts';

const STANDARDS: readonly (readonly [flavour: Flavour, name: string])[] = [
  ['ua1', 'UA-1'],
  ['2a', 'A-2a'],
  ['3a', 'A-3a'],
];
/** The document that faults are put into. */
const VICTIM = 'hard.en.hard.pdf';

const veraPdf = findVeraPdf();
if (veraPdf) await run(veraPdf);
else
  console.error(
    '*** CONFORMANCE WAS NOT CHECKED: there is no veraPDF. .ci/install-verapdf fetches it (Java and Maven needed). ***',
  );

async function run(checker: VeraPdf): Promise<void> {
  const { folder, documents } = await buildDocuments();
  try {
    console.log(`veraPDF ${checker.version}, ${documents.length} documents\n`);
    const failed = checkDocuments(checker, documents);
    const victim = documents.find(({ name }) => name.endsWith(VICTIM));
    if (!victim) throw new Error(`there is no ${VICTIM}`);
    const unseen = checkBreakages(checker, folder, readFileSync(victim.path));
    console.log(
      failed + unseen === 0
        ? `\nAll ${documents.length} documents pass; all ${BREAKAGES.length - 1} faults were seen.`
        : `\n${failed} documents fail; ${unseen} faults were not seen as they should be.`,
    );
    process.exitCode = failed + unseen > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints documents × standards, then what failed. Returns how many documents fail. */
function checkDocuments(checker: VeraPdf, documents: readonly BuiltDocument[]): number {
  const results = new Map(
    STANDARDS.map(([flavour]) => {
      const asked = documents.filter(({ flavours }) => flavours.includes(flavour));
      const paths = asked.map(({ path }) => path);
      return [flavour, validate(checker, flavour, paths)] as const;
    }),
  );
  const width = Math.max(...documents.map(({ name }) => name.length));
  console.log(`| ${'document'.padEnd(width)} | ${STANDARDS.map(([, name]) => name).join(' | ')} |`);
  console.log(`|${'-'.repeat(width + 2)}|------|------|------|`);
  let failed = 0;
  const details: string[] = [];
  for (const { name, path } of documents) {
    const cells = STANDARDS.map(([flavour, standard]) => {
      const failures = results.get(flavour)?.get(path);
      for (const failure of failures ?? []) details.push(told(name, standard, failure));
      return failures === undefined ? '    ' : failures.length === 0 ? 'pass' : 'FAIL';
    });
    if (cells.includes('FAIL')) failed++;
    console.log(`| ${name.padEnd(width)} | ${cells.join(' | ')} |`);
  }
  for (const detail of details) console.log(`\n${detail}`);
  return failed;
}

const told = (
  name: string,
  standard: string,
  { clause, test, count, description, context }: Failure,
): string =>
  `${name}: ${standard}, clause ${clause}, test ${test} (${count} times)\n  ${description}\n  ${context ?? ''}`;

/** Breaks a good document in every way of the list. Returns how many faults the expected rules did not see. */
function checkBreakages(checker: VeraPdf, folder: string, good: Uint8Array): number {
  const broken = BREAKAGES.map((breakage, index) => {
    const path = join(folder, `broken-${index}.pdf`);
    writeFileSync(path, breakPdf(good, breakage));
    return { ...breakage, path };
  });
  const paths = broken.map(({ path }) => path);
  const answers = (['ua1', '2a'] as const).map(
    (flavour) => [flavour, validate(checker, flavour, paths)] as const,
  );
  console.log('\nFaults made on purpose in hard.en, and the rules that saw them:\n');
  let unseen = 0;
  for (const { name, path, expect } of broken) {
    const rules = answers.flatMap(([flavour, found]) =>
      (found.get(path) ?? []).map(({ clause, test }) => `${flavour} ${clause}-${test}`),
    );
    const seen = expect.length === 0 ? rules.length === 0 : expect.every((rule) => rules.includes(rule));
    if (!seen) unseen++;
    const shown = rules.join(', ') || 'none';
    const wanted = seen ? '' : ` (${expect.join(', ') || 'none'} expected)`;
    console.log(`${seen ? 'ok    ' : 'FAILED'} ${name}: ${shown}${wanted}`);
  }
  return unseen;
}
