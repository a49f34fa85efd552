import { defineConfig } from 'vitest/config';

export default defineConfig({
  // CommonJS is imported as Node and the bundle import it: its `exports` are the default.
  test: { deps: { interopDefault: false } },
});
