/** Layout markup → markup tree or diagnostics, from fixtures/markup.txt. */
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { FileNumbers } from '../../src/template/handlebars/output-positions.ts';
import { parseMarkup } from '../../src/template/markup/parse.ts';
import { diagnostics, dump, readFixtures } from './support.ts';

function parse(markup: string): string {
  const report = new Report();
  const root = parseMarkup({ markup, file: 't', content: 'c', files: new FileNumbers(), nodes: [] }, report);
  return root && !report.hasErrors ? dump(root) : diagnostics(report);
}

describe('layout markup', () => {
  for (const { name, parts } of readFixtures('./fixtures/markup.txt')) {
    it(name, () => expect(parse(parts[0]!)).toBe(parts[1]));
  }
});
