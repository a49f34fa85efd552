/** Elements of layout markup that draw: pictures, QR codes, lines and boxes. */
import { align, alt, fill, margin, picture } from './common-attributes.ts';
import type { ElementDefinition } from './element-definition.ts';

export const PICTURES = {
  image: {
    summary: 'A picture file of the project.',
    content: 'empty',
    attributes: {
      ...picture,
      src: { kind: 'string', summary: 'Path inside the project.', required: true },
      alt: { ...alt, required: true },
    },
  },
  svg: {
    summary: 'An SVG file of the project.',
    content: 'empty',
    attributes: {
      ...picture,
      src: { kind: 'string', summary: 'Path inside the project.', required: true },
      alt: { ...alt, required: true },
    },
  },
  logo: {
    summary: 'The logo of brand.yaml.',
    content: 'empty',
    attributes: {
      ...picture,
      variant: { kind: { oneOf: ['default', 'reversed'] }, summary: '`reversed` for dark backgrounds.' },
    },
  },
  qr: {
    summary: 'A QR code.',
    content: 'empty',
    attributes: {
      value: { kind: 'string', summary: 'The address or text in the code.', required: true },
      size: { kind: 'length', summary: 'Printed size with its quiet zone.' },
      alt,
      color: { kind: 'color', summary: 'Colour of the modules.' },
      align,
      margin,
      width: { kind: 'length', summary: 'Printed width.' },
    },
  },
  canvas: { summary: 'Lines and boxes.', content: 'shapes', attributes: { margin } },
  line: {
    summary: 'A line in a canvas.',
    content: 'empty',
    attributes: {
      x1: { kind: 'length', summary: 'From, counted from the start edge.', required: true },
      y1: { kind: 'length', summary: 'From the top.', required: true },
      x2: { kind: 'length', summary: 'To.', required: true },
      y2: { kind: 'length', summary: 'To.', required: true },
      color: { kind: 'color', summary: 'Colour of the line.' },
      thickness: { kind: 'length', summary: 'Thickness.' },
    },
  },
  rect: {
    summary: 'A box in a canvas.',
    content: 'empty',
    attributes: {
      x: { kind: 'length', summary: 'From the start edge.', required: true },
      y: { kind: 'length', summary: 'From the top.', required: true },
      w: { kind: 'length', summary: 'Width.', required: true },
      h: { kind: 'length', summary: 'Height.', required: true },
      fill,
    },
  },
} as const satisfies Record<string, ElementDefinition>;
