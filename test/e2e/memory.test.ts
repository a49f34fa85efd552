/** What photographs cost: the whole process stays below 400 MB, however large the camera. */
import { expect, test } from 'vitest';
import { png } from '../pdf/images-files.ts';
import { type PhotographOptions, photograph } from '../support/photographs.ts';
import { BRAND, installedBayan } from './installed-bayan.ts';

const LIMIT = 400;
const CAMERA = { width: 6000, height: 4000 };

function peakOf(name: string, file: Uint8Array): number {
  const folder = installedBayan({
    'bayan.yaml': '',
    'brand.yaml': BRAND,
    'content/a/en.md': `---\ntitle: A\ndate: 2024\nkinds: [brief]\n---\n\nText.\n\n![A photograph](${name})\n`,
    [`content/a/${name}`]: file,
  });
  const { code, stderr, megabytes } = folder.measured('build');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return megabytes;
}

test.each<[string, PhotographOptions]>([
  ['as cameras write it', CAMERA],
  ['that is progressive, with whole colour', { ...CAMERA, progressive: true, subsampling: 1 }],
])('a photograph of 24 megapixels %s', async (_, options) => {
  expect(peakOf('photo.jpg', await photograph(options))).toBeLessThan(LIMIT);
});

test('a PNG of 24 megapixels with 16 bits', () => {
  const row = (x: number) => [x * 10, 65_535 - x * 10, 32_768];
  expect(peakOf('picture.png', png({ ...CAMERA, colorType: 2, bitDepth: 16, pixel: row }))).toBeLessThan(
    LIMIT,
  );
});
