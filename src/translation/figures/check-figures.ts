/** Tells the figures of a translation that are not those of the original. */
import { withInner } from '../../content/walk.ts';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { Language } from '../../language/language.ts';
import type { Pair } from '../align.ts';
import type { TextBlock } from '../blocks.ts';
import { type Findings, placeOf } from '../findings.ts';
import { compareFigures } from './compare-figures.ts';
import type { Figure } from './figure.ts';

/** Words of a text that figures are looked for in, and where each of them stands. */
interface Words {
  readonly text: string;
  span(figure: Figure): SourceSpan;
}

export function checkFigures(
  pairs: readonly Pair[],
  languages: { readonly source: Language; readonly translation: Language },
  findings: Findings,
): void {
  if (!findings.wants('figures')) return;
  for (const { source, translation } of pairs) {
    if (source.length === 0 || translation.length === 0 || source[0]!.kind === 'code') continue;
    const [from, to] = [wordsOf(source), wordsOf(translation)];
    const { missing, added, percent } = compareFigures(
      { text: from.text, language: languages.source },
      { text: to.text, language: languages.translation },
    );
    for (const [index, figure] of added.entries()) {
      const instead = missing[index];
      const there = placeOf(instead ? from.span(instead) : source[0]!.span);
      const message = instead
        ? `“${figure.text}” here, and “${instead.text}” in the original (${there})`
        : `“${figure.text}” is no figure of the original (${there})`;
      findings.tell('figures', 'translation-figure', to.span(figure), message);
    }
    for (const figure of missing.slice(added.length)) {
      const message = `“${figure.text}” of the original is missing here (${placeOf(from.span(figure))})`;
      findings.tell('figures', 'translation-figure', translation[0]!.span, message);
    }
    for (const [one, other] of percent) {
      const message = `“${other.text}” here, and “${one.text}” in the original (${placeOf(from.span(one))})`;
      findings.tell('figures', 'translation-figure', to.span(other), message);
    }
  }
}

function wordsOf(blocks: readonly TextBlock[]): Words {
  /** A plain field has no place for its words: they are told at its name. */
  const parts: { readonly start: number; readonly span: SourceSpan; readonly exact: boolean }[] = [];
  let text = '';
  const put = (words: string, span: SourceSpan, exact = true): void => {
    parts.push({ start: text.length, span, exact });
    text += words;
  };
  for (const block of blocks) {
    if (text !== '') text += ' ';
    if (block.inlines.length === 0) put(block.text, block.span, false);
    for (const inline of withInner(block.inlines)) {
      if (inline.type === 'text') put(inline.text, inline.span);
      else if (inline.type === 'break') put(' ', inline.span);
      else if (inline.type === 'image') put(` ${inline.image.alt} `, inline.span);
      else if (inline.type === 'footnote-reference' || inline.type === 'merge-field') put(' ', inline.span);
    }
  }
  return {
    text,
    span: ({ start, text: written }) => {
      const part = parts.findLast((one) => one.start <= start) ?? parts[0]!;
      const { file, line, column } = part.span;
      if (!part.exact || line === undefined || column === undefined) return part.span;
      return { file, line, column: column + start - part.start, length: written.length };
    },
  };
}
