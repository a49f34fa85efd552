/** The words of inline content without their marks: for titles, bookmarks, alternative texts and plain fields. */
import type { Inline } from './edition.ts';

/** Text and code as they are; a line break is a space, a picture is what it says. */
export function plainText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    if (inline.type === 'text' || inline.type === 'code') text += inline.text;
    else if (inline.type === 'break') text += ' ';
    else if (inline.type === 'image') text += inline.image.alt;
    else if ('children' in inline) text += plainText(inline.children);
  }
  return text;
}
