/**
 * A composed document as text a person can read: its nodes with their geometry, and its tag tree with the words that
 * each element owns.
 */
import type { DocumentDefinition, DrawingNode, ImageNode, Node, TextNode } from '../../src/document/nodes.ts';
import type { StructureElement } from '../../src/document/tags.ts';

/** Nodes one a line, those inside others indented: `list gap=5 indent=14`, `text "words"`. */
export function outlineOf({ content, notes }: DocumentDefinition): string {
  const flow = content.stack.flatMap((node) => linesOf(node));
  const called = [...notes].flatMap(([index, note]) => [`note ${index + 1}`, ...indented(linesOf(note))]);
  return [...flow, ...called].join('\n');
}

/** The tag tree below Document: `H2 "words"`, `Figure alt="…"`. */
export function tagsOf(document: DocumentDefinition): string {
  const words = new Map<StructureElement, string>();
  const gather = (node: Node) => {
    if ('spans' in node) addWords(node, words);
    for (const inner of childrenOf(node)) gather(inner);
  };
  for (const node of [document.content, ...document.notes.values()]) gather(node);
  return document.structure.children.flatMap((element) => tagLines(element, words)).join('\n');
}

function linesOf(node: Node): string[] {
  const inner = indented(childrenOf(node).flatMap(linesOf));
  return [[nameOf(node), ...propertiesOf(node)].join(' '), ...inner];
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function childrenOf(node: Node): readonly Node[] {
  if ('list' in node) return node.stack.flatMap((body, index) => [node.list.markers[index]!, body]);
  if ('stack' in node) return node.stack;
  if ('columns' in node) return node.columns;
  if ('table' in node) return node.table.body.flat();
  return [];
}

function nameOf(node: Node): string {
  if ('spans' in node) return `text "${textOf(node)}"`;
  if ('list' in node) return `list gap=${node.list.gap} indent=${node.list.indent}`;
  if ('table' in node)
    return `table ${(node.table.widths ?? ['by content']).join(',')} heads=${node.table.headerRows}`;
  if ('columns' in node) return `columns gap=${node.columnGap}`;
  if ('stack' in node) return 'box' in node ? 'box' : 'stack';
  if ('image' in node || 'drawing' in node) return describe(node);
  if ('qr' in node) return `qr ${node.qr} ${node.size}`;
  if ('rule' in node) return `rule ${node.rule.thickness} ${node.rule.color}`;
  if ('advanceTo' in node) return `advance to ${node.advanceTo}`;
  return `canvas ${node.canvas.map(({ type }) => type).join(',')}`;
}

/** A picture by the name of its file, with its width where it is among words. */
function describe(node: ImageNode | DrawingNode): string {
  const size = node.width === undefined ? '' : ` ${node.width}`;
  return 'image' in node ? `image ${node.image.replace('content/test/', '')}${size}` : `drawing${size}`;
}

/** Runs as they are, with a mark for how each differs from its paragraph. */
function textOf({ spans, paragraph, pictures }: TextNode): string {
  return spans
    .map(({ text, style, link, element, destinations }) => {
      const picture = element === undefined ? undefined : pictures?.get(element);
      const marks = [
        style.weight !== paragraph.style.weight && 'b',
        style.italic !== paragraph.style.italic && 'i',
        style.strike && 's',
        style.superscript && 'sup',
        style.role !== paragraph.style.role && style.role,
        link && `→${link}`,
        destinations && `#${destinations}`,
      ].filter(Boolean);
      const shown = picture ? describe(picture) : text.replaceAll('\u2028', '↵').replaceAll('\u00a0', '·');
      return marks.length > 0 ? `{${marks.join(' ')}: ${shown}}` : shown;
    })
    .join('');
}

function propertiesOf(node: Node): string[] {
  const { margin, width, dir, keepWithNext, unbreakable, verticalAlignment } = node;
  const names = 'destinations' in node ? node.destinations : undefined;
  const box = 'box' in node ? node.box : undefined;
  const cell = node as { readonly colSpan?: number; readonly fill?: string };
  const paragraph = 'spans' in node ? node.paragraph : undefined;
  return [
    paragraph?.indent && `indent=${paragraph.indent}`,
    paragraph && paragraph.align !== 'start' && `align=${paragraph.align}`,
    'outline' in node && node.outline && `bookmark=${node.outline.level}`,
    margin && `margin=${margin.join(',')}`,
    'height' in node && `height=${node.height}`,
    width !== undefined &&
      !('image' in node) &&
      !('drawing' in node) &&
      `width=${typeof width === 'string' ? width.replace(/\.\d+/, '') : width}`,
    dir && `dir=${dir}`,
    names && `id=${names}`,
    keepWithNext && 'keepWithNext',
    unbreakable && 'unbreakable',
    verticalAlignment && `valign=${verticalAlignment}`,
    cell.colSpan && `colSpan=${cell.colSpan}`,
    cell.fill && `fill=${cell.fill}`,
    box && `padding=${box.padding.join(',')}`,
    box?.fill && `fill=${box.fill}`,
    box?.bar && `bar=${box.bar.width},${box.bar.color}`,
    box?.bleed && `bleed=${Object.keys(box.bleed).filter((edge) => box.bleed?.[edge as 'top'])}`,
  ].filter((property): property is string => Boolean(property));
}

function addWords(node: TextNode, words: Map<StructureElement, string>): void {
  for (const { text, element, group } of node.spans) {
    const key = element ?? group;
    const owner = (key !== undefined && node.groups?.get(key)) || node.owner;
    if (owner)
      words.set(owner, (words.get(owner) ?? '') + text.replaceAll('\u2028', '↵').replaceAll('\ufffc', '▣'));
  }
}

function tagLines(element: StructureElement, words: ReadonlyMap<StructureElement, string>): string[] {
  const { role, parent, children, lang, alt, scope, colSpan, headers, listNumbering, link, id } = element;
  const own = words.get(element);
  const line = [
    role,
    own !== undefined && `"${own}"`,
    lang && lang !== parent?.lang && parent?.lang && `lang=${lang}`,
    alt !== undefined && `alt="${alt}"`,
    scope && `scope=${scope}`,
    colSpan && `colSpan=${colSpan}`,
    headers && `headers=${headers}`,
    listNumbering && listNumbering,
    link && `→${link.href} "${link.contents}"`,
    id && `id=${id}`,
  ].filter(Boolean);
  return [line.join(' '), ...indented(children.flatMap((child) => tagLines(child, words)))];
}
