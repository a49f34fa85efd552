/** The page of the installed `bayan preview` in a browser: what changes in the text changes on it, and nothing else. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser, openPreview, pictures, scrolled, stillShown } from './browser.ts';
import { EN, LONG, PROJECT, withParagraph } from './preview-project.ts';

/** All three, when they are as small as they are printed. */
async function allPictures(page: Page) {
  await page.locator('.percent').click();
  return pictures(page, 3);
}

const status = '.foot [role=status]';

inBrowser('an edit', () => {
  test('changes the page it is on, and no other; the place stays', async () => {
    const { page, folder, complaints } = await openPreview(PROJECT);
    const before = await allPictures(page);
    await page.locator('.pages:visible').hover();
    await page.mouse.wheel(0, 300);
    await expect.poll(() => scrolled(page)).toBe(300);

    folder.write(EN, withParagraph(2, 'rights', 'duties'));
    await expect.poll(() => stillShown(before)).toEqual([false, true, true]);
    expect(await page.locator('.sheet').first().textContent()).toContain('Paragraph 2 is about the duties');
    expect(await scrolled(page)).toBe(300);
    expect(complaints).toEqual([]);
  });

  test('that makes the text before it longer leaves what is read where it is', async () => {
    const { page, folder } = await openPreview(PROJECT);
    const before = await allPictures(page);
    const read = page.locator('.text-layer span', { hasText: 'Paragraph 7' });
    await page.locator('.pages:visible').hover();
    await page.mouse.wheel(0, (await read.boundingBox())!.y - 150);
    await expect.poll(async () => (await read.boundingBox())!.y).toBeLessThan(152);
    const place = (await read.boundingBox())!.y;

    folder.write(EN, withParagraph(1, 'rights', `rights, ${'and the rights, '.repeat(12)}`));
    await expect.poll(async () => (await stillShown(before))[1]).toBe(false);
    await expect.poll(async () => Math.abs((await read.boundingBox())!.y - place)).toBeLessThan(3);
  });

  test('after another, faster than pages are drawn, ends with the newest', async () => {
    const { page, folder, complaints } = await openPreview(PROJECT);
    const before = await allPictures(page);
    for (let save = 1; save <= 12; save++) {
      folder.write(EN, withParagraph(2, 'rights', `right${save}`));
      await page.waitForTimeout(40);
    }
    await expect.poll(() => page.locator('.sheet').first().textContent()).toContain('about the right12 of');
    await expect.poll(() => page.locator(status).textContent()).toBe('Up to date');
    expect(await stillShown(before)).toEqual([false, true, true]);
    // A PDF that is no longer the newest is asked for in vain, and the newest one then.
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });

  test('that brings a page more leaves the place, and the small pages follow', async () => {
    const { page, folder } = await openPreview(PROJECT);
    await allPictures(page);
    await page.locator('.thumbnail').last().click();
    const read = page.locator('.text-layer span', { hasText: 'Paragraph 11' });
    await expect.poll(() => scrolled(page)).toBeGreaterThan(900);
    const place = (await read.boundingBox())!.y;
    folder.write(EN, withParagraph(1, 'rights', 'and the rights, '.repeat(60)));
    await expect.poll(() => page.locator('.sheet').count()).toBe(4);
    await expect.poll(async () => Math.abs((await read.boundingBox())!.y - place)).toBeLessThan(60);
    await expect.poll(() => page.locator('.thumbnail canvas').count()).toBe(4);
    expect(await page.locator('.thumbnail').last().getAttribute('aria-label')).toBe('Page 4 of 4');
  });

  test('with an error says where it is and keeps the last good pages; the next one heals it', async () => {
    const { page, folder } = await openPreview(PROJECT);
    const before = await allPictures(page);
    const good = folder.read(EN);

    folder.write(EN, good.replace('title:', 'titel:'));
    const problems = page.getByRole('region', { name: 'Problems' });
    const link = problems.getByRole('link', { name: 'content/rights/en.md:2' });
    await expect.poll(() => link.count()).toBe(1);
    expect(await link.getAttribute('href')).toMatch(/^vscode:\/\/file.*content\/rights\/en\.md:2/);
    expect(await problems.textContent()).toContain('did you mean “title”');
    expect(await page.getByText('these are the last good pages').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'English, plain, Errors 1' }).count()).toBe(1);
    expect(await page.locator(status).textContent()).toBe('Built, with errors');
    expect(await stillShown(before)).toEqual([true, true, true]);

    folder.write(EN, good);
    await expect.poll(() => page.locator(status).textContent()).toBe('Up to date');
    expect(await problems.isVisible()).toBe(false);
    expect(await page.getByText('these are the last good pages').count()).toBe(0);
    expect(await stillShown(before)).toEqual([true, true, true]);
  });
});

