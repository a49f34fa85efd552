/**
 * The peers: Typst through its npm package and headless Chromium, on the same text, font files and page. Each is left
 * out, with a word why, where it cannot be had.
 */
import type { Peer } from '../context.ts';
import { openChromium } from './chromium.ts';
import { openTypst } from './typst.ts';

const PEERS: Readonly<Record<string, (folder: string) => Peer>> = {
  Typst: openTypst,
  Chromium: openChromium,
};

/** @param folder where the peers may write */
export function openPeers(folder: string, note: (words: string) => void): Peer[] {
  return Object.entries(PEERS).flatMap(([name, open]) => {
    note(`${name}: looking for it`);
    try {
      return [open(folder)];
    } catch (error) {
      console.error(`${name} is left out: ${error instanceof Error ? error.message : error}`);
      return [];
    }
  });
}
