/**
 * Checks a parsed template, and the partials it includes, before it runs: every variable, helper, argument and
 * partial it names must exist, also in branches that this edition does not take.
 */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../did-you-mean.ts';
import { BLOCKS, HELPERS } from '../helpers/index.ts';
import {
  type BlockStatement,
  type Expression,
  type MustacheStatement,
  type PartialStatement,
  type Program,
  type Statement,
  simpleName,
} from './ast.ts';
import { callShape, expressionShape } from './check-calls.ts';
import { notePrinted, type ParsedTemplate, reportAt, type Scope, UNKNOWN, warnAt } from './known-names.ts';
import { guardOf, type PrintedField, PrintedFields } from './printed.ts';
import { ANY, type Shape, VALUE } from './shapes.ts';

/** What a template may include. */
export interface PartialSource {
  readonly names: readonly string[];
  /** The partial's tree, or undefined when it does not parse, which is reported elsewhere. */
  parse(name: string): ParsedTemplate | undefined;
  /** Names that some call hands to the partial; where another call does not, they are null, not unknown. */
  parameters(name: string): readonly string[];
}

/** Partials that include others twice double the work at each step; no page needs this many. */
const MAX_INCLUDES = 2000;

/** Reports what is wrong with a template whose context has the given shape, and says which fields it prints. */
export function checkTemplate(
  template: ParsedTemplate,
  shape: Shape,
  partials: PartialSource,
  report: Report,
): readonly PrintedField[] {
  const printed = new PrintedFields();
  const root: Scope = {
    template,
    report,
    shape,
    root: shape,
    locals: new Map(),
    including: [],
    insideEach: false,
    printed,
    guards: [],
  };
  new Checker(partials).program(template.program, root);
  return printed.list();
}

class Checker {
  readonly #partials: PartialSource;
  #includes = 0;

  constructor(partials: PartialSource) {
    this.#partials = partials;
  }

  program(program: Program | undefined, scope: Scope): void {
    for (const statement of program?.body ?? []) this.#statement(statement, scope);
  }

  #statement(statement: Statement, scope: Scope): void {
    switch (statement.type) {
      case 'MustacheStatement':
        checkMustache(statement, scope);
        break;
      case 'BlockStatement':
        if (checkBlock(statement, scope)) {
          const { inside, otherwise } = blockScopes(statement, scope);
          this.program(statement.program, inside);
          this.program(statement.inverse, otherwise);
        }
        break;
      case 'PartialStatement':
      case 'PartialBlockStatement':
        this.#partial(statement, scope);
        break;
      case 'Decorator':
      case 'DecoratorBlock': {
        const hint = 'put the partial into a file of its own in templates/partials/';
        reportAt(scope, 'template-partial', statement, 'partials cannot be defined inside a template', hint);
        break;
      }
    }
  }

  #partial(statement: PartialStatement, scope: Scope): void {
    const [param] = statement.params;
    const own = param ? expressionShape(param, scope) : scope.shape;
    const pairs = statement.hash?.pairs ?? [];
    const given = new Map(pairs.map((pair) => [pair.key, expressionShape(pair.value, scope)]));
    // What the block of {{#> …}} sees depends on where the partial prints it; so only its names are checked.
    this.program(statement.program, { ...scope, shape: ANY, parent: scope });
    const name = this.#partialName(statement, scope);
    const partial = name === undefined ? undefined : this.#partials.parse(name);
    if (name === undefined || !partial) return;
    this.program(partial.program, {
      ...scope,
      template: partial,
      shape: given.size > 0 || own.kind === 'record' ? this.#withParameters(name, own, given) : own,
      parent: undefined,
      locals: new Map(),
      including: [...scope.including, name],
    });
  }

  /** The partial to go on with, if it can be included here. */
  #partialName(statement: PartialStatement, scope: Scope): string | undefined {
    const report = (message: string, hint?: string) =>
      reportAt(scope, 'template-partial', statement, message, hint);
    if (statement.name.type === 'SubExpression') {
      report('the name of a partial must be written out', 'choose between partials with {{#if}}');
      return undefined;
    }
    const name = String(statement.name.original);
    if (name === '@partial-block') return undefined;
    const { names } = this.#partials;
    this.#includes += 1;
    if (!names.includes(name)) {
      const hint =
        names.length > 0 ? `the partials are ${names.join(', ')}` : 'put it into templates/partials/';
      report(`there is no partial "${name}"${didYouMean(name, names)}`, hint);
    } else if (scope.including.includes(name)) {
      report(`partials include each other without end: ${[...scope.including, name].join(' → ')}`);
    } else if (this.#includes === MAX_INCLUDES) {
      report(`the template includes partials more than ${MAX_INCLUDES} times`);
    } else if (this.#includes < MAX_INCLUDES) return name;
    return undefined;
  }

  #withParameters(name: string, own: Shape, given: ReadonlyMap<string, Shape>): Shape {
    if (own.kind === 'any') return own;
    const { fields = {}, more = undefined } = own.kind === 'record' ? own : {};
    return {
      kind: 'record',
      fields: { ...fields, ...Object.fromEntries(given) },
      // Other templates are read only when this one leaves a name open.
      more: () => ({
        ...Object.fromEntries(this.#partials.parameters(name).map((parameter) => [parameter, ANY])),
        ...more?.(),
      }),
    };
  }
}

