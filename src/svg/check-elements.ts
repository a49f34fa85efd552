/** Tells what is in an SVG file that is not printed, whether it would be drawn or not. */
import { elementsIn, type SvgElement } from './element.ts';
import type { SvgReader } from './reader.ts';
import { DRAWN, LOST_EFFECTS, REFUSED, SILENT } from './vocabulary.ts';

export function checkElements(root: SvgElement, reader: SvgReader): void {
  for (const element of elementsIn(root)) checkElement(element, reader);
}

function checkElement(element: SvgElement, reader: SvgReader): void {
  const { name, at } = element;
  if (Object.hasOwn(REFUSED, name)) {
    if (isOfProgram(element)) return;
    reader.error('svg-element', at, name.length + 1, `<${name}> is not printed`, REFUSED[name]);
    return;
  }
  if (Object.hasOwn(LOST_EFFECTS, name)) {
    reader.warn('svg-element', at, name.length + 1, `<${name}> is not printed`, LOST_EFFECTS[name]);
    return;
  }
  if (SILENT.has(name)) return;
  if (!DRAWN.has(name)) {
    reader.error(
      'svg-element',
      at,
      name.length + 1,
      `<${name}> is no element of SVG that is printed`,
      reader.nearest(name, DRAWN) ?? 'take it out, or save the drawing as PNG',
    );
    return;
  }
  checkElements(element, reader);
}

/**
 * A web page inside a `switch`, with a drawing behind it for those who show no web pages: Illustrator keeps its own file so,
 * diagrams.net its labels.
 */
function isOfProgram({ name, parent, at }: SvgElement): boolean {
  return (
    name === 'foreignObject' &&
    parent?.name === 'switch' &&
    elementsIn(parent).some((other) => other.at > at && DRAWN.has(other.name))
  );
}
