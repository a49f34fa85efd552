/** The same content is composed the same, whether it comes from Markdown or from layout markup; and as often as asked. */
import { describe, expect, it, test } from 'vitest';
import { composed } from '../support/layout.ts';
import { outlineOf, tagsOf } from './outline.ts';

const FULL_SIZE = { scale: 1, growUnit: 0 };

function print(lang: string, flow: string, body: string): string {
  const template = `<document margin="0"><title>T</title>${flow}</document>`;
  const document = composed(lang, template, body).composition.fit(FULL_SIZE);
  return `${outlineOf(document)}\n--\n${tagsOf(document)}`;
}

const TWINS: readonly (readonly [name: string, lang: string, markdown: string, markup: string])[] = [
  [
    'a paragraph',
    'en',
    'One [two](https://example.org).\\\nThree',
    '<text>One <link href="https://example.org">two</link>.<br/>Three</text>',
  ],
  [
    'words of another language',
    'fa-AF',
    'یک [two]{lang=en} سه',
    '<text>یک <span lang="en">two</span> سه</text>',
  ],
  ['a paragraph of another language', 'en', 'متن {lang=fa}', '<text lang="fa">متن</text>'],
  [
    'headings',
    'en',
    '## Two {#a}\n\n### Three {#b}',
    '<heading>Two</heading><heading level="3">Three</heading>',
  ],
  ['a list', 'ur', '- ایک\n- دو', '<ul><item>ایک</item><item>دو</item></ul>'],
  ['a numbered list', 'fa-AF', '3. سه\n4. چهار', '<ol start="3"><item>سه</item><item>چهار</item></ol>'],
  [
    'a list of paragraphs',
    'en',
    '- one\n\n  more\n\n- two',
    '<ul><item><text>one</text><text>more</text></item><item><text>two</text></item></ul>',
  ],
  [
    'a table',
    'ar',
    '| أ | ب |\n|---|--:|\n| ج | د |',
    `<table><row header="true"><cell>أ</cell><cell align="end">ب</cell></row>
      <row><cell>ج</cell><cell align="end">د</cell></row></table>`,
  ],
  ['a rule', 'en', 'One.\n\n---\n\nTwo.', '<text>One.</text><rule/><text>Two.</text>'],
];

describe('Markdown and markup of the same content', () => {
  it.each(TWINS)('%s', (_, lang, markdown, markup) => {
    // Only what Markdown names can be linked to.
    const fromMarkdown = print(lang, '{{{body}}}', markdown).replaceAll(/ id=\S+/g, '');
    expect(print(lang, markup, 'Text.')).toBe(fromMarkdown);
  });
});

describe('a composition', () => {
  const { composition } = composed(
    'en',
    '<document margin="0"><title>T</title><toc/>{{{body}}}<spacer height="10pt" grow="1"/></document>',
    '## First\n\nText[^a].\n\n- item\n\n[^a]: Note.',
  );

  test('gives the same for the same fit, whatever it was asked before', () => {
    const before = composition.fit(FULL_SIZE);
    composition.fit({ scale: 0.5, growUnit: 30 });
    const after = composition.fit({ ...FULL_SIZE });
    expect(outlineOf(after)).toBe(outlineOf(before));
    expect(tagsOf(after)).toBe(tagsOf(before));
  });

  test('scales type and the spaces that go with it, and lets space grow', () => {
    const half = outlineOf(composition.fit({ scale: 0.5, growUnit: 30 }));
    expect(half).toContain('list gap=2.5 indent=7');
    expect(half).toContain('stack margin=0,35,0,0');
  });

  test('prints the pages it is told', () => {
    const pageOf = new Map([['heading.1', 7]]);
    expect(outlineOf(composition.fit({ ...FULL_SIZE, pageOf }))).toContain('{→#heading.1: 7}');
  });

  test('has said all that is wrong before it is asked for a fit, of headers too', () => {
    const { report } = composed(
      'en',
      `<document margin="0" style="documant"><footer pages="rest"><text style="folyo">x</text></footer>
        <text style="body">a</text><heading level="4">b</heading></document>`,
    );
    expect(report.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'style-unknown: there is no style "documant" in styles.yaml',
      'heading-skip: the first heading of the document is of level 4',
      'style-unknown: there is no style "folyo" in styles.yaml',
    ]);
  });
});
