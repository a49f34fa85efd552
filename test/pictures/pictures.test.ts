/**
 * Reference pictures: every page of the sample at 72 dpi, as PDFium draws it. After a change that is meant to be seen,
 * look at the new pages and run `npm run pictures -- --update`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SAMPLE_LANGUAGES, sample } from '../support/make.ts';

const FOLDER = fileURLToPath(new URL('reference', import.meta.url));
const UPDATE = process.env.BAYAN_UPDATE_PICTURES === '1';
/** Pixels that may differ by more than a shade: antialiasing at a few edges, never a moved word. */
const TOLERANCE = 40;

let library: PDFiumLibrary;
beforeAll(async () => {
  library = await PDFiumLibrary.init();
});
afterAll(() => library.destroy());

for (const kind of ['brief', 'flyer'])
  test.each(SAMPLE_LANGUAGES)(`${kind} in %s looks as it did`, async (lang) => {
    const { bytes } = await sample(lang, kind);
    const document = await library.loadDocument(bytes);
    for (const page of document.pages()) {
      const { data, width, height } = await page.render({ scale: 1, render: 'bitmap' });
      const picture = new PNG({ width, height });
      picture.data = swapRedAndBlue(data);
      compare(join(FOLDER, `${lang}.${kind}.${page.number + 1}.png`), picture);
    }
    document.destroy();
  });

/** PDFium's bitmaps are BGRA. */
function swapRedAndBlue(bgra: Uint8Array): Buffer {
  const rgba = Buffer.from(bgra);
  for (let i = 0; i < rgba.length; i += 4) {
    rgba[i] = bgra[i + 2]!;
    rgba[i + 2] = bgra[i]!;
  }
  return rgba;
}

function compare(file: string, picture: PNG): void {
  if (UPDATE) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 }));
    return;
  }
  if (!existsSync(file))
    throw new Error(`there is no ${file}; look at the page, then run: npm run pictures -- --update`);
  const reference = PNG.sync.read(readFileSync(file));
  expect([picture.width, picture.height]).toEqual([reference.width, reference.height]);
  const different = pixelmatch(picture.data, reference.data, undefined, picture.width, picture.height, {
    threshold: 0.15,
  });
  expect(different, `${file}: pixels that differ`).toBeLessThanOrEqual(TOLERANCE);
}
