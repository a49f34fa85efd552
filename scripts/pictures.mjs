// Compares every page of the sample with its reference picture, or draws the references anew: npm run pictures -- --update
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const given = process.argv.slice(2);
const update = given.includes('--update');
const rest = given.filter((argument) => argument !== '--update');

const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'test/pictures', ...rest],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(update && { BAYAN_UPDATE_PICTURES: '1' }) },
  },
);
process.exitCode = status ?? 1;
