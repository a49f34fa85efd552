/** Markdown's inline content, as what is added to a paragraph. */
import type { ContentImage, Inline } from '../../content/edition.ts';
import { plainText } from '../../content/plain-text.ts';
import type { InlinePicture, InlinePlace } from '../builders/inline-content.ts';
import type { InlineContent, SpanBuilder } from '../builders/spans.ts';

export function inlines(children: readonly Inline[]): InlineContent {
  return (spans, place) => {
    for (const inline of children) addInline(spans, inline, place);
  };
}

/** What a picture says: one that only decorates says nothing. */
export function sayingOf({ alt, decorative }: ContentImage): string {
  return decorative ? '' : alt;
}

function pictureOf({ image, span }: Extract<Inline, { type: 'image' }>): InlinePicture {
  const { path, width, attributes } = image;
  const { id } = attributes;
  return { path, alt: sayingOf(image), span, ...(width !== undefined && { width }), ...(id && { id }) };
}

function addInline(spans: SpanBuilder, inline: Inline, place: InlinePlace): void {
  switch (inline.type) {
    case 'text':
      spans.text(inline.text, place, inline.span);
      return;
    case 'emphasis':
      spans.stressed('Em', place, inlines(inline.children));
      return;
    case 'strong':
      spans.stressed('Strong', place, inlines(inline.children));
      return;
    case 'deleted':
      inlines(inline.children)(spans, { ...place, scope: { ...place.scope, strike: true } });
      return;
    case 'code':
      spans.code(inline.text, place, inline.span);
      return;
    case 'link': {
      const contents = inline.title ?? plainText(inline.children);
      spans.link(inline.url, contents, place, inlines(inline.children));
      return;
    }
    case 'image':
      spans.picture(pictureOf(inline), place);
      return;
    case 'break':
      spans.lineBreak(place, inline.span);
      return;
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
      };
      spans.phrase(phrase, place, inlines(inline.children));
      return;
    }
  }
}
