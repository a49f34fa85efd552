/** Elements of the page, made from data; nothing is ever parsed as HTML, so no text can become markup. */

type Attribute = string | number | boolean | undefined | ((event: Event) => void);
export type Attributes = Readonly<Record<string, Attribute>>;
export type Child = Node | string | undefined;

/**
 * An element with its attributes and children. `true` is an attribute without a value, `false` and `undefined` none; a
 * function listens to the event that its name has after `on`.
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice('on'.length), value);
    else setAttribute(element, name, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Sets, or takes away, an attribute; what is so already is not touched, so that nothing is announced again. */
export function setAttribute(
  element: Element,
  name: string,
  value: Exclude<Attribute, (event: Event) => void>,
): void {
  const wanted = value === true ? '' : value === false || value === undefined ? undefined : String(value);
  if (wanted === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== wanted) element.setAttribute(name, wanted);
}

/** Writes text where it differs: a live region that is written anew is read aloud anew. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
