/**
 * Pictures as composition knows them: data that somebody else has read. Which files a document wants is said here, from
 * its text and its template, so that they can be read before it is composed.
 */
import type { Edition } from '../content/edition.ts';
import { inlinesIn, withInner } from '../content/walk.ts';
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Drawing } from '../document/drawing.ts';
import type { Language } from '../language/language.ts';
import type { MarkupElement, MarkupNode, MarkupTree } from '../template/markup/markup-tree.ts';

export type Picture =
  | { readonly type: 'bitmap'; readonly id: string; readonly width: number; readonly height: number }
  | { readonly type: 'drawing'; readonly drawing: Drawing };

/** Pictures by the path they are named by. One that could not be read is not there: it was reported when it was read. */
export type PictureTable = ReadonlyMap<string, Picture>;

/** A picture as a node holds it. */
export type PictureContent =
  | { readonly image: string; readonly pixels: readonly [width: number, height: number] }
  | { readonly drawing: Drawing; readonly language: Language };

/** The picture at a path, in text of that language; undefined when it could not be read. */
export function pictureContent(
  pictures: PictureTable,
  path: string,
  language: Language,
): PictureContent | undefined {
  const picture = pictures.get(path);
  if (!picture) return undefined;
  if (picture.type === 'drawing') return { drawing: picture.drawing, language };
  return { image: picture.id, pixels: [picture.width, picture.height] };
}

export interface WantedPicture {
  readonly path: string;
  readonly span: SourceSpan;
}

export interface LogoFiles {
  readonly src: string;
  readonly reversed: string;
}

/** The picture files that a document prints, each path once, with the first place that wants it. */
export function wantedPictures(
  markup: MarkupTree,
  edition: Edition,
  logo: LogoFiles | undefined,
): readonly WantedPicture[] {
  const wanted = new Map<string, SourceSpan>();
  const want = (path: string, span: SourceSpan) => {
    if (!wanted.has(path)) wanted.set(path, span);
  };
  const wantInlines = (inlines: Iterable<Parameters<typeof withInner>[0][number]>) => {
    for (const inline of inlines) if (inline.type === 'image') want(inline.image.path, inline.span);
  };
  for (const node of nodesIn(markup.root)) {
    if (node.type === 'inline') wantInlines(withInner(node.children));
    else if (node.type === 'blocks') wantInlines(inlinesIn(blocksOf(edition)));
    else if (node.type === 'element') {
      if (node.name === 'image' || node.name === 'svg') want(node.attributes.src, node.span);
      if (node.name === 'logo' && logo)
        want(node.attributes.variant === 'reversed' ? logo.reversed : logo.src, node.span);
    }
  }
  return [...wanted].map(([path, span]) => ({ path, span }));
}

function blocksOf({ body, footnotes }: Edition): Edition['body'] {
  return [...body, ...footnotes.flatMap(({ children }) => children)];
}

function* nodesIn(element: MarkupElement): Generator<MarkupNode> {
  yield element;
  for (const child of element.children)
    if (child.type === 'element') yield* nodesIn(child);
    else yield child;
}
