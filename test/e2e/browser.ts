/**
 * `bayan preview` of the installed package in a real browser without a window.
 *
 *     const { page, folder } = await openPreview({ locale: 'fa-AF' });
 *
 * Where there is no Chromium, `inBrowser` skips its tests, and says so.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, onTestFinished } from 'vitest';
import { CHROMIUM, launchChromium, NO_CHROMIUM } from '../../tools/chromium.ts';
import { installedBayan, type Running, type WorkingFolder } from './installed-bayan.ts';

if (CHROMIUM === undefined) console.warn(`${NO_CHROMIUM}: the page of the preview is not tested`);

/** A group of tests that need a browser. */
export const inBrowser = describe.skipIf(CHROMIUM === undefined);

export interface Preview {
  readonly page: Page;
  readonly folder: WorkingFolder;
  readonly running: Running;
  /** What the browser complained of: faults of the script, what the policy of the page forbids, addresses without an answer. */
  readonly complaints: readonly string[];
}

/** Starts a preview of these files and opens its page; both end with the test. */
export async function openPreview(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: BrowserContextOptions = {},
): Promise<Preview> {
  const folder = installedBayan(files);
  const running = folder.run('preview');
  const address = await printedAddress(running);
  const browser = await launchChromium();
  onTestFinished(async () => {
    await browser.close();
    await running.stop();
  });
  const viewport = { width: 1280, height: 800 };
  const context = await browser.newContext({ locale: 'en', colorScheme: 'light', viewport, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error.stack)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(address);
  return { page, folder, running, complaints };
}

async function printedAddress(running: Running): Promise<string> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(running.printed())?.[0];
    if (address !== undefined && running.printed().includes('Ctrl-C ends it')) return address;
    await wait(50);
  }
  throw new Error(`no address is printed:\n${running.printed()}`);
}

/** The pictures of the pages on the first side, when so many are drawn, to see later which of them are still there. */
export async function pictures(page: Page, least: number) {
  const drawn = page.locator('.pane:first-child .sheet > canvas');
  await expect.poll(() => drawn.count()).toBeGreaterThanOrEqual(least);
  return page.evaluateHandle<Picture[]>(
    "[...document.querySelectorAll('.pane:first-child .sheet > canvas')]",
  );
}

interface Picture {
  readonly isConnected: boolean;
}

/** Which of them are still shown. */
export function stillShown(all: Awaited<ReturnType<typeof pictures>>): Promise<boolean[]> {
  return all.evaluate((each) => each.map(({ isConnected }) => isConnected));
}

/** px that a side is scrolled down. */
export function scrolled(page: Page, side = 0): Promise<number> {
  return page
    .locator('.pages')
    .nth(side)
    .evaluate(({ scrollTop }) => scrollTop);
}
