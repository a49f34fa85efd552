/** Pictures that cannot be printed: each is told at the line that names it, whatever is wrong and whoever finds out. */
import { mkdirSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { makePdf } from '../../src/build/make.ts';
import { openWorkspace } from '../../src/build/workspace.ts';
import { parseEdition } from '../../src/content/parse.ts';
import { Report } from '../../src/diagnostics/diagnostic.ts';
import { loadProject } from '../../src/project/project.ts';
import { pngFile } from '../../tools/png-file.ts';
import { jpeg, png } from '../pdf/images-files.ts';
import { temporaryFolder } from '../project/temporary-project.ts';

const PAGE = '<document page-size="A5" margin="10mm"><title>{{title}}</title>{{{body}}}</document>';
const PHOTO = jpeg({ blocks: Array.from({ length: 20 }, () => Array.from({ length: 300 }, () => [90])) });
const PICTURE = png({ width: 9, height: 9, colorType: 2, bitDepth: 8, pixel: () => [1, 2, 3] });

/** A PNG that says it has so many pixels, with hardly any samples. */
function hollow(width: number, height: number): Buffer {
  return pngFile({ width, height, colorType: 2, bitDepth: 8 }, deflateSync(Buffer.alloc(1000)));
}

/** What is said of a text whose lines 7 and 9 print `sound.png` and the picture. */
async function faults(name: string, file: Uint8Array | undefined) {
  const folder = temporaryFolder({
    'bayan.yaml': '',
    'brand.yaml': 'organisation:\n  name: Test\n',
    'templates/page.hbs': PAGE,
    'sound.png': PICTURE,
    'content/a/en.md': [
      '---\ntitle: Title\ndate: 2024\nkinds: [page]\n---\n',
      '![Sound](sound.png)\n',
      `![Broken](${name})\n`,
    ].join('\n'),
  });
  if (file) folder.write(name, file);
  else mkdirSync(folder.path(name));
  const report = new Report();
  const workspace = openWorkspace(loadProject(folder.root, report)!);
  onTestFinished(() => workspace.close());
  const edition = parseEdition(
    { files: workspace.files, file: 'content/a/en.md', slug: 'a', lang: 'en' },
    report,
  );
  expect(edition && (await makePdf(workspace, { edition, kind: 'page' }, report))).toBeUndefined();
  return report.diagnostics.map(
    ({ span, code, message }) => `${span?.file}:${span?.line} ${code}: ${message}`,
  );
}

const DAMAGED = Buffer.from(PHOTO);
DAMAGED.fill(0x55, DAMAGED.length - 900, DAMAGED.length - 400);

test.each<[string, string, Uint8Array | undefined, RegExp]>([
  ['has no bytes', 'a.jpg', Buffer.alloc(0), /the file is empty/],
  ['is a folder', 'a.jpg', undefined, /there is no image/],
  ['is a web page', 'a.png', Buffer.from('<!DOCTYPE html><html>'), /this is a web page/],
  ['is text', 'a.png', Buffer.from('not a picture'), /no PNG or JPEG/],
  ['is cut off', 'a.jpg', PHOTO.subarray(0, PHOTO.length - 500), /cut off/],
  ['is damaged in its samples', 'a.jpg', DAMAGED, /damaged/],
  ['has fewer samples than it says', 'a.png', hollow(900, 900), /cut off/],
  ['is a hair 90,000,000 pixels long', 'a.png', hollow(90_000_000, 1), /90000000 × 1/],
  ['has 400 megapixels', 'a.png', hollow(20_000, 20_000), /400 megapixels/],
  [
    'is wrong about its samples',
    'a.png',
    Buffer.concat([PICTURE.subarray(0, 50), PICTURE.subarray(60)]),
    /PNG/,
  ],
])('a picture that %s', async (_, name, file, message) => {
  const told = await faults(name, file);
  expect(told).toEqual([expect.stringMatching(/^content\/a\/en\.md:9 (image|file)-/)]);
  expect(told[0]).toMatch(message);
});
