/**
 * Draws the two pictures of the preview in the docs: node tools/run.mjs tools/preview-pictures.ts
 *
 * The sample, in a folder of its own: its translations are up to date, then a paragraph of the English changes and a
 * field of the Pashto gets a slip. Needs Chromium, and ImageMagick, which makes the pictures small.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { packageRoot } from '../src/files/package-root.ts';
import { launchChromium } from './chromium.ts';

const root = packageRoot();
const BAYAN = join(root, 'bin/bayan.cjs');
const SAMPLE = 'content/afghan-returns';
const folder = mkdtempSync(join(tmpdir(), 'bayan-preview-'));
const pictures = join(root, 'docs/images');
const viewport = { width: 1200, height: 740 };

for (const name of ['bayan.yaml', 'brand.yaml', 'content', 'templates', 'fonts'])
  cpSync(join(root, name), join(folder, name), { recursive: true });
spawnSync(process.execPath, [BAYAN, 'translated', SAMPLE], { cwd: folder });

const server = spawn(process.execPath, [BAYAN, 'preview'], { cwd: folder });
let browser: Browser | undefined;
try {
  const address = await addressOf(server);
  browser = await launchChromium();
  // Saved while it is looked at, so that the last good pages are there.
  edit('en.md', 'APNOR is deeply concerned by', 'APNOR is gravely concerned by');
  edit('ps.md', 'subtitle:', 'subtitel:');
  const cookies = await cookiesOf(browser, address);
  const sides = '#show=afghan-returns/en/brief&beside=afghan-returns/fa-AF/brief';
  await draw('preview-side-by-side.png', { locale: 'en', colorScheme: 'light' }, sides, (page) =>
    page.locator('.text-layer span', { hasText: 'gravely concerned' }).first().click(),
  );
  await draw(
    'preview-dari-dark.png',
    { locale: 'fa-AF', colorScheme: 'dark' },
    '#show=afghan-returns/ps/brief',
  );

  async function draw(
    name: string,
    options: BrowserContextOptions,
    shown: string,
    act?: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser!.newContext({ viewport, ...options });
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(new URL(shown, address.split('?')[0]).href);
    await page.locator('.sheet > canvas').first().waitFor();
    await act?.(page);
    await page.mouse.move(150, 690);
    await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
    writeFileSync(join(folder, name), await page.screenshot());
    await context.close();
    const args = [join(folder, name), '+dither', '-colors', '128', `PNG8:${join(pictures, name)}`];
    const { status } = spawnSync('convert', args, { stdio: 'inherit' });
    if (status !== 0) throw new Error('ImageMagick (convert) is needed');
    console.log(`docs/images/${name}`);
  }
} finally {
  await browser?.close();
  server.kill('SIGINT');
  rmSync(folder, { recursive: true, force: true });
}

function edit(name: string, before: string, after: string): void {
  const path = join(folder, SAMPLE, name);
  writeFileSync(path, readFileSync(path, 'utf8').replace(before, after));
}

/** Once it is printed. */
function addressOf({ stdout, stderr }: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve) => {
    for (const stream of [stdout, stderr])
      stream?.on('data', (data: Buffer) => {
        printed += data;
        const address = /http:\/\/\S+\?token=\S+/.exec(printed)?.[0];
        if (address !== undefined && printed.includes('Ctrl-C')) resolve(address);
      });
  });
}

/** What the server gives for the token, so that each picture can be in a browser of its own. */
async function cookiesOf(open: Browser, address: string) {
  const context = await open.newContext();
  await (await context.newPage()).goto(address);
  // Saved while it is looked at, so that the last good pages are there.
  edit('en.md', 'APNOR is deeply concerned by', 'APNOR is gravely concerned by');
  edit('ps.md', 'subtitle:', 'subtitel:');
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}
