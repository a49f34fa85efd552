/**
 * All helpers that templates may call, besides Handlebars' blocks `if`, `unless`, `each` and `with`.
 */
import { add } from './add.ts';
import { and } from './and.ts';
import { date } from './date.ts';
import { eq } from './eq.ts';
import type { HelperDefinition } from './helper.ts';
import { inline } from './inline.ts';
import { join } from './join.ts';
import { languageName } from './language-name.ts';
import { lookup } from './lookup.ts';
import { ne } from './ne.ts';
import { not } from './not.ts';
import { number } from './number.ts';
import { or } from './or.ts';
import { pageCount } from './page-count.ts';
import { pageNumber } from './page-number.ts';
import { qr } from './qr.ts';
import { t } from './t.ts';
import { url } from './url.ts';

const LIST: readonly HelperDefinition[] = [
  t,
  date,
  number,
  inline,
  languageName,
  qr,
  url,
  pageNumber,
  pageCount,
  join,
  lookup,
  add,
  eq,
  ne,
  and,
  or,
  not,
];

export const HELPERS: ReadonlyMap<string, HelperDefinition> = new Map(
  LIST.map((helper) => [helper.name, helper]),
);

/** Handlebars' own block helpers that stay; each takes one argument. */
export const BLOCKS: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);
