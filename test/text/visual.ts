/** A line of text as it stands on the page, and the notation in which tests say how it should. */
import type { Direction } from '../../src/language/language.ts';
import { lineLevels, paragraphLevels, visualOrder } from '../../src/text/bidi/bidi.ts';
import type { IsolateRange } from '../../src/text/isolate/isolate.ts';
import { mirrored } from './marked-text.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The line as it stands on the page, from left to right, with mirrored brackets. */
export function visual(text: string, dir: Direction, explicit: readonly IsolateRange[] = []): string {
  return ordered(text, dir, paragraphLevels(text, dir, explicit));
}

/** The same for embedding levels that are already there. */
export function ordered(text: string, dir: Direction, paragraph: Uint8Array): string {
  const levels = lineLevels(text, paragraph, 0, text.length, dir);
  const clusters = [...graphemes.segment(text)];
  return visualOrder(clusters.map(({ index }) => levels[index]!))
    .map((k) => (levels[clusters[k]!.index]! & 1 ? mirrored(clusters[k]!.segment) : clusters[k]!.segment))
    .join('');
}

/** The runs of a line put together: those that start with `<` are turned round. */
export function laidOut(runs: string): string {
  return runs
    .split('|')
    .map((run) =>
      run.startsWith('<')
        ? [...graphemes.segment(run.slice(1))]
            .map(({ segment }) => mirrored(segment))
            .reverse()
            .join('')
        : run,
    )
    .join('');
}
