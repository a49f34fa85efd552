/**
 * YAML that remembers where everything in it stands: the one reader for front matter and for settings. Front matter is
 * read with every scalar as text, so that a date, a telephone number or a version keeps the form the author gave it;
 * settings have numbers, and true and false.
 */
import {
  Composer,
  type Document,
  isAlias,
  isScalar,
  LineCounter,
  type Node,
  Parser,
  type Scalar,
} from 'yaml';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { PositionMap } from './position-map.ts';
import { explainBraces, explainYaml } from './yaml-complaints.ts';
import { isTooDeep, nodeAt, readText, repeatedKeys, type YamlPath } from './yaml-nodes.ts';
import { mapScalar } from './yaml-scalar.ts';

export interface YamlOptions {
  /** As diagnostics print it. */
  readonly file: string;
  /** The line of the file on which the YAML starts; 1 when left out. */
  readonly line?: number;
  /**
   * `text`: every scalar is text, and anchors, aliases and tags are refused, since nobody needs them to write a statement
   * and they are how small files grow huge. `typed`: YAML 1.2's own types; aliases within bounds.
   */
  readonly scalars: 'text' | 'typed';
  /** What it is, in messages: `the front matter`, `the file`. */
  readonly what: string;
  /** Characters it may have; 100,000 when left out. */
  readonly longest?: number;
}

/** Twenty times the longest front matter or settings we know; the parser takes quadratic time on some nonsense. */
const MAX_LENGTH = 100_000;
/** How often the values of aliases may be repeated. */
const MAX_ALIASES = 100;

export class YamlDocument {
  /** Maps, lists and scalars; an empty document is an empty map. */
  readonly value: unknown;
  readonly #source: Source;
  readonly #root: Document['contents'];

  private constructor(source: Source, root: Document['contents'], value: unknown) {
    this.#source = source;
    this.#root = root;
    this.value = value;
  }

  /** @returns undefined after reporting `yaml-syntax` */
  static parse(text: string, options: YamlOptions, report: Report): YamlDocument | undefined {
    const { file, line = 1, what, longest = MAX_LENGTH } = options;
    const own = report.child();
    const source = new Source(text, file, line);
    const refuse = (message: string, hint?: string): undefined => {
      own.error('yaml-syntax', { file, line }, message, hint === undefined ? {} : { hint });
    };
    if (text.length > longest)
      return refuse(
        `${what} is longer than ${longest.toLocaleString('en')} characters`,
        options.scalars === 'text' ? 'the text itself goes below the second “---”' : undefined,
      );
    const fail = (start: number, end: number, message: string, hint?: string): void =>
      own.error('yaml-syntax', source.fault(start, end), message, hint === undefined ? {} : { hint });
    try {
      const tokens = [...new Parser(source.lines.addNewLine).parse(text)];
      if (isTooDeep(tokens)) return refuse(`${what} is nested too deeply`);
      const composer = new Composer({
        schema: options.scalars === 'text' ? 'failsafe' : 'core',
        prettyErrors: false,
        // What is odd is told in reports, and not by the parser to the process.
        logLevel: 'error',
        // The parser's own check compares every key with every other.
        uniqueKeys: false,
        strict: true,
      });
      const [document, second] = composer.compose(tokens, true, text.length);
      for (const { code, pos, message } of [...(document?.errors ?? []), ...(document?.warnings ?? [])]) {
        const told = explainYaml(code, message, source.lineAt(pos[0]));
        fail(pos[0], pos[1], told.message, told.hint);
      }
      if (second) {
        const [start] = second.range;
        fail(start, start + 1, `${what} is one YAML document`, 'delete the line “...”');
      }
      // After mere warnings (unknown tags) the rest can still be looked at.
      if (!document || document.errors.length > 0 || second) return undefined;
      for (const { key, name } of repeatedKeys(document.contents))
        fail(...rangeOf(key), `the field “${name}” is there twice`, 'keep one of the two');
      const value =
        options.scalars === 'text'
          ? readText(document.contents, (node, message, hint) => {
              const [start, end] = rangeOf(node);
              const told = isAlias(node)
                ? explainYaml('BAD_ALIAS', message, source.lineAt(start))
                : undefined;
              fail(start, end, message, told?.hint ?? hint ?? explainBraces(source.lineAt(start)));
            })
          : document.toJS({ maxAliasCount: MAX_ALIASES });
      return own.hasErrors ? undefined : new YamlDocument(source, document.contents, value ?? {});
    } catch (error) {
      // Whatever the parser stumbles over, such as aliases that multiply, the author should hear where.
      const reason = error instanceof Error ? error.message : String(error);
      return refuse(`${what} cannot be read: ${reason}`);
    }
  }

  /** Where the value at `path` stands (`references.2.url`), or its nearest parent that exists. */
  span(path: YamlPath, which: 'value' | 'key' = 'value'): SourceSpan {
    for (let length = path.length; length >= 0; length--) {
      const found = nodeAt(this.#root, path.slice(0, length));
      if (!found) continue;
      const node = which === 'key' || isEmpty(found.node) ? (found.key ?? found.node) : found.node;
      return this.#source.span(node);
    }
    return this.#source.start;
  }

  /** Whether the path is written there, as opposed to a default. */
  has(path: YamlPath): boolean {
    return nodeAt(this.#root, path) !== undefined;
  }

  /** What stands behind a value in its line. */
  after(path: YamlPath): string {
    const node = nodeAt(this.#root, path)?.node;
    return node?.range ? this.#source.text.slice(node.range[1]).split('\n', 1)[0]! : '';
  }

  /** The map from the characters of the text at `path`, trimmed, to the file. */
  map(path: YamlPath): PositionMap {
    const node = nodeAt(this.#root, path)?.node;
    const { file, line, lines, text } = this.#source;
    if (!isScalar(node)) return new PositionMap(file, [{ offset: 0, line, column: 1 }]);
    return mapScalar(file, text, line, lines, node as Scalar<string>);
  }
}

/** The text, and its lines in the file it was cut out of. */
class Source {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly lines = new LineCounter();

  constructor(text: string, file: string, line: number) {
    this.text = text;
    this.file = file;
    this.line = line;
  }

  get start(): SourceSpan {
    return { file: this.file, line: this.line, column: 1 };
  }

  /** The first line of a node. */
  span(node: Node): SourceSpan {
    const [start, end] = rangeOf(node);
    const first = this.text.slice(start, end).split('\n', 1)[0] ?? '';
    return this.#at(start, first.trimEnd().length);
  }

  /** What is wrong from `start` to `end`; only its first character when that is over several lines. */
  fault(start: number, end: number): SourceSpan {
    const sameLine = !this.text.slice(start, end).includes('\n');
    return this.#at(Math.min(start, this.text.length), sameLine ? end - start : 1);
  }

  lineAt(offset: number): string {
    const start = this.text.lastIndexOf('\n', offset - 1) + 1;
    return this.text.slice(start).split('\n', 1)[0]!;
  }

  #at(offset: number, length: number): SourceSpan {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.file, line: line + this.line - 1, column: col || 1, length: Math.max(1, length) };
  }
}

function rangeOf(node: Node): [start: number, end: number] {
  const [start, end] = node.range ?? [0, 1];
  return [start, end];
}

const isEmpty = (node: Node): boolean => isScalar(node) && (node.value === '' || node.value === null);
