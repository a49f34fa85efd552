/** Tests of the source, and tests of the package as it is published (test/e2e), which install it first. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // CommonJS is imported as Node and the bundle import it: its `exports` are the default.
    deps: { interopDefault: false },
    projects: [
      {
        extends: true,
        test: { name: 'source', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'] },
      },
      {
        extends: true,
        test: {
          name: 'installed',
          include: ['test/e2e/*.test.ts'],
          globalSetup: 'test/e2e/install.ts',
          testTimeout: 60_000,
        },
      },
    ],
  },
});
