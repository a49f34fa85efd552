/**
 * Template source → Handlebars syntax tree, with what Handlebars' parser says about faults in plain words.
 */
import Handlebars from 'handlebars/dist/handlebars.js';
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import { knownTemplate } from '../../files/known-file.ts';
import { sha256 } from '../../files/source-file.ts';
import type { Program } from './ast.ts';
import { MAX_DEPTH, tooDeep } from './block-depth.ts';
import type { ParsedTemplate } from './known-names.ts';
import { findControl } from './values.ts';

/** What jison's generated parser hands to `parseError`, and the lexer it reads from. */
interface Parser {
  parseError?: (message: string, fault: ParserFault) => never;
  readonly lexer: { readonly yylloc: { readonly first_line: number; readonly first_column: number } };
}

interface ParserFault {
  readonly text: string;
  readonly token: string | null;
  readonly expected?: readonly string[];
}

class SyntaxFault extends Error {
  readonly fault: ParserFault;

  constructor(fault: ParserFault) {
    super('syntax');
    this.fault = fault;
  }
}

const parser = (Handlebars as unknown as { readonly Parser: Parser }).Parser;

/** Tokens of Handlebars' grammar as an author writes them. */
const TOKENS: Readonly<Record<string, string>> = {
  CLOSE: '}}',
  CLOSE_UNESCAPED: '}}}',
  CLOSE_SEXPR: ')',
  OPEN_SEXPR: '(',
  CLOSE_RAW_BLOCK: '}}}}',
  CLOSE_BLOCK_PARAMS: '|',
  EQUALS: '=',
};

/** The tree of a template, or undefined when it does not parse (`template-syntax`). */
export function parseTemplate(
  name: string,
  file: string,
  text: string,
  report: Report,
): ParsedTemplate | undefined {
  const digest = sha256(text);
  const known = knownTemplate(digest, file) as Program | undefined;
  if (known) return { name, file, digest, program: known };
  const stray = findControl(text);
  if (stray >= 0) {
    const span = spanAt(file, text.slice(0, stray));
    report.error('template-syntax', span, 'a control character that XML does not allow');
    return undefined;
  }
  const deep = tooDeep(text);
  if (deep !== undefined) {
    const message = `blocks or calls are nested more than ${MAX_DEPTH} deep`;
    report.error('template-syntax', spanAt(file, text.slice(0, deep)), message, {
      hint: 'move what is inside into a partial',
    });
    return undefined;
  }
  // The parser's own message gives no column; its hook does, and is put back at once.
  parser.parseError = (_, fault) => {
    throw new SyntaxFault(fault);
  };
  try {
    const program = Handlebars.parse(text, { srcName: file }) as unknown as Program;
    return { name, file, digest, program };
  } catch (error) {
    reportSyntax(error, file, text, report);
    return undefined;
  } finally {
    delete parser.parseError;
  }
}

function reportSyntax(error: unknown, file: string, text: string, report: Report): void {
  if (error instanceof SyntaxFault) {
    const { first_line: line, first_column: column } = parser.lexer.yylloc;
    const open = error.fault.token === 'EOF' ? lastOpenBlock(text) : undefined;
    if (open) {
      const hint = `close it with {{/${open.name}}}`;
      report.error(
        'template-syntax',
        spanAt(file, text.slice(0, open.at)),
        `{{#${open.name}}} is left open`,
        { hint },
      );
    } else {
      const rest = text
        .split('\n')
        .slice(line - 1)
        .join('\n')
        .slice(column);
      report.error('template-syntax', { file, line, column: column + 1 }, explain(error.fault, rest));
    }
    return;
  }
  const { message, lineNumber, column } = error as Handlebars.Exception;
  const span =
    typeof lineNumber === 'number' ? { file, line: lineNumber, column: Number(column) + 1 } : { file };
  const plain = message.replace(/ - \d+:\d+$/, '');
  const mismatch = /^(.+) doesn't match (.+)$/.exec(plain);
  report.error(
    'template-syntax',
    span,
    mismatch ? `{{#${mismatch[1]}}} is closed by {{/${mismatch[2]}}}` : plain,
  );
}

/** `rest` is the template from the fault on. */
function explain({ token, text, expected = [] }: ParserFault, rest: string): string {
  if (/^\}(?!\})/.test(rest)) return 'a single "}" stands inside {{…}}, which ends with "}}"';
  if (token === 'EOF' || ((token === null || token === 'INVALID') && !rest.includes('}}'))) {
    return 'the template ends inside {{…}}';
  }
  if (token === null || token === 'INVALID') {
    return `"${/^[^\s}]+|^./.exec(rest)?.[0] ?? text}" cannot stand inside {{…}}`;
  }
  if (token === 'OPEN_ENDBLOCK') return `${/^[^}]*\}*/.exec(rest)?.[0]} closes a block that is not open`;
  if (token === 'INVERSE' || token === 'OPEN_INVERSE_CHAIN') return '{{else}} stands outside a block';
  const wanted = expected
    .map((quoted) => TOKENS[quoted.slice(1, -1)])
    .filter((word) => word !== undefined)
    .map((word) => `"${word}"`);
  const found = `"${text.trim()}" cannot stand here`;
  return wanted.length > 0 ? `${found}; expected ${wanted.join(' or ')}` : found;
}

/** The innermost block that is opened and never closed. */
function lastOpenBlock(text: string): { readonly name: string; readonly at: number } | undefined {
  const open: { name: string; at: number }[] = [];
  for (const match of text.matchAll(/\{\{!--[\s\S]*?--~?\}\}|\{\{~?(#[>*]?|\^|\/)\s*([^\s}~|]+)/g)) {
    const [, sign, name] = match;
    if (sign === undefined || name === undefined) continue;
    if (sign !== '/') open.push({ name, at: match.index });
    else open.pop();
  }
  return open.at(-1);
}

/** The place right after `before`. */
function spanAt(file: string, before: string): SourceSpan {
  const lines = before.split('\n');
  return { file, line: lines.length, column: lines.at(-1)!.length + 1 };
}
