/**
 * YAML that remembers where it stands. Every scalar is read as text (the failsafe schema), so that a date, a
 * telephone number or a version keeps the form the author gave it. Anchors, aliases and tags are refused:
 * nobody needs them to write a statement, and they are how small files grow huge.
 */
import { Composer, isScalar, LineCounter, type Node, Parser, type Scalar } from 'yaml';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { PositionMap } from './position-map.ts';
import {
  isTooDeep,
  readNode,
  TOO_DEEP,
  YAML_HINTS,
  YAML_MESSAGES,
  type YamlPlace,
  type YamlValue,
} from './yaml-nodes.ts';
import { mapScalar } from './yaml-scalar.ts';

/** Twenty times the longest front matter we know; the parser takes quadratic time on some nonsense. */
const MAX_LENGTH = 100_000;

export class YamlSource {
  readonly value: YamlValue;
  readonly #file: string;
  readonly #text: string;
  readonly #line: number;
  readonly #lines: LineCounter;
  readonly #places: ReadonlyMap<string, YamlPlace>;

  private constructor(
    file: string,
    text: string,
    line: number,
    lines: LineCounter,
    value: YamlValue,
    places: ReadonlyMap<string, YamlPlace>,
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
        const hint = YAML_HINTS[problem.code];
        fail(
          problem.pos[0],
          problem.pos[1],
          YAML_MESSAGES[problem.code] ?? lowerFirst(problem.message),
          hint,
        );
      }
      if (second)
        fail(
          second.range[0],
          second.range[0] + 1,
          'front matter is one YAML document',
          'delete the line “...”',
        );
      // After mere warnings (unknown tags) the rest can still be looked at.
      if (!document || document.errors.length > 0 || second) return undefined;
      const places = new Map<string, YamlPlace>();
      const value = readNode(document.contents, [], undefined, places, (node, message, hint) => {
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

const isEmptyScalar = (node: Node): boolean => isScalar(node) && node.value === '';
const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);
