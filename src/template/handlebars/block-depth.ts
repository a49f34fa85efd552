/**
 * How deep blocks and the calls inside one tag are nested. What reads a template goes down into each, and would come to the
 * end of its stack with thousands.
 */

/** Nobody could read a template that is nested deeper. */
export const MAX_DEPTH = 100;

/** Comments, raw blocks' braces among the text, the beginnings and ends of blocks, other tags. */
const TAG = /\{\{~?!--[\s\S]*?--~?\}\}|\{\{\{?~?\s*([#^/]?)[^}]*/g;

/** Where a block or a call begins that is nested too deep; undefined when none is. */
export function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { 0: tag, 1: sign, index } of text.matchAll(TAG)) {
    if (sign === '/') depth = Math.max(0, depth - 1);
    // `{{^}}` is an else.
    else if (sign === '#' || (sign === '^' && !/^\{\{~?\s*\^\s*~?$/.test(tag))) depth++;
    if (depth > MAX_DEPTH) return index;
    const call = sign === undefined ? -1 : deepCall(tag);
    if (call >= 0) return index + call;
  }
  return undefined;
}

/** Where a parenthesis too many opens in a tag, or -1. */
function deepCall(tag: string): number {
  let depth = 0;
  for (let i = 0; i < tag.length; i++) {
    if (tag[i] === '(' && ++depth > MAX_DEPTH) return i;
    if (tag[i] === ')') depth--;
  }
  return -1;
}
