/** Templates → markup tree or diagnostics, from fixtures/templates.txt. */
import { describe, expect, it } from 'vitest';
import type { MarkupNode } from '../../src/template/markup/markup-tree.ts';
import { applyFiles, diagnostics, dump, readFixtures, sampleEdition } from './support.ts';

const SPAN = { file: 'content/sample/en.md', line: 2, column: 8 };

function apply(source: string): string {
  const [brief = '', ...others] = source.split(/^=== /m);
  const files = others.map((part) => {
    const end = part.indexOf('\n');
    return [part.slice(0, end), part.slice(end + 1)] as const;
  });
  const { tree, report } = applyFiles({ 'brief.hbs': brief, ...Object.fromEntries(files) });
  return tree && !report.hasErrors ? dump(tree.root) : diagnostics(report);
}

describe('templates', () => {
  it('print paragraphs with two braces too, and say that three are meant', () => {
    const { tree, report } = applyFiles({ 'brief.hbs': '<document margin="0">{{body}}</document>' });
    expect(tree).toBeDefined();
    expect(report.diagnostics).toMatchObject([
      {
        severity: 'warning',
        code: 'template-syntax',
        span: { line: 1, column: 22 },
        hint: 'write {{{body}}}',
      },
    ]);
  });

  it('print a block parameter by the name of a helper as the value it is', () => {
    const each = (call: string) =>
      applyFiles({
        'brief.hbs': `<document margin="0">{{{body}}}{{#each kinds as |inline|}}<text>${call}</text>{{/each}}</document>`,
      });
    expect(each('{{inline}}').report.diagnostics).toEqual([]);
    expect(each('{{{inline}}}').report.diagnostics).toMatchObject([
      { code: 'template-syntax', hint: expect.stringContaining('write {{inline}}') },
    ]);
  });

  it('know where the words stand that they print from the content file, in texts and beside others', () => {
    const { tree } = applyFiles(
      {
        'brief.hbs': `<document margin="0"><text>{{title}}</text><text>About {{title}}.</text><text>Own</text>
<image src='a.png' alt='{{title}}'/><text>More</text>{{{body}}}</document>`,
      },
      {
        ...sampleEdition(),
        inline: new Map([['title', [{ type: 'text', text: `It's "all" <here>`, span: SPAN }]]]),
      },
    );
    const texts = (node: MarkupNode): MarkupNode[] =>
      node.type === 'element' ? node.children.flatMap(texts) : [node];
    const found = tree ? texts(tree.root) : [];
    expect(found).toMatchObject([
      { text: `It's "all" <here>`, written: SPAN },
      { text: `About It's "all" <here>.`, written: SPAN },
      { text: 'Own' },
      { text: 'More' },
      { type: 'blocks' },
    ]);
    for (const node of found.slice(2)) expect(node).not.toHaveProperty('written');
  });

  for (const { name, parts } of readFixtures('./fixtures/templates.txt')) {
    it(name, () => expect(apply(parts[0]!)).toBe(parts[1]));
  }
});
