/** Markdown's inline content, as what is added to a paragraph. */
import type { ContentImage, Inline } from '../../content/edition.ts';
import { pictureLines } from '../../content/picture-rows.ts';
import { plainText } from '../../content/plain-text.ts';
import type { InlinePicture, InlinePlace } from '../builders/inline-content.ts';
import type { InlineContent, SpanBuilder } from '../builders/spans.ts';

/** The content of a whole paragraph, heading, cell or term. */
export function inlines(children: readonly Inline[]): InlineContent {
  const alone = pictureLines(children);
  if (alone.size === 0) return phrasing(children, alone);
  return (spans, place) => {
    let line: number | undefined;
    for (const inline of children) {
      const here = inline.span.line;
      // A picture on a line of its own is on one in print too.
      if (line !== undefined && here !== undefined && here !== line && (alone.has(line) || alone.has(here)))
        spans.lineBreak(place, inline.span);
      line = here ?? line;
      addInline(spans, inline, place, alone);
    }
  };
}

/** Content inside that; `alone` are the lines of the source that hold pictures and no words. */
function phrasing(children: readonly Inline[], alone: ReadonlySet<number>): InlineContent {
  return (spans, place) => {
    for (const inline of children) addInline(spans, inline, place, alone);
  };
}

/** What a picture says: one that only decorates says nothing. */
export function sayingOf({ alt, decorative }: ContentImage): string {
  return decorative ? '' : alt;
}

function pictureOf(
  { image, span }: Extract<Inline, { type: 'image' }>,
  alone: ReadonlySet<number>,
): InlinePicture {
  const { path, width, attributes } = image;
  const { id } = attributes;
  return {
    path,
    alt: sayingOf(image),
    span,
    amongWords: span.line === undefined || !alone.has(span.line),
    ...(width !== undefined && { width }),
    ...(id && { id }),
  };
}

function addInline(spans: SpanBuilder, inline: Inline, place: InlinePlace, alone: ReadonlySet<number>): void {
  switch (inline.type) {
    case 'text':
      spans.text(inline.text, place, inline.span);
      return;
    case 'emphasis':
      spans.stressed('Em', place, phrasing(inline.children, alone));
      return;
    case 'strong':
      spans.stressed('Strong', place, phrasing(inline.children, alone));
      return;
    case 'deleted':
      phrasing(inline.children, alone)(spans, { ...place, scope: { ...place.scope, strike: true } });
      return;
    case 'code':
      spans.code(inline.text, place, inline.span);
      return;
    case 'link': {
      const contents = inline.title ?? plainText(inline.children);
      spans.link(inline.url, contents, place, phrasing(inline.children, alone));
      return;
    }
    case 'image':
      spans.picture(pictureOf(inline, alone), place);
      return;
    case 'break':
      spans.lineBreak(place, inline.span);
      return;
    case 'merge-field': {
      const written = `{{${inline.name}}}`;
      const { report } = place.scope.environment;
      report.warning(
        'merge-unfilled',
        inline.span,
        `${written} is printed as it stands, since the letter is to nobody`,
      );
      spans.text(written, place, inline.span);
      return;
    }
    case 'footnote-reference':
      spans.noteCall(inline.index, place, inline.span);
      return;
    case 'span': {
      const { id, style, lang, dir } = inline.attributes;
      const phrase = {
        span: inline.span,
        ...(id && { id }),
        ...(style && { styles: style }),
        ...(lang && { lang }),
        ...(dir && { dir }),
        ...(inline.isolated && { isolated: true }),
      };
      spans.phrase(phrase, place, phrasing(inline.children, alone));
      return;
    }
  }
}
