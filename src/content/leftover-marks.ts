/** A text that says it is in one language and is written in another: a translator wrote over it and left its mark. */
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { findLanguage } from '../language/language.ts';
import { scriptOf, writingSystem } from '../language/script.ts';
import type { Block, Inline } from './edition.ts';
import { plainText } from './plain-text.ts';
import { blocksIn, inlinesIn, withInner } from './walk.ts';

/** Warns of each text marked `{lang=…}` that has letters, and none of that language's script. */
export function reportLeftoverMarks(
  body: readonly Block[],
  fields: Iterable<readonly Inline[]>,
  report: Report,
): void {
  for (const block of blocksIn(body)) {
    if ((block.type === 'paragraph' || block.type === 'heading') && block.attributes.lang !== undefined)
      check(block.attributes.lang, block.children, block.span, report);
  }
  const inlines = [...inlinesIn(body), ...[...fields].flatMap((field) => [...withInner(field)])];
  for (const inline of inlines)
    if (inline.type === 'span' && inline.attributes.lang !== undefined)
      check(inline.attributes.lang, inline.children, inline.span, report);
}

function check(lang: string, children: readonly Inline[], span: SourceSpan, report: Report): void {
  const language = findLanguage(lang);
  const letters = plainText(children).match(/\p{L}/gu) ?? [];
  if (!language || letters.length === 0) return;
  if (letters.some((letter) => writingSystem(scriptOf(letter.codePointAt(0)!), language) === language.script))
    return;
  report.warning(
    'attribute-invalid',
    span,
    `this text is marked as ${language.name}, and no letter of it is`,
    {
      hint: `take {lang=${lang}} away once the text is translated, or name the language it is in`,
    },
  );
}
