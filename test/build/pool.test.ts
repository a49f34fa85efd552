import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { BuildTarget, BuiltEdition } from '../../src/build/edition.ts';
import { runPool } from '../../src/build/pool.ts';
import { temporaryFolder } from '../project/temporary-project.ts';

/** Speaks the pool's protocol; dies in different ways at certain slugs. */
const WORKER = `
import { parentPort, threadId, workerData } from 'node:worker_threads';
parentPort.on('message', (planned) => {
  if (planned.slug === 'exit') process.exit(3);
  if (planned.slug === 'throw') throw new Error('out of hand');
  parentPort.postMessage({ planned, documents: [{ path: workerData.output + planned.slug }], diagnostics: [] });
});
`;

async function run(slugs: readonly string[], size: number): Promise<BuiltEdition[]> {
  const folder = temporaryFolder({ 'worker.mjs': WORKER });
  const built: BuiltEdition[] = [];
  const plan = slugs.map((slug) => ({ slug, lang: 'en', file: `content/${slug}/en.md` }));
  await runPool(plan, { output: '/out/' } as BuildTarget, {
    worker: pathToFileURL(folder.path('worker.mjs')),
    size,
    done: (index, edition) => {
      built[index] = edition;
    },
  });
  return built;
}

test('every edition is built once, however many threads there are', async () => {
  const slugs = ['a', 'b', 'c', 'd', 'e'];
  for (const size of [1, 2, 9])
    expect((await run(slugs, size)).map((edition) => edition.documents[0]?.path)).toEqual(
      slugs.map((slug) => `/out/${slug}`),
    );
});

test('a thread that dies costs the edition it was building, not the others', async () => {
  const built = await run(['a', 'exit', 'b', 'throw', 'throw', 'c'], 1);
  expect(built.map((edition) => edition.diagnostics[0]?.message ?? edition.documents[0]?.path)).toEqual([
    '/out/a',
    'Bayan did not expect this: a worker thread ended with code 3',
    '/out/b',
    'Bayan did not expect this: out of hand',
    'Bayan did not expect this: out of hand',
    '/out/c',
  ]);
  expect(built[1]?.diagnostics[0]).toMatchObject({ code: 'internal', span: { file: 'content/exit/en.md' } });
});
