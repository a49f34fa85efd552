/** From YAML's nodes to plain values: what front matter may be made of, and where each value stands. */
import { type CST, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';

export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

export interface YamlPlace {
  readonly node: Node;
  /** The node of the key it is the value of. */
  readonly key?: Node;
}

/** Deep enough for any front matter; YAML nested deeper is a mistake or an attack. */
const MAX_DEPTH = 16;

export const TOO_DEEP = 'the front matter is nested too deeply';

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

/** The parser's complaints that speak of YAML's insides, in the words of somebody who writes front matter. */
export const YAML_MESSAGES: Readonly<Partial<Record<string, string>>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a second “: ” in one line',
  MULTILINE_IMPLICIT_KEY: 'the name of a field goes over two lines; or its “:” is missing',
  MISSING_CHAR: 'a bracket or quotation mark is opened and not closed',
};

/** What to do about the parser's complaints, by its codes. */
export const YAML_HINTS: Readonly<Partial<Record<string, string>>> = {
  TAB_AS_INDENT: 'indent with spaces',
  MULTILINE_IMPLICIT_KEY:
    'put text that has “: ” in it between quotation marks, or after “>-” on lines of its own',
  BLOCK_AS_IMPLICIT_KEY:
    'put text that has “: ” in it between quotation marks, or after “>-” on lines of its own',
  BAD_INDENT: 'items of one list or map start in the same column',
  TAG_RESOLVE_FAILED: 'leave out the “!…”',
};

/**
 * The value of a node, all scalars as text; `places` is filled with where everything stands, by path.
 *
 * @param fail told of aliases, anchors, repeated keys and keys that are no text
 */
export function readNode(
  node: unknown,
  path: readonly string[],
  key: Node | undefined,
  places: Map<string, YamlPlace>,
  fail: (node: Node, message: string, hint?: string) => void,
): YamlValue {
  if (isAlias(node)) {
    fail(node, 'aliases (*name) are not supported in front matter', 'write the text out again');
    return '';
  }
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return {};
  if (node.anchor !== undefined)
    fail(node, 'anchors (&name) are not supported in front matter', 'leave out the “&name”');
  places.set(path.join('.'), key ? { node, key } : { node });
  if (isScalar(node)) return String(node.value ?? '');
  if (isSeq(node))
    return node.items.map((item, index) => readNode(item, [...path, String(index)], undefined, places, fail));
  const entries = new Map<string, YamlValue>();
  for (const pair of node.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : undefined;
    if (name === undefined) {
      fail((pair.key as Node | null) ?? node, 'the name of a field must be plain text');
      continue;
    }
    // The parser's own check compares every key with every other.
    if (entries.has(name))
      fail(pair.key as Node, `the field “${name}” is there twice`, 'keep one of the two');
    entries.set(name, readNode(pair.value, [...path, name], pair.key as Node, places, fail));
  }
  // fromEntries defines own properties, so a field called __proto__ is an unknown field like any other.
  return Object.fromEntries(entries);
}
