/** Whatever was edited since the folders of the shards were built last, joining them gives what one process makes from nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinShards } from '../../src/build/join.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { ProjectFiles } from '../../src/files/project-files.ts';
import { temporaryFolder } from '../project/temporary-project.ts';
import { EDITS, editedProject, heal } from './edits.ts';
import { buildAll, filesOf } from './incremental.ts';

/** `BAYAN_SEED=3 BAYAN_RUNS=50 npx vitest run test/build/shards-property.test.ts` looks further. */
const RUNS = {
  seed: Number(process.env.BAYAN_SEED ?? 7),
  numRuns: Number(process.env.BAYAN_RUNS ?? 3),
  endOnFailure: true,
};

// These change the output folder, which is none of a shard's.
const names = Object.keys(EDITS).filter((name) => !/^(output|manifest)/.test(name));
const edits = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(1000)), { minLength: 1, maxLength: 3 });

test(`joined shards are one build (seed ${RUNS.seed})`, {
  timeout: 60_000 * (1 + RUNS.numRuns),
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 3 }), fc.integer({ min: 2, max: 4 }), joins),
    RUNS,
  );
});

async function joins(steps: readonly (readonly [string, number][])[], of: number): Promise<void> {
  const folder = editedProject();
  const parts = temporaryFolder();
  const done: string[] = [`${of} shards`];
  for (const step of [[], ...steps, undefined]) {
    if (step === undefined) heal(folder);
    for (const [name, number] of step ?? []) done.push(await EDITS[name]!(folder, number));
    const folders = Array.from({ length: of }, (_, index) => ({
      path: parts.path(`${index + 1}`),
      name: `${index + 1}`,
    }));
    for (const [index, { path }] of folders.entries())
      await buildAll(folder.root, { shard: { number: index + 1, of }, output: path });
    const whole = temporaryFolder();
    const clean = await buildAll(folder.root, { output: whole.root });
    // Without all that it rests on, nothing is known to be of one state.
    if (clean.failed) continue;
    const joined = temporaryFolder();
    const report = new Report();
    joinShards(folders, joined.root, report, new ProjectFiles(folder.root));
    const what = done.join(', ');
    expect(report.diagnostics, what).toEqual([]);
    expect([...filesOf(joined.root).keys()], what).toEqual([...filesOf(whole.root).keys()]);
    for (const [name, bytes] of filesOf(whole.root))
      expect(filesOf(joined.root).get(name)?.equals(bytes), `${name} after ${what}`).toBe(true);
  }
}
