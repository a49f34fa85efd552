/**
 * Prepares a syntax tree for Handlebars' compiler: places are marked (./output-positions.ts), and every variable is
 * looked up and printed by functions of ours, so that no template path is ever resolved by JavaScript's own
 * property lookup and every fault knows its place.
 */

import { BLOCKS, HELPERS } from '../helpers/index.ts';
import type {
  Call,
  ContentStatement,
  Expression,
  Literal,
  Location,
  MustacheStatement,
  PathExpression,
  Program,
  Statement,
  SubExpression,
} from './ast.ts';
import { isScoped, simpleName } from './ast.ts';
import { placeMark } from './output-positions.ts';

/** Looks up a variable: `(get lax value "name" "name" …)`. Authors cannot write these names. */
export const GET = '$get';
/** Prints a value: `{{print value}}`. */
export const PRINT = '$print';

/**
 * Rewrites `program` in place.
 *
 * @param file the number of its file, or what stands for it
 */
export function rewriteProgram(program: Program, file: number | string): void {
  new Rewriter(file).program(program, []);
}

class Rewriter {
  readonly #file: number | string;

  constructor(file: number | string) {
    this.#file = file;
  }

  program(program: Program, outerLocals: readonly string[]): void {
    const locals = [...outerLocals, ...(program.blockParams ?? [])];
    program.body = program.body.flatMap((statement) => this.#statement(statement, locals));
  }

  #statement(statement: Statement, locals: readonly string[]): Statement[] {
    switch (statement.type) {
      case 'ContentStatement':
        return [this.#content(statement)];
      case 'MustacheStatement':
        return [this.#mark(statement.loc), this.#mustache(statement, locals)];
      case 'BlockStatement': {
        statement.params = statement.params.map((param) => this.#expression(param, locals, true));
        if (statement.program) this.program(statement.program, locals);
        if (statement.inverse) this.program(statement.inverse, locals);
        return [statement];
      }
      case 'PartialStatement':
      case 'PartialBlockStatement': {
        statement.params = statement.params.map((param) => this.#expression(param, locals, true));
        for (const pair of statement.hash?.pairs ?? [])
          pair.value = this.#expression(pair.value, locals, true);
        if (statement.program) this.program(statement.program, locals);
        return [statement];
      }
      default:
        return [statement];
    }
  }

  /**
   * Handlebars strips white space around tags that stand alone on a line: `value` is `original` without some
   * white space at its ends, and the place is where what is left begins.
   */
  #content(statement: ContentStatement): ContentStatement {
    const { value, original, loc } = statement;
    if (value === '') return statement;
    const stripped = Math.max(0, original.search(/\S|$/) - value.search(/\S|$/));
    const lines = original.slice(0, stripped).split('\n');
    const line = loc.start.line + lines.length - 1;
    const column = lines.length === 1 ? loc.start.column + stripped + 1 : lines.at(-1)!.length + 1;
    statement.value = placeMark(this.#file, line, column, true) + value;
    return statement;
  }

  #mark(loc: Location): ContentStatement {
    const { line, column } = loc.start;
    const value = placeMark(this.#file, line, column + 1, false);
    return { type: 'ContentStatement', value, original: value, loc };
  }

  #mustache(statement: MustacheStatement, locals: readonly string[]): MustacheStatement {
    const { loc } = statement;
    const value = this.#isHelper(statement, locals)
      ? this.#call({ ...statement, type: 'SubExpression' }, locals)
      : this.#path(statement.path as PathExpression, locals, false);
    // Escaped even where the author wrote three braces: placeholders have nothing to escape.
    return { ...statement, path: pathTo(PRINT, loc), params: [value], hash: undefined, escaped: true };
  }

  #isHelper(call: Call, locals: readonly string[]): boolean {
    const name = simpleName(call.path);
    return name !== undefined && !locals.includes(name) && (HELPERS.has(name) || BLOCKS.has(name));
  }

  #call(call: SubExpression, locals: readonly string[]): SubExpression {
    const lax = HELPERS.get(simpleName(call.path) ?? '')?.lax === true;
    const pairs = call.hash?.pairs.map((pair) => ({
      ...pair,
      value: this.#expression(pair.value, locals, false),
    }));
    return {
      ...call,
      params: call.params.map((param) => this.#expression(param, locals, lax)),
      hash: call.hash && pairs ? { ...call.hash, pairs } : undefined,
    };
  }

  #expression(expression: Expression, locals: readonly string[], lax: boolean): Expression {
    if (expression.type === 'PathExpression') return this.#path(expression, locals, lax);
    return expression.type === 'SubExpression' ? this.#call(expression, locals) : expression;
  }

  #path(path: PathExpression, locals: readonly string[], lax: boolean): SubExpression {
    const { loc, data, depth } = path;
    const parts = [...path.parts];
    const local = depth === 0 && !data && !isScoped(path) && locals.includes(parts[0] ?? '');
    // What stays for Handlebars to find is one name it sets itself: a block parameter, or @index.
    const base = local || data ? parts.splice(0, 1) : [];
    const start: PathExpression = { ...path, parts: base, original: base[0] ?? 'this' };
    return {
      type: 'SubExpression',
      path: pathTo(GET, loc),
      params: [
        literal(lax, loc),
        literal(path.original, loc),
        start,
        ...parts.map((part) => literal(part, loc)),
      ],
      hash: undefined,
      loc,
    };
  }
}

function pathTo(name: string, loc: Location): PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
}

function literal(value: string | boolean, loc: Location): Literal {
  return {
    type: typeof value === 'string' ? 'StringLiteral' : 'BooleanLiteral',
    value,
    original: value,
    loc,
  };
}
