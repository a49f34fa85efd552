/** Pictures inside drawings: files of the project, or bytes in the drawing itself; never anything else. */
import { posix } from 'node:path';
import type { Mark } from '../document/drawing.ts';
import { multiply } from '../document/matrix.ts';
import type { Box } from '../document/path.ts';
import type { SvgElement } from './element.ts';
import type { BitmapFacts } from './reader.ts';
import {
  boxMatrix,
  type Drawn,
  lengthOf,
  NOTHING,
  type SvgContext,
  type SvgScope,
  shorten,
  sizeOf,
} from './scope.ts';
import { clipped, fit } from './viewport.ts';

export function drawBitmap(context: SvgContext, element: SvgElement, scope: SvgScope): Drawn {
  const facts = findBitmap(context, element);
  if (!facts) return NOTHING;
  const x = lengthOf(context, element, 'x', 'x', scope) ?? 0;
  const y = lengthOf(context, element, 'y', 'y', scope) ?? 0;
  const toldWidth = sizeOf(context, element, 'width', 'x', scope);
  const toldHeight = sizeOf(context, element, 'height', 'y', scope);
  const width =
    toldWidth ?? (toldHeight === undefined ? facts.width : (toldHeight * facts.width) / facts.height);
  const height = toldHeight ?? (width * facts.height) / facts.width;
  if (width === 0 || height === 0) return NOTHING;
  const place: Box = [x, y, width, height];
  const picture: Box = [0, 0, facts.width, facts.height];
  const { matrix, overflows } = fit(picture, place, element);
  const mark: Mark = {
    type: 'bitmap',
    id: facts.id,
    matrix: multiply(multiply(scope.matrix, matrix), boxMatrix(picture)),
    opacity: 1,
  };
  if (!overflows) return { marks: [mark], box: place };
  return { marks: [clipped([mark], place, scope.matrix)], box: place };
}

function findBitmap({ reader }: SvgContext, element: SvgElement): BitmapFacts | undefined {
  const href = element.attributes.get('href');
  const value = href?.value.trim() ?? '';
  if (!href || value === '') {
    reader.warn('svg-element', element.at, 6, '<image> names no picture');
    return undefined;
  }
  const span = reader.span(href.at, 'href'.length);
  if (!/^data:/i.test(value)) {
    const path = unescaped(value);
    // As the file's own folder is where it looks from, except when the path is no path of the project anyhow.
    const isPlain = !/^([a-z][a-z0-9+.-]*:|[\\/])/i.test(path);
    return reader.findBitmap(isPlain ? posix.join(posix.dirname(reader.file), path) : path, span);
  }
  const match = /^data:\s*image\/(png|jpe?g)\s*(?:;[^,;]*)*;\s*base64\s*,([\s\S]*)$/i.exec(value);
  if (match) return reader.findBitmap(Buffer.from(match[2]!, 'base64'), span);
  const kind = /^data:([^,;]*)/i.exec(value)?.[1] ?? '';
  reader.error(
    'image-corrupt',
    href.at,
    4,
    `the picture inside the drawing is "${shorten(kind)}"; a PNG or JPEG in base64 is wanted`,
    'put a PNG or JPEG in its place',
  );
  return undefined;
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
