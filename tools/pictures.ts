/** npm run pictures: compares every page of the sample with its reference picture; `--update` draws the references anew. */
import { spawnSync } from 'node:child_process';

const given = process.argv.slice(2);
const update = given.includes('--update');
const rest = given.filter((argument) => argument !== '--update');

const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'test/pictures', ...rest],
  { stdio: 'inherit', env: { ...process.env, ...(update && { BAYAN_UPDATE_PICTURES: '1' }) } },
);
process.exitCode = status ?? 1;
