/** axe-core finds nothing on the page of `bayan preview`: light and dark, from left and from right, in its main states. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser, openPreview, pictures } from './browser.ts';
import { EN, PROJECT } from './preview-project.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, each with the element it is at. */
async function faults(page: Page): Promise<unknown> {
  return page.evaluate(`axe.run({ runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html, failureSummary])))`);
}

inBrowser.each([
  ['en', 'light'],
  ['en', 'dark'],
  ['fa-AF', 'light'],
  ['ur', 'dark'],
] as const)('%s, %s', (locale, colorScheme) => {
  test('everything', async () => {
    const { page, folder } = await openPreview(PROJECT, { locale, colorScheme, bypassCSP: true });
    await page.addScriptTag({ content: AXE });
    await pictures(page, 1);
    expect(await faults(page)).toEqual([]);

    await page.locator('.bar-tools > button').click();
    await expect.poll(() => page.locator('.pane:visible .sheet > canvas').count()).toBeGreaterThan(3);
    await page.locator('.text-layer span', { hasText: 'Paragraph 2 is' }).click();
    await page.getByRole('searchbox').fill('paragraph');
    await expect.poll(() => page.locator('.box-hit').count()).toBeGreaterThan(0);
    expect(await faults(page)).toEqual([]);

    folder.write(EN, folder.read(EN).replace('title:', 'titel:'));
    await expect.poll(() => page.locator('.problem').count()).toBe(1);
    expect(await faults(page)).toEqual([]);

    await page.setViewportSize({ width: 390, height: 800 });
    expect(await faults(page)).toEqual([]);
    await page.locator('.bar-start button').click();
    expect(await faults(page)).toEqual([]);
    await page.locator('.bar-end button').last().click();
    expect(await faults(page)).toEqual([]);
  });
});
