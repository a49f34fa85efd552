/** Pictures for PDFs: look at one, make it ready, write it, draw it. */
export { embedImage, type ImageBox, imageOperators } from './embed.ts';
export type { Orientation } from './exif.ts';
export { type ImageFault, ImageFormatError } from './image-format-error.ts';
export { type ImageFacts, inspectImage } from './inspect.ts';
export { prepareImage } from './prepare.ts';
export type { IndexedColorSpace, PreparedImage, SampleStream } from './prepared.ts';
export type { PixelLimits } from './print-size.ts';
