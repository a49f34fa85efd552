/**
 * Words on both sides of a line break that the author made, and lines of code, do not run together when a PDF is read: by
 * PDF readers, nor in the text of the tags.
 */
import { describe, expect, test } from 'vitest';
import { tagTree } from '../../src/pdf/inspect/tag-tree.ts';
import { PDFIUM, PDFJS } from '../../tools/extraction/readers.ts';
import { makeFrom, temporaryProject } from '../support/make.ts';

const bodyOf = ([one, two, three, four]: readonly string[]) => `${one}\\
${two} **${three}**\\
${four}

- ${four}\\
  ${three}

\`\`\`
first
  second

third
\`\`\`

${one}&#10;${two}\t${three}  ${four}
`;

/** The words of that, in order. */
const wordsOf = ([one, two, three, four]: readonly string[]) =>
  [one, two, three, four, four, three, 'first', 'second', 'third', one, two, three, four].join(' ');

const READERS: readonly (readonly [name: string, read: (pdf: Uint8Array) => Promise<string>])[] = [
  ['PDFium', (pdf) => PDFIUM.read(pdf)],
  ['pdf.js', (pdf) => PDFJS.read(pdf)],
  ['the text of the tags', async (pdf) => (tagTree(pdf).match(/“.*”/g) ?? []).join(' ')],
];

describe.each([
  ['en', ['one', 'two', 'three', 'four']],
  ['fa-AF', ['یک', 'دو', 'سه', 'چهار']],
])('in %s', (lang, words) => {
  test.each(READERS)('%s', async (_, read) => {
    const source = `---\ntitle: Title\ndate: 2024-04-16\n---\n\n${bodyOf(words)}`;
    const project = temporaryProject({ [`content/breaks/${lang}.md`]: source });
    const { bytes } = await makeFrom(project.root, 'breaks', lang, 'brief');
    project.remove();
    const text = await read(bytes);
    expect((text.match(/[\p{L}\p{M}]+/gu) ?? []).join(' ')).toContain(wordsOf(words));
  });
});
