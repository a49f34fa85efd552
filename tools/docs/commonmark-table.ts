/**
 * The examples of CommonMark's and GitHub's specifications by section, and what becomes of them. That it is so,
 * test/content/commonmark.test.ts finds out.
 */
import { COMMONMARK, type Example, GITHUB } from '../commonmark/examples.ts';
import { htmlOf, refusalOf } from '../commonmark/refused.ts';
import { table } from './markdown-table.ts';

export function commonmarkTable(): string {
  const examples = [...COMMONMARK, ...GITHUB];
  const sections = [...new Set(examples.map(({ section }) => section))];
  return table(
    ['Section', 'Examples', 'Same structure', 'As on GitHub', 'Refused'],
    [
      ...sections.map((name) =>
        row(
          name,
          examples.filter(({ section }) => section === name),
        ),
      ),
      row('**All**', examples),
    ],
  );
}

function row(name: string, examples: readonly Example[]): readonly string[] {
  const refused = examples.map(refusalOf).filter(({ length }) => length > 0);
  const accepted = examples.filter((example) => refusalOf(example).length === 0);
  const same = accepted.filter((example) => htmlOf(example).own).length;
  const codes = refused.map((all) => all.map((code) => `\`${code}\``).join(' + '));
  const counts = [examples.length, same, accepted.length - same].map((count) => String(count || '–'));
  return [name, ...counts, countEach(codes)];
}

/** `3 a, 1 b`; a dash for none. */
function countEach(names: readonly string[]): string {
  const counts = [...new Set(names)].map(
    (name) => `${names.filter((other) => other === name).length} ${name}`,
  );
  return counts.join(', ') || '–';
}
