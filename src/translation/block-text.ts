/**
 * The text of a block in one line of Markdown, the same however its source is wrapped: what is hashed, compared word by word and
 * shown to a translator.
 */
import type { Condition, Footnote, Inline } from '../content/edition.ts';

/** `footnotes` name the notes that are called: a name stays where a number moves. */
export function blockText(inlines: readonly Inline[], footnotes: readonly Footnote[]): string {
  return oneLine(inlines.map((inline) => inlineText(inline, footnotes)).join(''));
}

/** Text with every run of white space as one space, none at its ends, in Unicode's composed form. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function inlineText(inline: Inline, footnotes: readonly Footnote[]): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'code':
      return `\`${inline.text}\``;
    case 'emphasis':
      return `*${inner(inline.children, footnotes)}*`;
    case 'strong':
      return `**${inner(inline.children, footnotes)}**`;
    case 'deleted':
      return `~~${inner(inline.children, footnotes)}~~`;
    case 'link': {
      const text = inner(inline.children, footnotes);
      return text === inline.url ? `<${inline.url}>` : `[${text}](${inline.url})`;
    }
    case 'image':
      return `![${inline.image.alt}](${inline.image.path})`;
    case 'footnote-reference':
      return `[^${footnotes[inline.index]?.label || inline.index + 1}]`;
    case 'break':
      return ' ';
    case 'span': {
      const words = inner(inline.children, footnotes);
      return inline.when ? `${openingOf(inline.when)}${words}${closingOf(inline.when)}` : words;
    }
    case 'merge-field':
      return `{{${inline.name}}}`;
  }
}

/** What a letter has before and behind a sentence that is not for all. */
export const openingOf = ({ field, filled }: Condition): string => (filled ? `{{#if ${field}}}` : '{{else}}');
export const closingOf = ({ alternative }: Condition): string => (alternative ? '' : '{{/if}}');

const inner = (inlines: readonly Inline[], footnotes: readonly Footnote[]): string =>
  inlines.map((inline) => inlineText(inline, footnotes)).join('');
