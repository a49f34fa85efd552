/** Whatever is edited between two builds, the second leaves what a build from nothing makes: byte for byte, the manifest too. */

import { join } from 'node:path';
import fc from 'fast-check';
import { test } from 'vitest';
import { Session } from '../../src/build/session.ts';
import { EDITS, editedProject, heal } from './edits.ts';
import { buildAll, builtBy, expectAsClean, filesOf } from './incremental.ts';

const edit = fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat(1000));
const step = fc.record({
  edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
  // A build of a part, before that of all.
  only: fc.option(
    fc.constantFrom({ langs: ['en'] }, { slugs: ['air'] }, { kinds: ['page'] }, { force: true }),
  ),
});

/** `BAYAN_SEED=3 BAYAN_RUNS=50 npx vitest run test/build/incremental-property.test.ts` looks further. */
const RUNS = {
  seed: Number(process.env.BAYAN_SEED ?? 9),
  numRuns: Number(process.env.BAYAN_RUNS ?? 4),
  endOnFailure: true,
};
const PATIENCE = 60_000 + 60_000 * RUNS.numRuns;

test(`an incremental build is as good as a clean one (seed ${RUNS.seed})`, {
  timeout: PATIENCE,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), async (steps) => {
      const folder = editedProject();
      const done: string[] = [];
      await expectAsClean(folder.root, 'nothing');
      for (const { edits, only } of steps) {
        for (const [name, number] of edits) done.push(await EDITS[name]!(folder, number));
        if (only) {
          await buildAll(folder.root, only);
          done.push(`build of ${JSON.stringify(only)}`);
        }
        await expectAsClean(folder.root, done.join(', '));
      }
      heal(folder);
      await expectAsClean(folder.root, `${done.join(', ')}, healed`);
      await buildAll(folder.root, { prune: true });
      await expectAsClean(folder.root, `${done.join(', ')}, healed and pruned`);
    }),
    RUNS,
  );
});

test(`a session that is told what changed leaves the same (seed ${RUNS.seed})`, {
  timeout: PATIENCE,
}, async () => {
  // What happens to PDFs is looked for by the next build of its own.
  const names = Object.keys(EDITS).filter((name) => !/^(output|manifest)/.test(name));
  const edits = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(1000)), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 3, maxLength: 6 }), async (steps) => {
      const folder = editedProject();
      const session = new Session(folder.root);
      const done: string[] = [];
      let before = sources(folder.root);
      for (const step of [[], ...steps]) {
        for (const [name, number] of step) done.push(await EDITS[name]!(folder, number));
        const now = sources(folder.root);
        const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
          (name) => !(now.get(name) && before.get(name)?.equals(now.get(name)!)),
        );
        before = now;
        await expectAsClean(folder.root, done.join(', '), async () => {
          const { result, report } = await session.build(
            { jobs: 1 },
            changed.map((name) => join(folder.root, name)),
          );
          return builtBy(result, report);
        });
      }
      session.close();
    }),
    RUNS,
  );
});

/** All files of the project that Bayan does not write. */
const sources = (root: string): ReadonlyMap<string, Buffer> =>
  new Map([...filesOf(root)].filter(([name]) => !name.startsWith('out/')));
