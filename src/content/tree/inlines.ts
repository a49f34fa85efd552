/**
 * Builds the inline tree of a paragraph, heading, cell or front matter field from markdown-it's tokens. Every
 * text node stands on one line of the source, and its characters there one by one.
 */

import type { Token } from 'markdown-it';
import type { PositionMap } from '../../files/position-map.ts';
import type { Attributes, Inline } from '../edition.ts';
import { createEnv } from '../markdown/notes.ts';
import { markdownParser } from '../markdown/parser.ts';
import { reportSlips } from '../slips/report-slips.ts';
import { checkAttributes } from './checked-attributes.ts';
import type { TreeContext } from './context.ts';
import { checkImage, type WrittenImage } from './images.ts';
import { InlineFrame } from './inline-frame.ts';
import { applyAttributes, callFootnote, rawAttributes } from './inline-marks.ts';
import { autolink, closeLink } from './links.ts';
import { addMergeMark, reportMergeInAlt, reportOpenCondition } from './merge-marks.ts';
import { reportHtml } from './raw-html.ts';

export interface InlineContent {
  readonly children: readonly Inline[];
  /** Attributes after the text, which are those of the block around it. */
  readonly trailing?: TrailingAttributes;
}

export interface TrailingAttributes {
  readonly attributes: Attributes;
  /** Offset of the opening brace in the content. */
  readonly start: number;
  /** They are on a line of their own. */
  readonly ownLine: boolean;
}

/** Parses a string as inline Markdown, one of the front matter or a caption; `map` leads from `text` to the file. */
export function parseInline(text: string, map: PositionMap, context: TreeContext): readonly Inline[] {
  const env = createEnv(context.footnotes?.defined, context.mergeFields);
  const tokens = markdownParser().parseInline(text, env)[0]?.children ?? [];
  reportSlips(text, tokens, map, context.report);
  return wrapTrailing(buildInlines(tokens, text, map, context), text, map);
}

/** The content where there is no block to take trailing attributes: they apply to a span around all of it. */
export function wrapTrailing(content: InlineContent, text: string, map: PositionMap): readonly Inline[] {
  const { children, trailing } = content;
  if (!trailing) return children;
  return [{ type: 'span', attributes: trailing.attributes, children, span: map.span(0, text.length) }];
}

const CONTAINERS: Readonly<Record<string, InlineFrame['kind']>> = {
  em: 'emphasis',
  strong: 'strong',
  s: 'deleted',
  link: 'link',
  span: 'span',
};

/**
 * @param tokens the children of an inline token
 * @param content what the token was parsed from, which `map` leads from to the file
 */
export function buildInlines(
  tokens: readonly Token[],
  content: string,
  map: PositionMap,
  context: TreeContext,
): InlineContent {
  const stack = [new InlineFrame('root', undefined, 0)];
  const openTags = new Set<string>();
  let trailing: TrailingAttributes | undefined;

  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const [start, end] = token.map ?? [0, 0];
    const frame = stack.at(-1)!;
    switch (token.type) {
      case 'text':
        frame.text(token.content, start, map);
        break;
      case 'text_special':
        // Of `\*` the star is what is printed; an entity is one character that takes several.
        if (token.info === 'escape') frame.text(token.content, end - token.content.length, map);
        // One for a tab or a line end is white space, not structure.
        else {
          const text = token.content.replace(/^[\t\n\f\r]$/, ' ');
          frame.add({ type: 'text', text, span: map.span(start, end) }, end, map);
        }
        break;
      case 'softbreak':
        frame.softBreak(start, map);
        break;
      case 'hardbreak':
        frame.add({ type: 'break', span: map.span(start, start + 1) }, end, map);
        break;
      case 'code_inline':
        frame.add({ type: 'code', text: token.content, span: map.span(start, end) }, end, map);
        break;
      case 'html_inline':
        reportHtml(token.content, map, start, openTags, context);
        break;
      case 'image': {
        const next = tokens[index + 1];
        const raw = next?.type === 'attributes' && next.map?.[0] === end ? next : undefined;
        if (raw) index++;
        const span = map.span(start, end);
        reportMergeInAlt(token, span, context);
        const read = checkAttributes(rawAttributes(raw), map, raw?.map?.[0] ?? end, context, 'image');
        const image = checkImage(
          {
            src: decode(String(token.attrGet('src') ?? '')),
            alt: plainText(token.children ?? []).trim(),
            ...captionOf(token, content, map, context),
            span,
            ...read,
          },
          context,
        );
        frame.add({ type: 'image', image, span }, raw?.map?.[1] ?? end, map);
        break;
      }
      case 'footnote_ref':
      case 'footnote_unknown':
        callFootnote(token, frame, map, context);
        break;
      case 'merge':
        addMergeMark(token, stack, { content, map, context });
        break;
      case 'attributes': {
        const applied = applyAttributes(token, frame, map, context);
        if (applied) break;
        const before = content[start - 1];
        const last = index === tokens.length - 1 && stack.length === 1;
        if (last && (start === 0 || before === ' ' || before === '\n')) {
          frame.trimEnd();
          const on = start === 0 ? 'block' : 'text';
          const { attributes } = checkAttributes(rawAttributes(token), map, start, context, on);
          trailing = { attributes, start, ownLine: before === '\n' };
        } else {
          context.report.error(
            'attribute-invalid',
            map.span(start, end),
            'these attributes apply to nothing',
            {
              hint: 'put them right after **…**, […], a link or an image, or at the end of the block; for a literal brace write \\{',
            },
          );
        }
        break;
      }
      default: {
        if (token.info === 'auto' && token.nesting === 1) {
          const close = tokens[index + 2];
          frame.add(autolink(token, close ?? token, content, map, context), close?.map?.[1] ?? end, map);
          index += 2;
          break;
        }
        const kind = CONTAINERS[token.type.replace(/_(open|close)$/, '')];
        if (kind === undefined) break;
        if (token.nesting === 1) stack.push(openFrame(kind, token, stack));
        else closeFrame(kind, token, stack, map, context);
      }
    }
  }
  while (stack.length > 1) {
    if (stack.at(-1)!.kind === 'condition') reportOpenCondition(stack.at(-1)!, { map, context });
    closeFrame(stack.at(-1)!.kind, undefined, stack, map, context);
  }
  const children = stack[0]!.finish(map);
  return trailing ? { children, trailing } : { children };
}

