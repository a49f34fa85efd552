/** How the page of the installed `bayan preview` is used: two languages, source lines, search, the keyboard, right to left. */
import { expect, test } from 'vitest';
import { inBrowser, openPreview, pictures, scrolled } from './browser.ts';
import { PROJECT } from './preview-project.ts';

inBrowser('two languages', () => {
  test('scroll together: the same paragraph is beside each other, whichever side leads', async () => {
    const { page } = await openPreview(PROJECT);
    await page.getByRole('button', { name: 'Side by side' }).click();
    await pictures(page, 2);
    const tops = async (number: number): Promise<number[]> => {
      const [english, persian] = await Promise.all([
        page.locator('.text-layer span', { hasText: `Paragraph ${number} is` }).boundingBox(),
        page
          .locator('.text-layer span', { hasText: `پاراگراف ${number.toLocaleString('fa')} ` })
          .boundingBox(),
      ]);
      return [english!.y, persian!.y];
    };
    for (const leader of [0, 1]) {
      await page.locator('.pages').nth(leader).hover();
      await page.mouse.wheel(0, -5000);
      await page.mouse.wheel(0, leader === 0 ? 560 : 700);
      await expect.poll(() => scrolled(page, 1 - leader)).toBeGreaterThan(300);
      await expect
        .poll(() => page.locator('.text-layer span', { hasText: 'Paragraph 6 is' }).count())
        .toBe(1);
      const [english, persian] = await tops(6);
      expect(Math.abs(english! - persian!)).toBeLessThan(70);
    }
    // Persian is longer: the sides have not just gone the same way.
    expect(Math.abs((await scrolled(page, 0)) - (await scrolled(page, 1)))).toBeGreaterThan(70);
    for (const side of [0, 1]) await page.mouse.wheel(0, side * 9000);
    const atEnd =
      '[...document.querySelectorAll(".pages")].map((e) => Math.round(e.scrollHeight - e.clientHeight - e.scrollTop))';
    await expect.poll(() => page.evaluate(atEnd)).toEqual([0, 0]);
  });

  test('are shown in their own words: the list opens one, Shift opens it beside the other', async () => {
    const { page } = await openPreview(PROJECT);
    await page.getByRole('button', { name: 'فارسی, plain' }).click();
    await expect
      .poll(() => page.title())
      .toBe('فارسی · حقوق – Test Organisation – Preview'.replace('حقوق', 'Rights'));
    await page.getByRole('button', { name: 'English, plain' }).click({ modifiers: ['Shift'] });
    await expect.poll(() => page.locator('.pane:visible').count()).toBe(2);
    // The address has both, so that a reload, or who it is sent to, sees the same.
    await page.reload();
    const shown = '[...document.querySelectorAll(".choice")].map(({ value }) => value)';
    await expect.poll(() => page.evaluate(shown)).toEqual(['rights/fa/plain', 'rights/en/plain']);
  });
});

inBrowser('a paragraph', () => {
  test('shows by a click where it is written, and opens there', async () => {
    const { page } = await openPreview(PROJECT);
    await pictures(page, 1);
    await page.locator('.text-layer span', { hasText: 'Paragraph 2 is' }).click();
    const link = page.getByRole('link', { name: 'content/rights/en.md:9' });
    await expect.poll(() => link.getAttribute('href')).toMatch(/^vscode:\/\/file.*en\.md:9/);
    expect(await page.locator('.source:visible').textContent()).toContain('Paragraph 2 is about the rights');
    expect(await page.locator('.box-chosen').count()).toBe(1);
  });
});

inBrowser('search', () => {
  test('finds letters and digits of any keyboard, counts, and goes from one to the next', async () => {
    const { page } = await openPreview(PROJECT);
    await page.getByRole('button', { name: 'فارسی, plain' }).click();
    await expect.poll(() => page.locator('.sheet').first().textContent()).toContain('پاراگراف');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('پاراگراف 12');
    const count = page.locator('.found');
    await expect.poll(() => count.textContent()).toBe('1 of 1');
    await expect.poll(() => page.locator('.box-hit-here').count()).toBeGreaterThan(0);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(1000);

    await page.keyboard.press('Control+a');
    await page.keyboard.type('زندگي');
    await expect.poll(() => count.textContent()).toMatch(/ of 12$/);
    const first = await count.textContent();
    await page.keyboard.press('Enter');
    await expect.poll(() => count.textContent()).not.toBe(first);
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => count.textContent()).toBe(first);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('nowhere');
    await expect.poll(() => count.textContent()).toBe('Not found');
  });
});

