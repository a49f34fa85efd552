/** Puts translated texts into front matter: the characters of a value change, and those around it stay as they were typed. */
import { Document, isCollection, isMap, isPair, isScalar, type Node, parseDocument, Scalar } from 'yaml';
import type { TextBlock } from '../blocks.ts';

/** Characters of a text that is folded over several lines. */
const LONG = 75;
const COLUMNS = 100;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The front matter with these texts as the values of their fields; one that it lacks is put behind its neighbours. */
export function writeFields(
  yaml: string,
  texts: readonly { readonly block: Pick<TextBlock, 'path'>; readonly markdown: string }[],
): string {
  let written = yaml;
  for (const { block, markdown } of texts) {
    const { start, end, text } = editOf(written, block.path ?? [], markdown);
    written = written.slice(0, start) + text + written.slice(end);
  }
  return written;
}

function editOf(yaml: string, path: readonly (string | number)[], value: string): Edit {
  const document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: false });
  const found = document.getIn(path, true);
  const [node, at] = isMap(found) ? [found.get('text', true), [...path, 'text']] : [found, path];
  if (isScalar(node) && node.range) return replaced(yaml, document, node, at, value);
  return added(yaml, document, path, value);
}

function replaced(
  yaml: string,
  document: Document,
  node: Scalar,
  path: readonly (string | number)[],
  value: string,
): Edit {
  const [start = 0, end = 0] = node.range ?? [];
  const scalar = new Scalar(value);
  if (node.type) scalar.type = node.type;
  const parent = document.getIn(path.slice(0, -1), true);
  if (isCollection(parent) && parent.flow) return { start, end, text: inFlow(scalar) };
  // Behind a text on lines of its own there can be no remark.
  const alone = /^[ \t]*(?:\r?\n|$)/.test(yaml.slice(end)) || yaml[end - 1] === '\n';
  if (alone && value.length > LONG) scalar.type = Scalar.BLOCK_FOLDED;
  const text = inBlock(scalar, indentOf(yaml, document, path));
  const bare = start > 0 && /\S/.test(yaml[start - 1]!) ? ` ${text}` : text;
  return { start, end, text: yaml[end - 1] === '\n' && end > start ? `${bare}\n` : bare };
}

/** A field that is not there, with the maps around it that are not there either. */
function added(yaml: string, document: Document, path: readonly (string | number)[], value: string): Edit {
  let depth = path.length - 1;
  while (depth > 0 && !isCollection(document.getIn(path.slice(0, depth), true))) depth--;
  const parent = document.getIn(path.slice(0, depth), true);
  const inner = path
    .slice(depth + 1)
    .reduceRight<unknown>(
      (inside, part) => (typeof part === 'number' ? [inside] : { [part]: inside }),
      value,
    );
  const own = isMap(parent) ? { [String(path[depth])]: inner } : [inner];
  const last = isCollection(parent) ? parent.items.at(-1) : undefined;
  const node = isPair(last) ? ((last.value ?? last.key) as Node) : (last as Node | undefined);
  if (isCollection(parent) && parent.flow) {
    const text = JSON.stringify(own)
      .slice(1, -1)
      .replace(/^("[^"]*"):/, '$1: ');
    const at = parent.range![1] - 1;
    const before = yaml.slice(0, at).trimEnd().length;
    return { start: before, end: before, text: node ? `, ${text}` : text };
  }
  const indent = node ? indentOf(yaml, document, [...path.slice(0, depth), keyOf(last, parent)]) : 0;
  const from = node?.range?.[1] ?? yaml.length;
  const line = yaml[from - 1] === '\n' ? from : yaml.indexOf('\n', from) + 1 || yaml.length;
  const margin = ' '.repeat(indent);
  const lines = new Document(own).toString({ lineWidth: COLUMNS - indent }).replace(/^(?=.)/gm, margin);
  return { start: line, end: line, text: line > 0 && yaml[line - 1] !== '\n' ? `\n${lines}` : lines };
}

function keyOf(item: unknown, parent: unknown): string | number {
  if (isPair(item)) return String(isScalar(item.key) ? item.key.value : item.key);
  return isCollection(parent) ? parent.items.length - 1 : 0;
}

/** Columns before the name of a field, or before the hyphen of an item. */
function indentOf(yaml: string, document: Document, path: readonly (string | number)[]): number {
  const parent = document.getIn(path.slice(0, -1), true);
  const name = path.at(-1);
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && key.value === name)
    : undefined;
  const node = pair ? (pair.key as Node) : (document.getIn(path, true) as Node);
  const at = node.range?.[0] ?? 0;
  const line = yaml.lastIndexOf('\n', at - 1) + 1;
  return pair ? at - line : /^ */.exec(yaml.slice(line))![0].length;
}

/** As a value of a block map: lines after the first stand further in than the name. */
function inBlock(scalar: Scalar, indent: number): string {
  const lineWidth = scalar.type === Scalar.BLOCK_FOLDED ? COLUMNS - indent : 0;
  const written = new Document({ k: scalar }).toString({ lineWidth });
  return written
    .slice('k: '.length)
    .trimEnd()
    .replace(/\n(?=.)/g, `\n${' '.repeat(indent)}`);
}

/** Between brackets or braces, on one line. */
function inFlow(scalar: Scalar): string {
  const document = new Document([scalar]);
  if (isCollection(document.contents)) document.contents.flow = true;
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
  return written.slice(1, -1);
}
