/** An SVG file as a tree of elements that know where they stand in it. */

export interface SvgAttribute {
  readonly value: string;
  /** Offset in the file of the attribute's name. */
  readonly at: number;
}

export interface SvgElement {
  readonly name: string;
  /** By name; `xlink:href` is `href`, attributes of other namespaces are left out. */
  readonly attributes: ReadonlyMap<string, SvgAttribute>;
  readonly children: readonly (SvgElement | SvgText)[];
  readonly parent: SvgElement | undefined;
  /** Offset in the file of its `<`. */
  readonly at: number;
}

export interface SvgText {
  readonly text: string;
  readonly at: number;
}

export function isElement(node: SvgElement | SvgText): node is SvgElement {
  return 'name' in node;
}

/** The elements in an element. */
export function elementsIn({ children }: SvgElement): SvgElement[] {
  return children.filter(isElement);
}

/** All characters in an element. */
export function textIn(element: SvgElement): string {
  return element.children.map((child) => (isElement(child) ? textIn(child) : child.text)).join('');
}
