/**
 * Three kinds of tests: `fast` ones for every day (npm run test:fast), `slow` ones of the source that start processes or
 * read all of Unicode's test data, and those of the package as it is installed (test/e2e), which pack and install it
 * first. `npm test` runs them all.
 */
import { defineConfig } from 'vitest/config';

const SLOW = 'test/**/*.slow.test.ts';
const INSTALLED = 'test/e2e/*.test.ts';

export default defineConfig({
  test: {
    // CommonJS is imported as Node and the bundle import it: its `exports` are the default.
    deps: { interopDefault: false },
    // Processes, so that the CPU time of one (test/support/linear.ts) is its own; the next file finds what the one
    // before imported, since no module of Bayan remembers what a test could change.
    pool: 'forks',
    // By default one core is left idle.
    maxWorkers: '100%',
    isolate: false,
    // A busy machine is no fault.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: [SLOW, INSTALLED] },
      },
      {
        extends: true,
        test: { name: 'slow', include: [SLOW] },
      },
      {
        extends: true,
        test: {
          name: 'installed',
          include: [INSTALLED],
          globalSetup: 'test/e2e/install.ts',
          // The first of them wait until Bayan is packed and installed.
          testTimeout: 180_000,
        },
      },
    ],
  },
});
