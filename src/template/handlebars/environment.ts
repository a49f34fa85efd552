/**
 * A Handlebars environment of our own: our helpers, the blocks `if`, `unless`, `each` and `with`, and nothing
 * else. Templates get at data only through ./variables.ts.
 */
import Handlebars from 'handlebars/dist/handlebars.js';
import { DiagnosticError, type SourceSpan } from '../../diagnostics/diagnostic.ts';
import { describe, type HelperDefinition } from '../helpers/helper.ts';
import { BLOCKS, HELPERS } from '../helpers/index.ts';
import type { Application } from './application.ts';
import type { Location } from './ast.ts';
import type { Render } from './compile.ts';
import { GET, PRINT } from './rewrite.ts';
import { getVariable, isData, printValue } from './variables.ts';

/** What Handlebars hands to a helper as its last argument. */
interface HelperOptions {
  readonly hash?: Readonly<Record<string, unknown>>;
  readonly data: { readonly application: Application };
  readonly loc: Location;
  fn?: Render;
  inverse?: Render;
}

/** In characters. A page holds about 5,000; a template that prints this much goes round in circles. */
const MAX_OUTPUT = 4_000_000;

export function createEnvironment(): typeof Handlebars {
  const environment = Handlebars.create();
  for (const name of Object.keys(environment.helpers)) {
    if (!BLOCKS.has(name)) environment.unregisterHelper(name);
  }
  environment.unregisterDecorator('inline');
  for (const helper of HELPERS.values()) environment.registerHelper(helper.name, wrapHelper(helper));
  environment.registerHelper(
    GET,
    guarded((args, _options, at) => {
      const [lax, original, start, ...parts] = args;
      return getVariable({
        lax: lax === true,
        original: String(original),
        start,
        parts: parts as string[],
        at,
      });
    }),
  );
  environment.registerHelper(
    PRINT,
    guarded((args, options, at) => printValue(args[0], options.data.application, at)),
  );
  const each = environment.helpers.each as (this: unknown, list: unknown, options: HelperOptions) => string;
  environment.registerHelper('each', function (this: unknown, list: unknown, options: HelperOptions) {
    return eachItem.call(this, each, list, options);
  } as Handlebars.HelperDelegate);
  return environment;
}

function wrapHelper(helper: HelperDefinition): Handlebars.HelperDelegate {
  return guarded((params, options, at) => {
    const { application } = options.data;
    return helper.run({ name: helper.name, params, hash: options.hash ?? {}, application, at });
  });
}

/** Notes a fault thrown by `run` and prints nothing in its place, so that the rest is looked at too. */
function guarded(
  run: (args: readonly unknown[], options: HelperOptions, at: SourceSpan) => unknown,
): Handlebars.HelperDelegate {
  return (...all: unknown[]) => {
    const options = all.pop() as HelperOptions;
    try {
      return run(all, options, placeOf(options.loc));
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      options.data.application.fail(error.diagnostic);
      return '';
    }
  };
}

/** Handlebars' `each`, but for lists and maps only and with bounded output. */
function eachItem(
  this: unknown,
  each: (this: unknown, list: unknown, options: HelperOptions) => string,
  list: unknown,
  options: HelperOptions,
): string {
  const at = placeOf(options.loc);
  if (list !== null && list !== undefined && list !== '' && !isData(list)) {
    const message = `{{#each}} needs a list, and this is ${describe(list)}`;
    options.data.application.fail({ severity: 'error', code: 'template-helper', span: at, message });
    return '';
  }
  const { fn } = options;
  let length = 0;
  if (fn) {
    options.fn = (context, inner) => {
      const text = fn(context, inner);
      length += text.length;
      checkLength(length, at);
      return text;
    };
  }
  return each.call(this, list, options);
}

/** Throws `layout-syntax` when `length` characters are more than any document prints. */
export function checkLength(length: number, at: SourceSpan): void {
  if (length <= MAX_OUTPUT) return;
  const message = `the template prints more than ${MAX_OUTPUT / 1_000_000} million characters`;
  throw new DiagnosticError('layout-syntax', at, message);
}

/** `loc.source` is the file, since templates are parsed with their path as source name. */
function placeOf(loc: Location): SourceSpan {
  return { file: loc.source ?? '', line: loc.start.line, column: loc.start.column + 1 };
}
