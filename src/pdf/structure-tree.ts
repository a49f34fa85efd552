/**
 * Writes the logical structure (ISO 32000-1 14.7) into the file: an object for each element, the parent tree that leads
 * from content back to its element, and the references of links to their annotations.
 */
import { ROLE_MAP, type Role, type StructureElement } from '../document/tags.ts';
import type { ObjectWriter, PdfReference } from './embedded-font.ts';
import { nameTree } from './name-tree.ts';

/** Marked content or an annotation that belongs to an element, in reading order. */
export type ContentReference =
  | { readonly kind: 'content'; readonly page: PdfReference; readonly mcid: number }
  | { readonly kind: 'annotation'; readonly page: PdfReference; readonly annotation: PdfReference };

/** What painting learnt: which content each element owns, and where its children stand among it. */
export interface PaintedStructure {
  /** Content of each element in reading order. */
  readonly content: ReadonlyMap<StructureElement, readonly ContentReference[]>;
  /** For an inline child: how many of its parent's content references come before it. */
  readonly inlineAt: ReadonlyMap<StructureElement, number>;
  /** For each page's StructParents key: the element of each marked-content id. */
  readonly pages: readonly (readonly StructureElement[])[];
  /** Annotations in order of their StructParent keys, which follow the pages'. */
  readonly annotations: readonly StructureElement[];
  /** Bounding box of each figure on its page, PDF coordinates. */
  readonly boxes: ReadonlyMap<StructureElement, readonly [number, number, number, number]>;
}

/** The tree of a document, or of one of several that are in the file. */
export interface StructurePart {
  /** Of the whole tree; in a file of several it is written as a Part. */
  readonly root: StructureElement;
  /** Before the ids of its elements, which are its own. */
  readonly prefix: string;
}

const LAYOUT = 'Layout';

/**
 * Writes the trees of the documents in the file: one as it is, several as the Parts of a Document. The first has the
 * language of the file. Returns the StructTreeRoot, which the caller ends. Elements without content or children are left
 * out.
 */
export function writeStructureTree(
  writer: ObjectWriter,
  parts: readonly StructurePart[],
  painted: PaintedStructure,
): PdfReference {
  const treeRoot = writer.ref({ Type: 'StructTreeRoot' });
  const whole = parts.length > 1 ? writer.ref({ S: 'Document', P: treeRoot }) : undefined;
  const ids = new Map<string, PdfReference>();
  const references = new Map<StructureElement, PdfReference>();
  const mapped = new Set<Role>();
  for (const part of parts) {
    const of = referencesOf(writer, part.root, painted);
    for (const [element, reference] of of) {
      references.set(element, reference);
      if (ROLE_MAP[element.role]) mapped.add(element.role);
      if (element.id) ids.set(part.prefix + element.id, reference);
    }
    writePart(part, whole ?? treeRoot, whole !== undefined, of, painted);
  }
  const roots = parts.map(({ root }) => references.get(root));
  if (whole) {
    whole.data.K = roots;
    whole.end();
  }
  treeRoot.data.K = whole ? [whole] : roots;
  if (mapped.size > 0)
    treeRoot.data.RoleMap = Object.fromEntries([...mapped].sort().map((role) => [role, ROLE_MAP[role]]));
  const nums: unknown[] = [];
  painted.pages.forEach((elements, key) => {
    nums.push(
      key,
      elements.map((element) => references.get(element)),
    );
  });
  painted.annotations.forEach((element, index) => {
    nums.push(painted.pages.length + index, references.get(element));
  });
  treeRoot.data.ParentTree = reference(writer, { Nums: nums });
  treeRoot.data.ParentTreeNextKey = painted.pages.length + painted.annotations.length;
  if (ids.size > 0) treeRoot.data.IDTree = reference(writer, nameTree(ids));
  return treeRoot;
}