function openFrame(kind: InlineFrame['kind'], token: Token, stack: readonly InlineFrame[]): InlineFrame {
  // `**` is pushed as two tokens of which the second becomes the opening one; `[` is before the label.
  const start = (token.map?.[0] ?? 0) - (kind === 'strong' || kind === 'link' || kind === 'span' ? 1 : 0);
  const frame = new InlineFrame(kind, token, start);
  // Strong inside strong is strong: this also keeps thousands of stars from nesting as deep as they please.
  frame.transparent =
    (kind === 'emphasis' || kind === 'strong' || kind === 'deleted') && stack.some((f) => f.kind === kind);
  return frame;
}

function closeFrame(
  kind: InlineFrame['kind'],
  token: Token | undefined,
  stack: InlineFrame[],
  map: PositionMap,
  context: TreeContext,
): void {
  const frame = stack.at(-1)!;
  if (frame.kind === 'condition' && kind !== 'condition') reportOpenCondition(frame, { map, context });
  if (frame.kind !== kind || stack.length === 1) return;
  stack.pop();
  const parent = stack.at(-1)!;
  const start = token?.map?.[0] ?? frame.start;
  const end = kind === 'strong' ? start + 2 : (token?.map?.[1] ?? start);
  const children = frame.finish(map);
  const span = map.span(frame.start, end);
  if (frame.transparent) for (const child of children) parent.add(child, end, map);
  else if (kind === 'link') parent.add(closeLink(frame.token!, children, span, context), end, map);
  else if (kind === 'span') parent.add({ type: 'span', attributes: {}, children, span }, end, map);
  else if (kind === 'condition') for (const child of children) parent.add(child, end, map);
  else if (kind !== 'root') parent.add({ type: kind, children, span }, end, map);
}

/**
 * The title of a picture, which is its caption: Markdown as the caption in the front matter is. markdown-it has taken it
 * for plain text; it is found again, with its escapes, in what it was parsed from.
 */
function captionOf(
  token: Token,
  content: string,
  map: PositionMap,
  context: TreeContext,
): Pick<WrittenImage, 'title' | 'caption'> {
  const title = String(token.attrGet('title') ?? '');
  if (title === '') return {};
  const [start, end] = token.map ?? [0, 0];
  const written = /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))\s*\)$/s.exec(
    content.slice(start, end),
  );
  // That of `![…][name]` stands elsewhere.
  if (!written) return { title, caption: [{ type: 'text', text: title, span: map.span(start, start + 1) }] };
  const from = start + written.index + 1;
  const text = content.slice(from, from + written[1]!.length - 2);
  return { title, caption: parseInline(text, map.from(from), context) };
}

/** What tokens say without their markup: the alternative text of an image. */
function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'image') return plainText(token.children ?? []);
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      return token.type === 'html_inline' ? '' : token.content;
    })
    .join('');
}

/** markdown-it encodes addresses for the web; files have names. */
function decode(src: string): string {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
}
