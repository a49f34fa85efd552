/**
 * CommonJS files that were compiled from ES modules: Node gives their `exports` object as the default import, bundlers
 * and test runners may give its `default`. This takes either.
 */
export function defaultExport<T>(module: unknown): T {
  const { default: inner } = module as { default?: unknown };
  return (inner ?? module) as T;
}
