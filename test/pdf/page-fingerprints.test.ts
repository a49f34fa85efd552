/** Pages that look the same have the same fingerprint, whatever happened on other pages; others have another. */

import { PNG } from 'pngjs';
import { expect, onTestFinished, test } from 'vitest';
import { pageFingerprints } from '../../src/pdf/inspect/page-fingerprints.ts';
import { readPdf } from '../../src/pdf/inspect/read.ts';
import { content, makeFrom, temporaryProject } from '../support/make.ts';

const TEMPLATE = `<document page-size="A6" margin="9mm">
<text>{{inline title}}</text><text style="lead">{{inline summary}}</text>
<page-break/>
{{{body}}}
<page-break/>
<text>{{inline action.label}}</text>
</document>`;

function picture(grey: number): Uint8Array {
  const image = new PNG({ width: 20, height: 20 });
  image.data.fill(255);
  image.data.fill(grey, 0, 400);
  return PNG.sync.write(image);
}

/** Of three pages: title and summary; body; label. */
async function fingerprints(
  changes: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<readonly string[]> {
  const fields = {
    title: 'Air',
    summary: 'What we breathe.',
    body: 'هوا و **آب** and a [link](https://example.org/a).\n\n![A picture](picture.png)',
    label: 'Join us',
    ...changes,
  };
  const markdown = content(
    fields.body,
    `summary: ${fields.summary}\naction: { label: ${fields.label}, url: https://example.org }\n`,
  ).replace('title: Test', `title: ${fields.title}`);
  const { root, remove } = temporaryProject({
    'templates/plain.hbs': TEMPLATE,
    'content/air/fa.md': markdown,
    'content/air/picture.png': picture(40),
    ...files,
  });
  onTestFinished(remove);
  const { bytes } = await makeFrom(root, 'air', 'fa', 'plain');
  return pageFingerprints(readPdf(bytes)).map(({ digest }) => digest);
}

/** Which of the pages look as they did. */
async function alike(...change: Parameters<typeof fingerprints>): Promise<readonly boolean[]> {
  const [before, after] = [await fingerprints(), await fingerprints(...change)];
  expect(after).toHaveLength(3);
  return after.map((digest, page) => digest === before[page]);
}

test('words that are new to a font change their own page and no other', async () => {
  // Letters and words that come first in the file push the numbers of all others.
  expect(await alike({ title: 'Zephyr, quick & brown, ژرف‌ترین کوچه' })).toEqual([false, true, true]);
  expect(await alike({ body: 'کمی دیگر، خاک و آتش.' })).toEqual([true, false, true]);
  expect(await alike({ label: 'Join them' })).toEqual([true, true, false]);
});

test('fonts and pictures that come and go change no page without them', async () => {
  expect(await alike({ title: 'Air, `code`, **bold** and *more*' })).toEqual([false, true, true]);
  expect(await alike({ summary: 'What ![an eye](picture.png) sees.' })).toEqual([false, true, true]);
});

test('a picture, a link, a colour, the size of the paper', async () => {
  expect(await alike({}, { 'content/air/picture.png': picture(41) })).toEqual([true, false, true]);
  const body = 'هوا و **آب** and a [link](https://example.org/b).\n\n![A picture](picture.png)';
  expect(await alike({ body })).toEqual([true, false, true]);
  const colored = TEMPLATE.replace('<text>{{inline action', '<text style="lead">{{inline action');
  expect(await alike({}, { 'templates/plain.hbs': colored })).toEqual([true, true, false]);
  const wider = TEMPLATE.replace('A6', 'A5');
  expect(await alike({}, { 'templates/plain.hbs': wider })).toEqual([false, false, false]);
});

test('the same letters in another form of theirs', async () => {
  const joined = await fingerprints({ label: 'میرود' });
  const apart = await fingerprints({ label: 'می\u200cرود' });
  expect(apart.map((digest, page) => digest === joined[page])).toEqual([true, true, false]);
});

test('a drawing, and the words in it', async () => {
  const drawing = (fill: string, word: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="${fill}"/><text x="4" y="14" font-size="8">${word}</text></svg>`;
  const files = (svg: string) => ({ 'content/air/d.svg': svg });
  const body = '![A drawing](d.svg)';
  const red = await fingerprints({ body }, files(drawing('#ff0000', 'Word')));
  expect(await fingerprints({ body, title: 'Wordy' }, files(drawing('#ff0000', 'Word')))).toEqual([
    expect.not.stringMatching(red[0]!),
    red[1],
    red[2],
  ]);
  const [, blue] = await fingerprints({ body }, files(drawing('#0000ff', 'Word')));
  const [, other] = await fingerprints({ body }, files(drawing('#ff0000', 'Lord')));
  expect(new Set([red[1], blue, other]).size).toBe(3);
});
