/**
 * Checks what stands between braces: that a helper exists and gets the arguments it takes, and that every
 * variable among them exists.
 */

import { didYouMean } from '../did-you-mean.ts';
import { BLOCKS, HELPERS } from '../helpers/index.ts';
import { type Call, type Expression, isSubExpression, simpleName } from './ast.ts';
import { notePrinted, reportAt, type Scope, UNKNOWN, variableShape } from './known-names.ts';
import { ANY, fieldShape, type Shape, VALUE } from './shapes.ts';

/** Helpers that ask whether something is there; in a test they print nothing of it. */
const TESTS: ReadonlySet<string> = new Set(['and', 'or', 'not']);

export function expressionShape(expression: Expression, scope: Scope): Shape {
  if (expression.type === 'PathExpression') return variableShape(expression, scope);
  return expression.type === 'SubExpression' ? callShape(expression, scope) : VALUE;
}

/** The shape of what a mustache or subexpression gives; faults are reported. */
export function callShape(call: Call, scope: Scope): Shape {
  if (call.path.type !== 'PathExpression') {
    const hint = 'write words into the template itself, outside the braces';
    reportAt(scope, 'template-syntax', call, 'only a variable or a helper can be printed', hint);
    return UNKNOWN;
  }
  const name = simpleName(call.path);
  const reserved = name !== undefined && !scope.locals.has(name) && (HELPERS.has(name) || BLOCKS.has(name));
  if (!reserved && call.params.length === 0 && !call.hash && !isSubExpression(call)) {
    return variableShape(call.path, scope);
  }
  const inner = name !== undefined && TESTS.has(name) ? scope : { ...scope, test: false };
  for (const argument of [...call.params, ...(call.hash?.pairs ?? []).map((pair) => pair.value)]) {
    const shape = expressionShape(argument, inner);
    if (argument.type === 'PathExpression') notePrinted(argument, shape, inner);
  }
  if (reserved) return helperShape(name, call, scope);
  const { original } = call.path;
  const message = `there is no helper "${original}"${didYouMean(original, HELPERS.keys())}`;
  reportAt(scope, 'template-helper', call, message, `the helpers are ${[...HELPERS.keys()].join(', ')}`);
  return UNKNOWN;
}

function helperShape(name: string, call: Call, scope: Scope): Shape {
  const helper = HELPERS.get(name);
  if (!helper) {
    reportAt(scope, 'template-helper', call, `"${name}" is a block: write {{#${name} …}}…{{/${name}}}`);
    return UNKNOWN;
  }
  const [least, most] = helper.params;
  const count = call.params.length;
  if (count < least || count > most) {
    const wanted = least === most ? `${least}` : `${least} to ${most}`;
    const field = fieldShape(scope.shape, name);
    const hint =
      field && field.kind !== 'any'
        ? `to print the field itself, write {{this.${name}}}`
        : `for example ${helper.example}`;
    const values = most === 1 ? 'value' : 'values';
    reportAt(
      scope,
      'template-helper',
      call,
      `the helper "${name}" takes ${wanted} ${values}, not ${count}`,
      hint,
    );
  }
  for (const pair of call.hash?.pairs ?? []) {
    if (helper.hash === 'any' || helper.hash.includes(pair.key)) continue;
    const message = `the helper "${name}" has no argument "${pair.key}"${didYouMean(pair.key, helper.hash)}`;
    reportAt(scope, 'template-helper', pair, message, `for example ${helper.example}`);
  }
  return ANY;
}
