/** What stands in a paragraph of HTML, told in tags of PDF. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';
import { BREAK, inline, joined, type Outline, outline, type Piece } from './outline.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Titles of pictures, by their figures. */
const titles = new WeakMap<Outline, string>();

/** @param around tags that the nodes are in: strong words in strong words are only strong */
export function inlines(nodes: readonly HtmlNode[], around: readonly string[] = []): Piece[] {
  const pieces = nodes.flatMap((node): Piece[] => {
    if (defaultTreeAdapter.isTextNode(node)) {
      const text = node.value.replace(/[ \t\n]+/g, ' ');
      return around.includes('del') ? [inline('Deleted', [text])] : [text];
    }
    return defaultTreeAdapter.isElementNode(node) ? inlineElement(node, around) : [];
  });
  return joined(pieces).map((piece) =>
    typeof piece === 'string' ? piece.replaceAll(`${BREAK} `, BREAK) : piece,
  );
}

const TAGS: Readonly<Record<string, string>> = { em: 'Em', strong: 'Strong' };

function inlineElement(element: HtmlElement, around: readonly string[]): Piece[] {
  const { tagName, childNodes } = element;
  const inner = around.includes(tagName) ? around : [...around, tagName];
  switch (tagName) {
    case 'em':
    case 'strong': {
      const children = inlines(childNodes, inner);
      return inner === around ? children : [inline(TAGS[tagName]!, children)];
    }
    case 'code':
      return [inline('Code', [textOf(childNodes)])];
    case 'a': {
      const says = linkSays(
        attribute(element, 'href') ?? '',
        attribute(element, 'title') || textOf(childNodes),
      );
      return [inline('Link', inlines(childNodes, inner), says)];
    }
    case 'img': {
      const alt = attribute(element, 'alt');
      // Without words it is for show, and no part of what the document says.
      if (!alt) return [];
      const figure = outline('Figure', [], JSON.stringify(alt));
      const title = attribute(element, 'title');
      if (title) titles.set(figure, title);
      return [figure];
    }
    case 'br':
      return [BREAK];
    default:
      return inlines(childNodes, inner);
  }
}

/** What a Link says: where it leads, and the words of its annotation. */
export function linkSays(href: string, contents: string): string {
  return `${decoded(href)} ${JSON.stringify(contents.replace(/\s+/g, ' ').trim())}`;
}

function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

/** A figure that stands for itself has the title of its picture below it. */
export function withCaption(figure: Outline): Outline {
  const title = titles.get(figure);
  return title === undefined ? figure : outline('Figure', [outline('Caption', [title])], figure.says);
}

/** Its words; those of a picture are what it shows. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (defaultTreeAdapter.isTextNode(node)) return node.value;
      if (!defaultTreeAdapter.isElementNode(node)) return '';
      return node.tagName === 'img' ? (attribute(node, 'alt') ?? '') : textOf(node.childNodes);
    })
    .join('');
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}
