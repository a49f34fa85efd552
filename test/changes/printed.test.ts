/** What is printed, read off the pages and off the PDF that is made of them. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { layOutDocument } from '../../src/build/laid-document.ts';
import { makePdf } from '../../src/build/make.ts';
import { readEdition } from '../../src/build/read.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import type { PrintedEdition } from '../../src/changes/printed.ts';
import { printedPages } from '../../src/changes/printed-pages.ts';
import { printedPdf } from '../../src/changes/printed-pdf.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { Trace } from '../../src/files/trace.ts';
import { loadProject } from '../../src/project/project.ts';
import { ROOT, SAMPLE_LANGUAGES, temporaryProject } from '../support/make.ts';

async function bothPrints(
  root: string,
  slug: string,
  lang: string,
  kind: string,
): Promise<[PrintedEdition, PrintedEdition]> {
  const report = new Report();
  const workspace = openWorkspace(loadProject(root, report)!);
  onTestFinished(() => workspace.close());
  const edition = readEdition(workspace, { slug, lang, file: `content/${slug}/${lang}.md` }, report)!;
  expect(report.diagnostics).toEqual([]);
  const laid = await layOutDocument(workspace, { edition, kind }, report, new Trace());
  const made = await makePdf(workspace, { edition, kind }, report);
  expect(report.diagnostics).toEqual([]);
  return [printedPages(laid!.pages, laid!.bitmaps), printedPdf(made!.bytes)];
}

/** A block in a line: what it is, the pages it is on, its words and where its links lead. */
const lines = ({ blocks }: PrintedEdition): readonly string[] =>
  blocks.map(({ at, kind, lang, text, parts, links }) =>
    [at, kind, lang, parts.map(({ page }) => page), text, ...links].join(' | '),
  );

describe('the same words off pages and off the PDF', () => {
  for (const lang of SAMPLE_LANGUAGES)
    test(`of the sample in ${lang}`, async () => {
      const [pages, pdf] = await bothPrints(ROOT, 'afghan-returns', lang, 'brief');
      expect(lines(pages)).toEqual(lines(pdf));
      expect(pages.pages).toHaveLength(pdf.pages.length);
    });

  test.each([
    ['en', 'Rain[^1] fell and **wells**[^2] dried in *every* valley of the north.'],
    [
      'fa-AF',
      'باران[^1] بارید و **Water** for *every* [school](https://example.org) نیست، Clean[^2] water گفت.',
    ],
  ])('have their spaces wherever lines end, in %s', async (lang, text) => {
    const words = text.replaceAll(/\[\^\d\]|\]\(.*?\)|[*[\]]/g, '');
    for (let width = 30; width <= 110; width += 4) {
      const root = printedProject(`${text}\n\n[^1]: One.\n\n[^2]: Two.\n`, lang, pageOf(width));
      for (const { blocks } of await bothPrints(root, 'water', lang, 'brief'))
        expect(
          blocks.map((block) => block.text),
          `${width} mm`,
        ).toContain(words);
    }
  });

  test('of a text with a table, notes, a list, a picture, code and words of other languages', async () => {
    const root = printedProject(`
## Water

Clean water[^1] for [every school](https://example.org/water) in [کابل]{lang=fa-AF}, \`H2O\`.

![A pump](pump.svg "The pump of Herat")

1. First, ~~never~~ now.
2. Second.

| Camp | Open |
| --- | --- |
| North | ۳۰ |

> Never again.

پاک اوبه ۳۰ {lang=ps}

[^1]: UNHCR, 2023, page 4.
`);
    const [pages, pdf] = await bothPrints(root, 'water', 'en', 'brief');
    expect(lines(pages)).toEqual(lines(pdf));
    expect(lines(pages)).toEqual([
      'heading 1 | heading | en | 1 | Test',
      'heading 2 | heading | en | 1 | Water',
      'paragraph 1 | paragraph | en | 1 | Clean water for every school in کابل, H2O. | https://example.org/water',
      // A note is read where it is called.
      'note 1 paragraph 1 | paragraph | en | 1 | UNHCR, 2023, page 4.',
      'picture 1 | picture | en | 1 | A pump',
      'caption 1 | caption | en | 1 | The pump of Herat',
      'item 1 | item | en | 1 | First, never now.',
      'item 2 | item | en | 1 | Second.',
      'cell 1 | cell | en | 1 | Camp',
      'cell 2 | cell | en | 1 | Open',
      'cell 3 | cell | en | 1 | North',
      'cell 4 | cell | en | 1 | ۳۰',
      'quotation 1 | quotation | en | 1 | Never again.',
      'paragraph 2 | paragraph | ps | 1 | پاک اوبه ۳۰',
      'footer 1 | field | en | 1 | Test, Page # of #',
    ]);
  });
});

describe('pages look the same', () => {
  const BODY = `${'A paragraph that is long enough for two lines of this narrow page. '.repeat(3)}\n\n`;

  test('when nothing but the number of pages in the footer has changed, and else not', async () => {
    const prints = await Promise.all(
      [BODY.repeat(7), BODY.repeat(20), BODY.repeat(7).replace('long', 'wide')].map(async (body) => {
        const [pages, pdf] = await bothPrints(printedProject(body), 'water', 'en', 'brief');
        return [pages.pages, pdf.pages] as const;
      }),
    );
    const [short, long, edited] = prints;
    expect(long![0].length).toBeGreaterThan(short![0].length);
    for (const way of [0, 1]) {
      expect(long![way]![0], `way ${way}`).toBe(short![way]![0]);
      expect(edited![way]![0], `way ${way}`).not.toBe(short![way]![0]);
    }
  });
});

test('what is no PDF of Bayan’s is told from one', () => {
  for (const text of ['', 'hello', '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n'])
    expect(() => printedPdf(Buffer.from(text))).toThrow(Error);
});

const TEMPLATE = `<document page-size="A6" margin="15mm">
  <footer margin="5mm 15mm 0 15mm"><text>{{brand.shortName}}, {{t "page" page=(pageNumber) pages=(pageCount)}}</text></footer>
  <title>{{inline title}}</title>{{{body}}}</document>`;

/** A page whose lines are so many millimetres wide. */
const pageOf = (width: number): string =>
  `<document page-size="A4" margin="20mm ${(210 - width) / 2}mm"><title>{{title}}</title>{{{body}}}</document>`;

function printedProject(body: string, lang = 'en', template = TEMPLATE): string {
  const { root, remove } = temporaryProject({
    'templates/brief.hbs': template,
    'pump.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#123456"/></svg>',
    [`content/water/${lang}.md`]: `---\ntitle: Test\ndate: 2024-04-16\n---\n\n${body}\n`,
  });
  onTestFinished(remove);
  return root;
}