inBrowser('pages', () => {
  test('are drawn near the view only, however many there are', async () => {
    const { page } = await openPreview(LONG);
    await expect.poll(() => page.locator('.sheet').count()).toBeGreaterThan(30);
    await pictures(page, 2);
    const last = page.locator('.sheet').last();
    await last.scrollIntoViewIfNeeded();
    await expect.poll(() => last.locator('canvas').count()).toBe(1);
    await expect.poll(() => page.locator('.sheet > canvas').count()).toBeLessThan(15);
    expect(await page.locator('.sheet').first().locator('canvas').count()).toBe(0);
  });

  test('are zoomed around the pointer', async () => {
    const { page } = await openPreview(PROJECT);
    await allPictures(page);
    const word = page.locator('.text-layer span', { hasText: 'Paragraph 2 is' });
    const box = (await word.boundingBox())!;
    await page.mouse.move(box.x + 20, box.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await expect.poll(() => page.locator('.percent').textContent()).toBe('165%');
    expect(Math.abs((await word.boundingBox())!.y - box.y)).toBeLessThan(2);
    // Sharp again at the new size.
    const sharp =
      '(({ width, clientWidth }) => Math.abs(width - clientWidth * devicePixelRatio) < 2)(document.querySelector(".sheet > canvas"))';
    await expect.poll(() => page.evaluate(sharp)).toBe(true);
  });

  test('can be selected and copied, from right to left too', async () => {
    const { page } = await openPreview(PROJECT);
    await page.getByRole('button', { name: 'فارسی, plain' }).click();
    const line = page.locator('.text-layer span', { hasText: 'پاراگراف ۲' });
    await expect.poll(() => line.count()).toBe(1);
    await line.dblclick();
    const selected = String(await page.evaluate('document.getSelection().toString()')).trim();
    expect((await line.textContent())?.split(' ')).toContain(selected);
    expect(await line.getAttribute('dir')).toBe('rtl');
  });

  test('are saved and printed as the PDF itself', async () => {
    const { page, complaints, folder } = await openPreview(PROJECT);
    await pictures(page, 1);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('rights.en.plain.pdf');
    await download.saveAs(folder.path('saved.pdf'));
    expect(folder.pdf('saved.pdf')).toEqual(folder.pdf('out/rights/rights.en.plain.pdf'));

    // A browser without a window cannot print.
    await page.route('**/pdf/**', (route) => route.fulfill({ contentType: 'text/html', body: PRINTED }));
    await page.keyboard.press('Control+p');
    await expect.poll(() => complaints).toContain('printed /pdf/rights/en/plain');
  });
});

const PRINTED = '<script>print = () => console.warn("printed " + location.pathname)</script>';

inBrowser('the server', () => {
  test('is missed when it is gone, and another one is not taken for it', async () => {
    const { page, folder, running } = await openPreview(PROJECT);
    await pictures(page, 1);
    const { port } = new URL(page.url());
    await running.stop();
    await expect.poll(() => page.locator(status).textContent()).toContain('does not answer');
    folder.run('preview', '--port', port);
    await expect.poll(() => page.locator(status).textContent()).toContain('started anew');
  });
});
