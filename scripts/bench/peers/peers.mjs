/**
 * The peers: Typst through its npm package and headless Chromium, on the same text, font files and page. Each is left
 * out, with a word why, where it cannot be had. A peer offers:
 *
 * - `prepareCold(statement)` → a function that makes one PDF as a whole process → `{ wall, cpu?, rss? }`
 * - `rebuild(statement, { warmUp, runs })` → `{ first, edit, again }`, each run `{ wall, cpu? }`
 * - `prepareBatch(statements)` → a function that makes them all in one process → the same
 * - `close()`, `slow` (fewer runs) and `remark` (a line below the first table), where there is need
 */
import { openChromium } from './chromium.mjs';
import { openTypst } from './typst.mjs';

export async function openPeers(context) {
  const peers = [];
  for (const [name, open] of Object.entries({ Typst: openTypst, Chromium: openChromium })) {
    context.note(`${name}: looking for it`);
    try {
      peers.push(await open(context));
    } catch (error) {
      console.error(`${name} is left out: ${error instanceof Error ? error.message : error}`);
    }
  }
  return peers;
}
