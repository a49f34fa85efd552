/** A font of the project's own that is broken is told as such, at its file, whichever part of it is. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { build } from '../../src/build/build.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { loadProject } from '../../src/project/project.ts';
import { tablePlace } from '../pdf/truetype-fonts.ts';
import { content, temporaryProject } from '../support/make.ts';

const FONT = readFileSync(
  createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-sans-thaana/400Regular/NotoSansThaana_400Regular.ttf',
  ),
);

/** What a build says of a text in Thaana, set in this font. */
async function said(font: Uint8Array): Promise<{ pdfs: number; said: string[] }> {
  const { root, remove } = temporaryProject({
    'templates/plain.hbs':
      '<document page-size="A5" margin="20mm"><title>{{title}}</title>{{{body}}}</document>',
    'content/a/en.md': content('ދިވެހި'),
    'fonts/fonts.yaml':
      'faces:\n  own: { family: Own, files: { 400: Own.ttf } }\nscripts:\n  Thaa: { serif: own, sans: own }\n',
    'fonts/Own.ttf': font,
  });
  onTestFinished(remove);
  const report = new Report();
  const { documents } = await build(
    loadProject(root, report)!,
    { jobs: 1, output: join(root, 'out') },
    report,
  );
  const lines = report.diagnostics.map(({ code, span, message }) => `${span?.file} ${code}: ${message}`);
  return { pdfs: documents.filter(({ entry }) => entry).length, said: lines };
}

test('a sound one is used', async () => {
  expect(await said(FONT)).toEqual({ pdfs: 1, said: [] });
});

test.each(['hmtx', 'OS/2', 'post', 'name', 'cmap', 'glyf', 'loca'])(
  'its table %s leads out of the file',
  async (tag) => {
    const font = Buffer.from(FONT);
    font.writeUInt32BE(0x7fffffff, font.indexOf(tag, 12, 'latin1') + 8);
    expect(await said(font)).toEqual({
      pdfs: 0,
      said: [
        expect.stringMatching(/^fonts\/Own\.ttf font-corrupt: the font "Own" \(Own\.ttf\) cannot be read/),
      ],
    });
  },
);

test('the outlines of its letters are broken', async () => {
  const font = Buffer.from(FONT);
  const { offset, length } = tablePlace(font, 'glyf');
  font.fill(0x11, offset, offset + length);
  expect(await said(font)).toEqual({
    pdfs: 0,
    said: [expect.stringMatching(/^fonts\/Own\.ttf font-corrupt: .* cannot be read: glyph \d+/)],
  });
});
