/** The lines of a PDF as they are seen: what stands on one height, from left to right, whatever its direction. */
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';

/** Lines closer than this stand on one height, pt: calls of notes are raised. */
const NEAR = 4;

/**
 * All lines, from the first page and its top on. Words from left to right are in the order of their letters; of others only their
 * place tells.
 */
export async function visualLines(pdf: Uint8Array): Promise<string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const lines: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const words = items.filter((item): item is TextItem => 'str' in item && item.str.trim() !== '');
    const heights: { y: number; words: TextItem[] }[] = [];
    for (const word of words) {
      const y = word.transform[5] as number;
      const line = heights.find((height) => Math.abs(height.y - y) < NEAR);
      if (line) line.words.push(word);
      else heights.push({ y, words: [word] });
    }
    heights.sort((a, b) => b.y - a.y);
    for (const line of heights)
      lines.push(
        line.words
          .sort((a, b) => a.transform[4] - b.transform[4])
          .map(({ str }) => str)
          .join(' ')
          .replaceAll('\u200f', ''),
      );
  }
  await document.destroy();
  return lines;
}