inBrowser('the keyboard alone', () => {
  test('chooses a document, goes through its paragraphs, searches, zooms and finds its keys', async () => {
    const { page } = await openPreview(PROJECT);
    const { keyboard } = page;
    const focused = () =>
      page.evaluate('document.activeElement.ariaLabel ?? document.activeElement.textContent');
    await pictures(page, 1);
    await keyboard.press('F6');
    expect(await focused()).toContain('English, plain');
    await keyboard.press('ArrowDown');
    expect(await focused()).toContain('فارسی, plain');
    await keyboard.press('Enter');
    await expect.poll(() => page.locator('.sheet').first().textContent()).toContain('پاراگراف');
    await keyboard.press('F6');
    expect(await focused()).toContain('Pages: Rights, فارسی, plain');
    // The title, and two paragraphs.
    for (let pressed = 0; pressed < 3; pressed++) await keyboard.press('Alt+ArrowDown');
    await expect
      .poll(() => page.locator('.source-place').first().textContent())
      .toBe('content/rights/fa.md:9');
    await keyboard.press('Enter');
    expect(await focused()).toContain('content/rights/fa.md:9');
    await keyboard.press('Escape');
    await expect.poll(() => page.locator('.box-chosen').count()).toBe(0);

    const percent = page.locator('.percent');
    const before = await percent.textContent();
    await keyboard.press('Control+-');
    await expect.poll(() => percent.textContent()).not.toBe(before);
    await keyboard.press('Control+0');
    await expect.poll(() => percent.textContent()).toBe(before);

    await keyboard.press('Shift+?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(await help.isVisible()).toBe(true);
    await keyboard.press('Escape');
    expect(await help.isVisible()).toBe(false);
  });

  test('reaches everything that can be clicked, and shows where it is', async () => {
    const { page } = await openPreview(PROJECT);
    await pictures(page, 1);
    const names: unknown[] = [];
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab');
      names.push(await page.evaluate(FOCUSED));
    }
    for (const name of [
      'Publications',
      'Zoom out',
      'Fit page',
      'Side by side',
      'Language of the interface',
      'Appearance: As the system',
      'Download PDF',
      'Print',
      'Page 1 of 3',
    ])
      expect(names.map(String).join('\n')).toContain(name);
    expect(names.filter((name) => String(name).endsWith('unseen'))).toEqual([]);
  });
});

/** The name of what has the focus, and whether its outline is to be seen. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  const framed = element.closest('search') ?? element;
  const seen = element === document.body || getComputedStyle(framed).outlineStyle !== 'none';
  return (element.ariaLabel ?? element.textContent) + (seen ? '' : ' unseen');
})()`;

inBrowser('the interface', () => {
  test('is from right to left for who reads so: words, digits, sides, arrows', async () => {
    const { page, complaints } = await openPreview(PROJECT, { locale: 'fa-AF' });
    await pictures(page, 1);
    expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dir]')).toEqual([
      'fa-AF',
      'rtl',
    ]);
    const list = (await page.getByRole('navigation', { name: 'نشریه‌ها' }).boundingBox())!;
    const pages = (await page.locator('.pages:visible').boundingBox())!;
    expect(list.x).toBeGreaterThanOrEqual(pages.x + pages.width - 1);
    expect(await page.locator('.percent').textContent()).toMatch(/^[۰-۹]+٪/);
    expect(await page.locator('.sheet').first().getAttribute('aria-label')).toBe('صفحهٔ ۱ از ۳');
    const english = page.locator('.text-layer span', { hasText: 'Paragraph 1 is' });
    expect((await english.boundingBox())!.x).toBeLessThan(pages.x + pages.width / 2);
    expect(complaints).toEqual([]);
  });

  test('changes its language and its look, and remembers both', async () => {
    const { page } = await openPreview(PROJECT, { colorScheme: 'dark' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    await pictures(page, 1);
    expect(await ground()).toBe('rgb(23, 25, 28)');
    await page.getByRole('button', { name: 'Appearance: As the system' }).click();
    expect(await ground()).toBe('rgb(244, 245, 246)');
    await page.getByRole('combobox', { name: 'Language of the interface' }).selectOption('العربية');
    await page.reload();
    await pictures(page, 1);
    expect(await ground()).toBe('rgb(244, 245, 246)');
    expect(await page.getByRole('button', { name: 'جنبًا إلى جنب' }).count()).toBe(1);
    expect(await page.locator('.sheet').first().getAttribute('aria-label')).toBe('صفحة ١ من ٣');
  });
});
