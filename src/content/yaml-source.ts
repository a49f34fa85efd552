/**
 * YAML that remembers where it stands. Every scalar is read as text (the failsafe schema), so that a date, a
 * telephone number or a version keeps the form the author gave it. Anchors, aliases and tags are refused:
 * nobody needs them to write a statement, and they are how small files grow huge.
 */
import {
  Composer,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
  type Scalar,
} from 'yaml';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { PositionMap } from './position-map.ts';
import { mapScalar } from './yaml-scalar.ts';

export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

interface Place {
  readonly node: Node;
  /** The node of the key it is the value of. */
  readonly key?: Node;
}

/** Twenty times the longest front matter we know; the parser takes quadratic time on some nonsense. */
const MAX_LENGTH = 100_000;

/** Deep enough for any front matter; YAML nested deeper is a mistake or an attack. */
const MAX_DEPTH = 16;

export class YamlSource {
  readonly value: YamlValue;
  readonly #file: string;
  readonly #text: string;
  readonly #line: number;
  readonly #lines: LineCounter;
  readonly #places: ReadonlyMap<string, Place>;

  private constructor(
    file: string,
    text: string,
    line: number,
    lines: LineCounter,
    value: YamlValue,
    places: ReadonlyMap<string, Place>,
  ) {
    this.#file = file;
    this.#text = text;
    this.#line = line;
    this.#lines = lines;
    this.#places = places;
    this.value = value;
  }

  /**
   * @param text YAML, starting at line `line` of `file`
   * @returns undefined after reporting `yaml-syntax`
   */
  static parse(file: string, text: string, line: number, report: Report): YamlSource | undefined {
    if (text.length > MAX_LENGTH) {
      report.error('yaml-syntax', { file, line }, 'the front matter is longer than 100,000 characters', {
        hint: 'the text itself goes below the second “---”',
      });
      return undefined;
    }
    const lines = new LineCounter();
    const spanAt = (start: number, end = start + 1): SourceSpan => {
      const position = lines.linePos(Math.min(start, text.length));
      return {
        file,
        line: position.line + line - 1,
        column: position.col || 1,
        length: Math.max(1, end - start),
      };
    };
    let failed = false;
    const fail = (start: number, end: number, message: string, hint?: string): void => {
      failed = true;
      const sameLine = !text.slice(start, end).includes('\n');
      report.error(
        'yaml-syntax',
        spanAt(start, sameLine ? end : start + 1),
        message,
        hint === undefined ? {} : { hint },
      );
    };
    try {
      const tokens = [...new Parser(lines.addNewLine).parse(text)];
      if (isTooDeep(tokens)) {
        report.error('yaml-syntax', { file, line }, TOO_DEEP);
        return undefined;
      }
      const composer = new Composer({
        schema: 'failsafe',
        prettyErrors: false,
        uniqueKeys: false,
        strict: true,
      });
      const [document, second] = composer.compose(tokens, true, text.length);
      for (const problem of [...(document?.errors ?? []), ...(document?.warnings ?? [])]) {
        const hint = HINTS[problem.code];
        fail(problem.pos[0], problem.pos[1], lowerFirst(problem.message), hint);
      }
      if (second)
        fail(
          second.range[0],
          second.range[0] + 1,
          'front matter is one YAML document',
          'delete the line “...”',
        );
      if (failed) return undefined;
      const places = new Map<string, Place>();
      const value = read(document?.contents, [], undefined, places, (node, message, hint) => {
        fail(node.range?.[0] ?? 0, node.range?.[1] ?? 1, message, hint);
      });
      return failed ? undefined : new YamlSource(file, text, line, lines, value, places);
    } catch (error) {
      // Not known to happen; but whatever the parser stumbles over, the author should hear where.
      report.error('yaml-syntax', { file, line }, `the front matter cannot be read: ${String(error)}`);
      return undefined;
    }
  }

  /** Where the value at `path` stands (`references.2.url`), or its nearest parent that exists. */
  span(path: readonly (string | number)[], what: 'value' | 'key' = 'value'): SourceSpan {
    for (let length = path.length; length >= 0; length--) {
      const place = this.#places.get(path.slice(0, length).join('.'));
      if (!place) continue;
      const node = what === 'key' || isEmptyScalar(place.node) ? (place.key ?? place.node) : place.node;
      const [start, end] = node.range ?? [0, 1];
      const position = this.#lines.linePos(start);
      const firstLine = this.#text.slice(start, end).split('\n')[0] ?? '';
      return {
        file: this.#file,
        line: position.line + this.#line - 1,
        column: position.col || 1,
        length: Math.max(1, firstLine.trimEnd().length),
      };
    }
    return { file: this.#file, line: this.#line, column: 1 };
  }

  has(path: readonly (string | number)[]): boolean {
    return this.#places.has(path.join('.'));
  }

  /** The map from the characters of the text at `path`, trimmed, to the file. */
  map(path: readonly (string | number)[]): PositionMap {
    const node = this.#places.get(path.join('.'))?.node;
    if (!isScalar(node)) return new PositionMap(this.#file, [{ offset: 0, line: this.#line, column: 1 }]);
    return mapScalar(this.#file, this.#text, this.#line, this.#lines, node as Scalar<string>);
  }
}

const TOO_DEEP = 'the front matter is nested too deeply';

/**
 * The parser builds its tokens with a stack of its own, but composing nodes from them recurses: nested by the
 * thousand, they end not in an exception but in the death of the process. Hence this look beforehand.
 */
function isTooDeep(tokens: readonly CST.Token[]): boolean {
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

const HINTS: Readonly<Partial<Record<string, string>>> = {
  TAB_AS_INDENT: 'indent with spaces',
  MULTILINE_IMPLICIT_KEY:
    'put text that has “: ” in it between quotation marks, or after “>-” on lines of its own',
  BLOCK_AS_IMPLICIT_KEY:
    'put text that has “: ” in it between quotation marks, or after “>-” on lines of its own',
  BAD_INDENT: 'items of one list or map start in the same column',
  MISSING_CHAR: 'a bracket or quotation mark is not closed',
  TAG_RESOLVE_FAILED: 'leave out the “!…”',
};

function read(
  node: unknown,
  path: readonly string[],
  key: Node | undefined,
  places: Map<string, Place>,
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
    return node.items.map((item, index) => read(item, [...path, String(index)], undefined, places, fail));
  const entries = new Map<string, YamlValue>();
  for (const pair of node.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : undefined;
    if (name === undefined) {
      fail(pair.key as Node, 'the name of a field must be plain text');
      continue;
    }
    // The parser's own check compares every key with every other.
    if (entries.has(name))
      fail(pair.key as Node, `the field “${name}” is there twice`, 'keep one of the two');
    entries.set(name, read(pair.value, [...path, name], pair.key as Node, places, fail));
  }
  // fromEntries defines own properties, so a field called __proto__ is an unknown field like any other.
  return Object.fromEntries(entries);
}

const isEmptyScalar = (node: Node): boolean => isScalar(node) && node.value === '';
const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);
