/** The Chromium of this machine, without a window; for tests of the preview's page and pictures of it. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where it is, or undefined. `CHROMIUM` names another one. */
export const CHROMIUM = [process.env.CHROMIUM, ...PLACES].find(
  (path) => path !== undefined && existsSync(path),
);

/** What is said where there is none. */
export const NO_CHROMIUM = `there is no Chromium (${PLACES.join(', ')}, $CHROMIUM)`;

export function launchChromium(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error(NO_CHROMIUM);
  // Debian's has no sandbox for root, who runs most containers.
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
}
