/**
 * All helpers that templates may call, besides Handlebars' blocks `if`, `unless`, `each` and `with`.
 */
import { qr, url } from './addresses.ts';
import { date } from './date.ts';
import type { HelperDefinition } from './helper.ts';
import { inline } from './inline.ts';
import { join } from './join.ts';
import { languageName } from './language-name.ts';
import { and, eq, includes, ne, not, or } from './logic.ts';
import { lookup } from './lookup.ts';
import { add, number } from './numbers.ts';
import { pageCount, pageNumber } from './pages.ts';
import { stacks } from './stacks.ts';
import { t } from './t.ts';
import { time } from './time.ts';

const LIST: readonly HelperDefinition[] = [
  t,
  date,
  time,
  number,
  inline,
  languageName,
  qr,
  url,
  pageNumber,
  pageCount,
  join,
  lookup,
  stacks,
  add,
  eq,
  ne,
  includes,
  and,
  or,
  not,
];

export const HELPERS: ReadonlyMap<string, HelperDefinition> = new Map(
  LIST.map((helper) => [helper.name, helper]),
);

/** Handlebars' own block helpers that stay; each takes one argument. */
export const BLOCKS: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);
