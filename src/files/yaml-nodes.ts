/** Walks over YAML's nodes: to the one at a path, and from nodes that hold nothing but text to plain values. */
import { type CST, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';

export type YamlPath = readonly (string | number)[];

/** What a document has whose scalars are all text. */
export type YamlValue = string | readonly YamlValue[] | YamlMap;
export type YamlMap = { readonly [key: string]: YamlValue };

export function isYamlMap(value: YamlValue): value is YamlMap {
  return typeof value === 'object' && !Array.isArray(value);
}

export interface FoundNode {
  readonly node: Node;
  /** The node of the key it is the value of. */
  readonly key?: Node;
}

/** Deep enough for anything Bayan reads; YAML nested deeper is a mistake or an attack. */
const MAX_DEPTH = 16;

/**
 * The parser builds its tokens with a stack of its own, but composing nodes from them recurses: nested by the
 * thousand, they end not in an exception but in the death of the process. Hence this look beforehand.
 */
export function isTooDeep(tokens: readonly CST.Token[]): boolean {
  let level: readonly CST.Token[] = tokens;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((token) => {
      if (token.type === 'document') return token.value ? [token.value] : [];
      if (!('items' in token)) return [];
      return token.items.flatMap((item) => [item.key, item.value].filter((part) => part != null));
    });
  }
  return false;
}

/** Keys that are in their map for the second time, in the order of the file. */
export function repeatedKeys(root: unknown): readonly { readonly key: Node; readonly name: string }[] {
  if (isSeq(root)) return root.items.flatMap(repeatedKeys);
  if (!isMap(root)) return [];
  const seen = new Set<string>();
  return root.items.flatMap(({ key, value }) => {
    const inside = repeatedKeys(value);
    if (!isScalar(key)) return inside;
    const name = String(key.value);
    const again = seen.has(name);
    seen.add(name);
    return again ? [{ key, name }, ...inside] : inside;
  });
}

/** The node at a path, with its key; names of maps and indexes of lists lead the way. */
export function nodeAt(root: unknown, path: YamlPath): FoundNode | undefined {
  let node: unknown = root;
  let key: unknown;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) return undefined;
      key = pair.key;
      node = pair.value;
    } else if (isSeq(node)) {
      key = undefined;
      node = node.items[Number(step)];
    } else return undefined;
  }
  if (!isNodeLike(node)) return isNodeLike(key) ? { node: key, key } : undefined;
  return isNodeLike(key) ? { node, key } : { node };
}

function isNodeLike(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

/**
 * The value of a node, all scalars as text.
 *
 * @param fail told of aliases, anchors and keys that are no text
 */
export function readText(
  node: unknown,
  fail: (node: Node, message: string, hint?: string) => void,
): YamlValue {
  if (isAlias(node)) {
    fail(node, 'aliases (*name) are not supported here', 'write the text out again');
    return '';
  }
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return {};
  if (node.anchor !== undefined)
    fail(node, 'anchors (&name) are not supported here', 'leave out the “&name”');
  if (isScalar(node)) return String(node.value ?? '');
  if (isSeq(node)) return node.items.map((item) => readText(item, fail));
  const entries = node.items.flatMap(({ key, value }) => {
    if (isScalar(key)) return [[String(key.value), readText(value, fail)] as const];
    fail(isNodeLike(key) ? key : node, 'the name of a field must be plain text');
    return [];
  });
  // fromEntries defines own properties, so a field called __proto__ is an unknown field like any other.
  return Object.fromEntries(entries);
}
