/** Warns of text that looks like Markdown, is none, and would be printed with its signs. */
import type { Token } from 'markdown-it';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { PositionMap } from '../../files/position-map.ts';
import { lineSlips } from './lines.ts';
import { literalText } from './literal-text.ts';
import { markSlips } from './marks.ts';

/**
 * Reports the slips of a text as `markdown-literal`.
 *
 * @param content what `tokens` were parsed from; `map` leads from it to the file
 * @param paragraph whether lists, headings or tables could stand here
 */
export function reportSlips(
  content: string,
  tokens: readonly Token[],
  map: PositionMap,
  report: Report,
  paragraph = false,
): void {
  const text = literalText(content, tokens);
  for (const { start, end, message, hint } of [...(paragraph ? lineSlips(text) : []), ...markSlips(text)])
    report.warning('markdown-literal', map.span(start, end), message, { hint });
}
