/**
 * Reads SVG files: from bytes to a drawing that only has places and colours left in it. Whatever is not understood is told at
 * its line, and nothing but pictures of the project is read for it.
 */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Drawing } from '../document/drawing.ts';
import { multiply, scaling } from '../document/matrix.ts';
import type { Box } from '../document/path.ts';
import { Cascade, INITIAL_STYLE } from './cascade.ts';
import { checkElements } from './check-elements.ts';
import { SvgDrawer } from './draw.ts';
import { elementsIn, type SvgElement } from './element.ts';
import { readLength } from './numbers.ts';
import { parseXml } from './parse-xml.ts';
import { type FindBitmap, StopReading, SvgReader } from './reader.ts';
import { StyleSheet } from './stylesheet.ts';
import { fit, viewBoxOf } from './viewport.ts';

/** The longer side of a drawing's own space. */
const UNITS = 1000;
/** CSS pixels, of which 96 make an inch. */
const POINTS_IN_PIXEL = 0.75;
/** What browsers give a drawing that says nothing of its size. */
const DEFAULT_SIZE = [300, 150] as const;

export interface SvgFile {
  /** As diagnostics print it. */
  readonly path: string;
  /** As `decodeSvg` gives it. */
  readonly text: string;
}

/** The drawing in an SVG file; undefined when something in it must not be left out, which is in the report. */
export function parseDrawing(
  { path, text }: SvgFile,
  report: Report,
  findBitmap: FindBitmap,
): Drawing | undefined {
  const own = report.child();
  const reader = new SvgReader(path, text, own, findBitmap);
  try {
    const root = parseXml(text, reader);
    checkElements(root, reader);
    const drawing = drawRoot(root, reader);
    return own.hasErrors ? undefined : drawing;
  } catch (error) {
    if (error instanceof StopReading) return undefined;
    throw error;
  }
}

function drawRoot(root: SvgElement, reader: SvgReader): Drawing | undefined {
  const viewBox = viewBoxOf(root, reader);
  const [width, height] = naturalSize(root, viewBox, reader);
  if (!(width > 0 && height > 0)) {
    reader.error(
      'svg-value',
      root.at,
      4,
      'the drawing has no size',
      'give <svg> a viewBox, or a width and a height',
    );
    return undefined;
  }
  const unit = UNITS / Math.max(width, height);
  const space = [width * unit, height * unit] as const;
  const shown: Box = viewBox ?? [0, 0, width, height];
  const matrix = multiply(scaling(unit), fit(shown, [0, 0, width, height], root).matrix);
  const cascade = new Cascade(new StyleSheet(root, reader), reader);
  const drawer = new SvgDrawer(reader, cascade, idsIn(root), unit);
  const viewport = [shown[2], shown[3]] as const;
  const style = cascade.styleOf(root, INITIAL_STYLE, viewport);
  const marks = drawer.drawRoot(root, { style, matrix, viewport, referring: new Set([root]) });
  return {
    width: width * POINTS_IN_PIXEL,
    height: height * POINTS_IN_PIXEL,
    space,
    stretches: /^\s*none\b/.test(root.attributes.get('preserveAspectRatio')?.value ?? ''),
    marks,
    links: drawer.links,
  };
}

/** Width and height in CSS pixels: as told, in the proportions of the view box where one is not told. */
function naturalSize(
  root: SvgElement,
  viewBox: Box | undefined,
  reader: SvgReader,
): readonly [number, number] {
  const told = (name: 'width' | 'height') => {
    const attribute = root.attributes.get(name);
    // A share of a page that is not there.
    if (!attribute || /%\s*$|^\s*auto\s*$/.test(attribute.value)) return undefined;
    const value = readLength(attribute.value, { fontSize: 16, viewport: [0, 0] }, 'other');
    if (value === undefined || value < 0) {
      reader.badValue(name, attribute.value, attribute.at, 'it is a length such as 120, 120px or 40mm');
      return undefined;
    }
    return value;
  };
  const width = told('width');
  const height = told('height');
  if (!viewBox) return [width ?? DEFAULT_SIZE[0], height ?? DEFAULT_SIZE[1]];
  const ratio = viewBox[3] / viewBox[2];
  return [
    width ?? (height === undefined ? viewBox[2] : height / ratio),
    height ?? (width ?? viewBox[2]) * ratio,
  ];
}

/** Elements by their id; the first counts where two have the same. */
function idsIn(root: SvgElement): ReadonlyMap<string, SvgElement> {
  const ids = new Map<string, SvgElement>();
  const visit = (element: SvgElement): void => {
    const id = element.attributes.get('id')?.value;
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
    for (const child of elementsIn(element)) visit(child);
  };
  visit(root);
  return ids;
}
