/**
 * What of SVG is printed: elements and attributes by name. What is in none of these lists is told at its line. The properties
 * of styles are in ./properties.ts.
 */

/** Elements that are drawn, or that others are drawn with. */
export const DRAWN: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'a', 'switch', 'use', 'symbol', 'defs'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image', 'text', 'tspan'],
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'marker', 'style'],
]);

/** Elements that say something about the drawing and draw nothing; nor does what is in them. */
export const SILENT: ReadonlySet<string> = new Set([
  ...['title', 'desc', 'metadata', 'view', 'cursor', 'color-profile', 'font', 'font-face', 'hatch'],
  // Effects are told where they are used.
  ...['filter', 'solidcolor', 'linearGradientStop', 'meshgradient'],
]);

/** Elements whose loss is told as a warning: the rest of the drawing is as it was. */
export const LOST_EFFECTS: Readonly<Record<string, string>> = {
  animate: 'paper does not move; the drawing is printed as it begins',
  animateMotion: 'paper does not move; the drawing is printed as it begins',
  animateTransform: 'paper does not move; the drawing is printed as it begins',
  animateColor: 'paper does not move; the drawing is printed as it begins',
  set: 'paper does not move; the drawing is printed as it begins',
};

/** Elements that are refused, with what to do instead. */
export const REFUSED: Readonly<Record<string, string>> = {
  script: 'take it out; nothing is run when a document is printed',
  handler: 'take it out; nothing is run when a document is printed',
  foreignObject: 'save the text as SVG text or as paths; web pages inside a drawing are not printed',
  textPath: 'turn the text into paths (in Inkscape: Path, Object to Path), or save the drawing as PNG',
  tref: 'write the text where it is to stand',
  altGlyph: 'write the text as letters, or turn it into paths',
  flowRoot: 'turn the text into paths in Inkscape: Path, Object to Path',
  video: 'put a picture in its place',
  audio: 'take it out; paper is silent',
  iframe: 'put a picture in its place',
  canvas: 'put a picture in its place',
};

const GEOMETRY = ['x', 'y', 'width', 'height', 'transform'];
const GRADIENT = ['gradientUnits', 'gradientTransform', 'spreadMethod', 'href'];

/** Attributes of each element that are read, besides those of every element. */
export const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  svg: ['x', 'y', 'width', 'height', 'viewBox', 'preserveAspectRatio', 'transform'],
  g: ['transform'],
  a: ['transform', 'href'],
  switch: ['transform'],
  defs: ['transform'],
  symbol: ['x', 'y', 'width', 'height', 'viewBox', 'preserveAspectRatio', 'refX', 'refY', 'transform'],
  use: [...GEOMETRY, 'href'],
  path: ['d', 'pathLength', 'transform'],
  rect: [...GEOMETRY, 'rx', 'ry', 'pathLength'],
  circle: ['cx', 'cy', 'r', 'pathLength', 'transform'],
  ellipse: ['cx', 'cy', 'rx', 'ry', 'pathLength', 'transform'],
  line: ['x1', 'y1', 'x2', 'y2', 'pathLength', 'transform'],
  polyline: ['points', 'pathLength', 'transform'],
  polygon: ['points', 'pathLength', 'transform'],
  image: [...GEOMETRY, 'href', 'preserveAspectRatio', 'crossorigin', 'decoding'],
  text: ['x', 'y', 'dx', 'dy', 'rotate', 'textLength', 'lengthAdjust', 'transform'],
  tspan: ['x', 'y', 'dx', 'dy', 'rotate', 'textLength', 'lengthAdjust'],
  linearGradient: ['x1', 'y1', 'x2', 'y2', ...GRADIENT],
  radialGradient: ['cx', 'cy', 'r', 'fx', 'fy', 'fr', ...GRADIENT],
  stop: ['offset'],
  pattern: [
    ...['x', 'y', 'width', 'height', 'viewBox', 'preserveAspectRatio', 'href'],
    ...['patternUnits', 'patternContentUnits', 'patternTransform'],
  ],
  clipPath: ['clipPathUnits', 'transform'],
  mask: ['x', 'y', 'width', 'height', 'maskUnits', 'maskContentUnits', 'mask-type'],
  marker: [
    'viewBox',
    'preserveAspectRatio',
    'refX',
    'refY',
    'markerWidth',
    'markerHeight',
    'markerUnits',
    'orient',
  ],
  style: ['type', 'media', 'title'],
};

/** Attributes that any element may have and that change nothing on paper. */
export const HARMLESS: ReadonlySet<string> = new Set([
  ...[
    'id',
    'class',
    'style',
    'lang',
    'xml:lang',
    'xml:space',
    'xml:base',
    'xml:id',
    'role',
    'tabindex',
    'focusable',
  ],
  ...[
    'version',
    'baseProfile',
    'contentScriptType',
    'contentStyleType',
    'zoomAndPan',
    'enable-background',
    'slot',
  ],
  ...[
    'requiredFeatures',
    'requiredExtensions',
    'systemLanguage',
    'externalResourcesRequired',
    'nonce',
    'part',
  ],
  ...['target', 'rel', 'download', 'type', 'title', 'show', 'actuate', 'arcrole', 'name', 'hreflang', 'ping'],
]);

/** `data-…`, `aria-…` and the like, which belong to web pages. */
export function isHarmless(name: string): boolean {
  return HARMLESS.has(name) || /^(data|aria|xmlns|xml|v|ng|sketch)[-:]/.test(name);
}