function checkMustache(statement: MustacheStatement, scope: Scope): void {
  const shape = callShape(statement, scope);
  const name = simpleName(statement.path);
  const helper = name !== undefined && HELPERS.has(name) && !scope.locals.has(name);
  if (statement.path.type === 'PathExpression' && !helper) notePrinted(statement.path, shape, scope);
  const placeholder = helper && HELPERS.get(name)?.placeholder === true;
  if (statement.escaped && shape.kind === 'blocks' && statement.path.type === 'PathExpression') {
    const { original } = statement.path;
    const message = `{{${original}}} stands for paragraphs, which are written with three braces`;
    warnAt(scope, 'template-syntax', statement, message, `write {{{${original}}}}`);
  }
  if (statement.escaped || placeholder || shape.kind === 'blocks' || shape === UNKNOWN) return;
  const path = statement.path.type === 'PathExpression' ? statement.path.original : '…';
  const hint = `write {{${path}}}; only {{{body}}}, {{{footnotes}}} and {{{inline …}}} stand for formatted text`;
  const message = 'values are always escaped: three braces have no use here';
  reportAt(scope, 'template-syntax', statement, message, hint);
}

/** Whether the block is one to go into. */
function checkBlock(block: BlockStatement, scope: Scope): boolean {
  const name = simpleName(block.path);
  const path = block.path.type === 'PathExpression' ? block.path.original : '…';
  if (name === undefined || !BLOCKS.has(name)) {
    const helper = name !== undefined && HELPERS.has(name);
    const message = helper
      ? `{{#${path}}}: this helper takes no block`
      : `there is no block {{#${path}}}${didYouMean(path, BLOCKS, (word) => `{{#${word}}}`)}`;
    const hint = helper
      ? `write {{${path} …}}`
      : `write {{#if ${path}}}, {{#each ${path}}} or {{#with ${path}}}`;
    reportAt(scope, 'template-helper', block, message, hint);
    return false;
  }
  if (block.params.length !== 1) {
    const message = `{{#${name}}} takes one value, not ${block.params.length}`;
    const hint = 'combine tests with and, or and not: {{#if (and a b)}}';
    reportAt(scope, 'template-helper', block, message, hint);
    return false;
  }
  for (const pair of block.hash?.pairs ?? []) {
    reportAt(scope, 'template-helper', pair, `{{#${name}}} has no argument "${pair.key}"`);
  }
  return true;
}

/** The scopes of both branches of a block that `checkBlock` let pass. */
function blockScopes(
  block: BlockStatement,
  scope: Scope,
): { readonly inside: Scope; readonly otherwise: Scope } {
  const name = simpleName(block.path);
  const param = block.params[0] as Expression;
  const shape = expressionShape(param, { ...scope, test: true });
  const guarded = (present: boolean): Scope => ({
    ...scope,
    guards: [...scope.guards, ...guardOf(shape, present)],
  });
  const otherwise = guarded(name === 'unless');
  if (name !== 'each' && name !== 'with') return { inside: guarded(name === 'if'), otherwise };
  let inner = shape;
  if (name === 'each') {
    if (shape.kind === 'value' || shape.kind === 'text' || shape.kind === 'blocks') {
      const hint = 'write {{#if …}} to print it only when it is there';
      reportAt(scope, 'template-helper', param, '{{#each}} needs a list, and this is a single value', hint);
    }
    inner = shape.kind === 'list' || shape.kind === 'map' ? shape.of : ANY;
  }
  // Going through the fields of a map may print them all; so may a block whose value is not known.
  const whole = shape.kind === 'any' || (shape.kind === 'record' && name === 'each');
  if (whole && param.type === 'PathExpression') notePrinted(param, shape, scope);
  const locals = new Map(scope.locals);
  const [first, second] = block.program?.blockParams ?? [];
  if (first !== undefined) locals.set(first, inner);
  if (second !== undefined) locals.set(second, VALUE);
  const insideEach = scope.insideEach || name === 'each';
  return { inside: { ...guarded(true), shape: inner, parent: scope, locals, insideEach }, otherwise };
}