/** Writes the elements of one tree, whose root stands in `above`. */
function writePart(
  { root, prefix }: StructurePart,
  above: PdfReference,
  isOneOfSeveral: boolean,
  references: ReadonlyMap<StructureElement, PdfReference>,
  painted: PaintedStructure,
): void {
  for (const [element, reference] of references) {
    const { data } = reference;
    const isPart = element === root && isOneOfSeveral;
    Object.assign(data, {
      S: isPart ? 'Part' : element.role,
      P: (element !== root && element.parent && references.get(element.parent)) || above,
    });
    const lang = changed(element, 'lang');
    // The file has the language of a document that is alone in it.
    if (lang && (element !== root || isPart)) data.Lang = new String(lang);
    if (element.alt !== undefined) data.Alt = new String(element.alt);
    if (element.id) data.ID = new String(prefix + element.id);
    const attributes = attributesOf(element, prefix, painted);
    if (attributes.length > 0) data.A = attributes.length === 1 ? attributes[0] : attributes;
    const kids = kidsOf(element, painted, references, data);
    if (kids.length > 0) data.K = kids.length === 1 ? kids[0] : kids;
    reference.end();
  }
}

function reference(writer: ObjectWriter, data: Record<string, unknown>): PdfReference {
  const made = writer.ref(data);
  made.end();
  return made;
}

/**
 * Objects for the elements that are written, by level: all cells of a table are numbered one after another, so that they and
 * the lists that name them differ little from the ones before.
 */
function referencesOf(
  writer: ObjectWriter,
  root: StructureElement,
  painted: PaintedStructure,
): Map<StructureElement, PdfReference> {
  const alive = liveElements(root, painted);
  const references = new Map<StructureElement, PdfReference>();
  for (let level: readonly StructureElement[] = [root]; level.length > 0; ) {
    for (const element of level) references.set(element, writer.ref());
    level = level.flatMap(({ children }) => children.filter((child) => alive.has(child)));
  }
  return references;
}

function liveElements(root: StructureElement, painted: PaintedStructure): Set<StructureElement> {
  const alive = new Set<StructureElement>();
  const visit = (element: StructureElement): boolean => {
    let live = (painted.content.get(element)?.length ?? 0) > 0;
    for (const child of element.children) if (visit(child)) live = true;
    // An empty table cell still counts: a row must have as many cells as the others.
    if (element.role === 'TD' || element.role === 'TH' || element === root) live = true;
    if (live) alive.add(element);
    return live;
  };
  visit(root);
  return alive;
}

function kidsOf(
  element: StructureElement,
  painted: PaintedStructure,
  references: ReadonlyMap<StructureElement, PdfReference>,
  data: Record<string, unknown>,
): unknown[] {
  const content = painted.content.get(element) ?? [];
  const page = content[0]?.page;
  if (page) data.Pg = page;
  const kids: unknown[] = [];
  const children = element.children.filter((child) => references.has(child));
  let next = 0;
  const placeChildren = (before: number) => {
    while (
      next < children.length &&
      (painted.inlineAt.get(children[next]!) ?? Number.POSITIVE_INFINITY) <= before
    )
      kids.push(references.get(children[next++]!));
  };
  content.forEach((item, index) => {
    placeChildren(index);
    if (item.kind === 'annotation') kids.push({ Type: 'OBJR', Obj: item.annotation, Pg: item.page });
    else kids.push(item.page === page ? item.mcid : { Type: 'MCR', Pg: item.page, MCID: item.mcid });
  });
  placeChildren(Number.POSITIVE_INFINITY);
  return kids;
}

/** Language or direction of an element where it is not that of the element around. */
function changed<K extends 'lang' | 'dir'>(element: StructureElement, key: K): StructureElement[K] {
  for (let around = element.parent; around; around = around.parent)
    if (around[key] !== undefined) return around[key] === element[key] ? undefined : element[key];
  return element[key];
}

function attributesOf(
  element: StructureElement,
  prefix: string,
  painted: PaintedStructure,
): Record<string, unknown>[] {
  const attributes: Record<string, unknown>[] = [];
  const dir = changed(element, 'dir');
  if (dir) attributes.push({ O: LAYOUT, WritingMode: dir === 'rtl' ? 'RlTb' : 'LrTb' });
  const box = painted.boxes.get(element);
  const placement = painted.inlineAt.has(element) ? 'Inline' : 'Block';
  if (box) attributes.push({ O: LAYOUT, Placement: placement, BBox: [...box] });
  if (element.scope || element.colSpan || element.headers)
    attributes.push({
      O: 'Table',
      ...(element.scope && { Scope: element.scope }),
      ...(element.colSpan && { ColSpan: element.colSpan }),
      ...(element.headers && { Headers: element.headers.map((id) => new String(prefix + id)) }),
    });
  if (element.listNumbering) attributes.push({ O: 'List', ListNumbering: element.listNumbering });
  return attributes;
}
