/** The words of a block that are in the language of the text: no code, no address, nothing that is marked as another language. */
import type { Inline } from '../../content/edition.ts';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { TextBlock } from '../blocks.ts';

export interface Prose {
  readonly text: string;
  readonly span: SourceSpan;
  /** The span is that of the name of a plain field, and not of the text. */
  readonly named?: true;
}

/** Stretches of text, each on one line of its file. */
export function proseOf({ inlines, text, span, kind, lang }: TextBlock): readonly Prose[] {
  if (kind === 'code' || lang !== undefined) return [];
  // Plain fields of the front matter.
  if (inlines.length === 0) return [{ text, span, named: true }];
  return [...proseIn(inlines)];
}

function* proseIn(inlines: readonly Inline[]): Generator<Prose> {
  for (const inline of inlines) {
    if (inline.type === 'text') yield inline;
    else if (inline.type === 'link' && isAddress(inline.children, inline.url)) continue;
    else if (inline.type === 'span' && inline.attributes.lang !== undefined) continue;
    else if ('children' in inline) yield* proseIn(inline.children);
  }
}

/** Whether a link shows where it leads. */
function isAddress([only, ...more]: readonly Inline[], url: string): boolean {
  return more.length === 0 && only?.type === 'text' && url.includes(only.text.trim());
}

/** The place of a stretch of `prose`. */
export function spanIn({ span, named }: Prose, start: number, length: number): SourceSpan {
  const { file, line, column } = span;
  return named || line === undefined || column === undefined
    ? span
    : { file, line, column: column + start, length };
}
