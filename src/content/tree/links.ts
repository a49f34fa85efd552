/** Links: they say something, and lead to a safe address or to a place in the document. */

import type { Token } from 'markdown-it';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import { isSafeUrl, tidyUrl, URL_SCHEMES, wholeUrl } from '../../document/safe-url.ts';
import type { PositionMap } from '../../files/position-map.ts';
import type { Inline } from '../edition.ts';
import type { TreeContext } from './context.ts';
import { reportMergeInAddress } from './merge-marks.ts';

/** A link whose text is its address: `<https://…>` or a bare `https://…`. */
export function autolink(
  open: Token,
  close: Token,
  content: string,
  map: PositionMap,
  context: TreeContext,
): Inline {
  const brackets = open.markup === 'autolink' ? 1 : 0;
  const start = open.map?.[0] ?? 0;
  const end = close.map?.[1] ?? start;
  const text = content.slice(start + brackets, end - brackets);
  const span = map.span(start, end);
  const child: Inline = { type: 'text', text, span: map.span(start + brackets, end - brackets) };
  return closeLink(open, [child], span, context);
}

/** A link with its children; reports `link-empty` and `link-unsafe`. */
export function closeLink(
  open: Token,
  children: readonly Inline[],
  span: SourceSpan,
  context: TreeContext,
): Inline {
  const { report } = context;
  const url = tidyUrl(String(open.attrGet('href') ?? ''));
  const title = String(open.attrGet('title') ?? '');
  if (!children.some(saysSomething)) {
    report.error('link-empty', span, 'the link has no text', {
      hint: 'write where it leads between the brackets',
    });
  }
  const id = url.startsWith('#') ? decodeId(url.slice(1)) : undefined;
  if (id) context.anchors.link(id, span);
  else if (!reportMergeInAddress(url, span, context) && !isSafeUrl(url)) reportUnsafe(url, span, context);
  return { type: 'link', url: id ? `#${id}` : url, ...(title && { title }), children, span };
}

function reportUnsafe(url: string, span: SourceSpan, { report }: TreeContext): void {
  const shown = url.length > 80 ? `${url.slice(0, 79)}…` : url;
  const meant = wholeUrl(decodeId(url));
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(url)?.[1]?.toLowerCase();
  if (url === '' || url === '#') {
    report.error('link-unsafe', span, 'the link leads nowhere', { hint: 'write [text](https://…)' });
  } else if (scheme === undefined) {
    report.error('link-unsafe', span, `“${shown}” is not a whole address`, {
      hint: meant
        ? `write ${meant}`
        : 'a PDF stands alone: write https://… or, for a heading of this file, #id',
    });
  } else if (URL_SCHEMES.includes(scheme)) {
    report.error('link-unsafe', span, `“${shown}” is no address`, { hint: 'check it in a browser' });
  } else {
    report.error('link-unsafe', span, `links to ${scheme} are not allowed`, {
      hint: 'use http, https, mailto or tel',
    });
  }
}

function saysSomething(node: Inline): boolean {
  switch (node.type) {
    case 'text':
    case 'code':
      return node.text.trim() !== '';
    case 'image':
      return node.image.alt !== '';
    case 'merge-field':
      return true;
    case 'break':
    case 'footnote-reference':
      return false;
    default:
      return node.children.some(saysSomething);
  }
}

function decodeId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
