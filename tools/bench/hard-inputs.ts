/** Input that is hard to set, by the size it is made in: each is one content file, some with a picture or a template. */
import { createDeflate } from 'node:zlib';
import { pngFile } from '../png-file.ts';
import { countWords, longStatement, readStatement, toMarkdown } from './statement.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

export interface HardInput {
  readonly name: string;
  /** The size that is measured last; before it, half of it. */
  readonly size: number;
  readonly unit: string;
  /** Files by their path in the project. */
  readonly make: (size: number) => Files | Promise<Files>;
}

export const CONTENT = 'content/hard/en.md';
const MEGABYTE = 1_000_000;
const PIXELS = 90_000_000;
/** Readable words without end. */
const WORDS = 'The people of the valley ask that the road be opened before the winter comes';

const file = (body: string, kind = 'brief'): Files => ({
  [CONTENT]: `---\ntitle: Hard input\ndate: 2024-04-16\nkinds: [${kind}]\n---\n\n${body}\n`,
});
const repeat = (size: number, piece: (i: number) => string, between = ''): string =>
  Array.from({ length: size }, (_, i) => piece(i)).join(between);
const markdown =
  (body: (size: number) => string): HardInput['make'] =>
  (size) =>
    file(body(size));

/** @param halves how a page is divided: words that open an element so often, and those that close it */
const template =
  (open: string, close: string): HardInput['make'] =>
  (size) => ({
    ...file('Text.', 'deep'),
    'templates/deep.hbs': `<document page-size="A4" margin="20mm"><title>{{title}}</title>{{{body}}}${open.repeat(size)}${close.repeat(size)}</document>`,
  });

const picture =
  (shape: (pixels: number) => readonly [number, number], samples: number): HardInput['make'] =>
  async (pixels) => ({
    ...file('Text.\n\n![A line](line.png)'),
    'content/hard/line.png': await png(...shape(pixels), samples),
  });

/** Nested lists fill their line from the second on: an indent of so many levels would be most of the file. */
const nested = (size: number): string => repeat(size, () => '- ').concat('text');

export const HARD_INPUTS: readonly HardInput[] = [
  {
    name: 'combining marks on one letter',
    size: 40_000,
    unit: 'marks',
    make: markdown((size) => `A${'\u0301'.repeat(size)} b`),
  },
  {
    name: 'combining marks on one letter, Dari',
    size: 40_000,
    unit: 'marks',
    make: (size) => ({ 'content/hard/fa-AF.md': String(file(`ب${'\u064e'.repeat(size)} ب`)[CONTENT]) }),
  },
  {
    name: '[[[x]{lang=}',
    size: 20_000,
    unit: 'times',
    make: markdown((size) => '[[[x]{lang=} '.repeat(size)),
  },
  {
    name: '[[[…x]{lang=}]{lang=}…',
    size: 20_000,
    unit: 'levels',
    make: markdown((size) => `${'['.repeat(size)}x${']{lang=}'.repeat(size)}`),
  },
  {
    name: '[x]{lang=fa}',
    size: 20_000,
    unit: 'phrases',
    make: markdown((size) => repeat(size, () => '[x]{lang=fa}')),
  },
  { name: 'PNG, one row', size: PIXELS, unit: 'pixels', make: picture((pixels) => [pixels, 1], 1) },
  { name: 'PNG, one column', size: PIXELS, unit: 'pixels', make: picture((pixels) => [1, pixels], 1) },
  { name: 'PNG, one row, RGB', size: PIXELS, unit: 'pixels', make: picture((pixels) => [pixels, 1], 3) },
  { name: 'PNG, one column, RGB', size: PIXELS, unit: 'pixels', make: picture((pixels) => [1, pixels], 3) },
  {
    name: 'lines of one letter',
    size: MEGABYTE,
    unit: 'bytes',
    make: markdown((size) => 'a\n'.repeat(size / 2)),
  },
  {
    name: 'paragraphs of one letter',
    size: MEGABYTE,
    unit: 'bytes',
    make: markdown((size) => 'a\n\n'.repeat(size / 3)),
  },
  {
    name: 'one line without a space',
    size: MEGABYTE,
    unit: 'bytes',
    make: markdown((size) => 'abcdefghij'.repeat(size / 10)),
  },
  {
    name: 'one paragraph of words',
    size: MEGABYTE,
    unit: 'bytes',
    make: markdown((size) => repeat(size / WORDS.length, () => WORDS, ' ')),
  },
  {
    name: 'headings',
    size: 20_000,
    unit: 'headings',
    make: markdown((size) => repeat(size, (i) => `## Heading ${i}`, '\n\n')),
  },
  {
    name: 'footnotes',
    size: 10_000,
    unit: 'notes',
    make: markdown(
      (size) =>
        `${repeat(size, (i) => `Word[^${i}]`, ' ')}\n\n${repeat(size, (i) => `[^${i}]: Note ${i}.`, '\n')}`,
    ),
  },
  {
    name: 'rows of a table',
    size: 10_000,
    unit: 'rows',
    make: markdown(
      (size) => `| A | B | C |\n|---|---|---|\n${repeat(size, (i) => `| ${i} | two words | c |`, '\n')}`,
    ),
  },
  { name: 'nested lists', size: 2000, unit: 'levels', make: markdown(nested) },
  {
    name: 'nested quotations',
    size: 2000,
    unit: 'levels',
    make: markdown((size) => `${'> '.repeat(size)}text`),
  },
  {
    name: 'links',
    size: 5000,
    unit: 'links',
    make: markdown((size) => repeat(size, (i) => `[word ${i}](https://example.org/${i})`, ' ')),
  },
  {
    name: 'nested blocks of a template',
    size: 3000,
    unit: 'levels',
    make: template('{{#if title}}', '{{/if}}'),
  },
  {
    name: 'nested elements of a template',
    size: 3000,
    unit: 'levels',
    make: template('<stack>', '</stack>'),
  },
  { name: 'a long document', size: 200, unit: 'pages', make: longDocument },
];

const WORDS_ON_A_PAGE = 450;

function longDocument(pages: number): Files {
  const statement = readStatement('en');
  const sample = countWords(longStatement(statement, 100));
  const paragraphs = Math.round((pages * WORDS_ON_A_PAGE * 100) / sample);
  return { [CONTENT]: toMarkdown(longStatement(statement, paragraphs)) };
}

/** A PNG of zeros, written in pieces so that it costs this process no more memory than it costs the reader. */
async function png(width: number, height: number, samples: number): Promise<Uint8Array> {
  const deflate = createDeflate({ level: 1 });
  const data: Buffer[] = [];
  deflate.on('data', (piece: Buffer) => data.push(piece));
  const ended = new Promise((resolve) => deflate.on('end', resolve));
  let left = height * (1 + width * samples);
  const zeros = Buffer.alloc(1 << 20);
  for (; left > 0; left -= zeros.length)
    await new Promise((resolve) => deflate.write(zeros.subarray(0, Math.min(left, zeros.length)), resolve));
  deflate.end();
  await ended;
  return pngFile({ width, height, colorType: samples === 3 ? 2 : 0, bitDepth: 8 }, Buffer.concat(data));
}
