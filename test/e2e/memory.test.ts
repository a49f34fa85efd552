/** What photographs cost: the whole process stays below 400 MB, however large the camera. */
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pngFile } from '../../tools/png-file.ts';
import { drawPages } from '../support/pdfium.ts';
import { type PhotographOptions, photograph } from '../support/photographs.ts';
import { BRAND, installedBayan } from './installed-bayan.ts';

const LIMIT = 400;
const CAMERA = { width: 6000, height: 4000 };

/** Prints a picture, finds it on the page, and says what that took. */
async function peakOf(name: string, file: Uint8Array): Promise<number> {
  const folder = installedBayan({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'content/a/en.md': `---\ntitle: A\ndate: 2024\nkinds: [brief]\n---\n\nText.\n\n![A photograph](${name})\n`,
    [`content/a/${name}`]: file,
  });
  const { code, stderr, megabytes } = folder.measured('build');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [page] = await drawPages(folder.pdf('out/a/a.en.brief.pdf'));
  expect(page!.at(120, 330)).not.toEqual([255, 255, 255]);
  return megabytes;
}

test.each<[string, PhotographOptions]>([
  ['as cameras write it', CAMERA],
  ['that is progressive, with whole colour', { ...CAMERA, progressive: true, subsampling: 1 }],
])('a photograph of 24 megapixels %s', async (_, options) => {
  expect(await peakOf('photo.jpg', await photograph(options))).toBeLessThan(LIMIT);
});

test('a PNG of 24 megapixels with 16 bits', async () => {
  const { width, height } = CAMERA;
  const row = Buffer.alloc(1 + width * 6);
  for (let i = 1; i < row.length; i++) row[i] = (i * 37) & 0xff;
  const rows = deflateSync(Buffer.alloc(row.length * height, row), { level: 1 });
  const file = pngFile({ width, height, colorType: 2, bitDepth: 16 }, rows);
  expect(await peakOf('picture.png', file)).toBeLessThan(LIMIT);
});
