/**
 * Merge fields of letters, `{{to.office}}`, of any text, `{{signatories.people}}`, and what is printed only for some: `{{#if to.office}}…{{else}}…{{/if}}`. Each is a
 * token with its place; whatever else stands between two braces becomes one that can be reported.
 */
import type { MarkdownIt } from 'markdown-it';
import type { ParseEnv } from './notes.ts';

export type MergeMark =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'if'; readonly name: string }
  | { readonly kind: 'else' }
  | { readonly kind: 'end' }
  /** In words that follow what is written, and what to type. */
  | { readonly kind: 'fault'; readonly problem: string; readonly hint: string };

/** Letters, digits, `_` and `-` on both sides of one full stop. */
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*\.[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u;
/** Longer than any field; keeps braces that are never closed from being searched for their end for long. */
const MAX_LENGTH = 200;
const CONDITION = 'write {{#if to.office}} … {{/if}}';

export function installMergeFields(md: MarkdownIt): void {
  md.inline.ruler.before('attributes', 'merge_field', (state, silent) => {
    const { src, pos } = state;
    if (!src.startsWith('{{', pos)) return false;
    const read = (state.env as ParseEnv).notes.mergeFields ? readMark : readCount;
    const found = read(src.slice(pos, Math.min(state.posMax, pos + MAX_LENGTH)));
    if (!found) return false;
    const { mark, length } = found;
    if (!silent) state.push('merge', '', 0).meta = { mark, length };
    state.pos += length;
    return true;
  });
}

interface FoundMark {
  readonly mark: MergeMark;
  readonly length: number;
}

/** In a text of another kind, in which braces are what they are, all that is not them: a count of those who have signed it. */
function readCount(text: string): FoundMark | undefined {
  const [written, name] = /^\{\{\s*(signatories\.[\p{L}\p{M}\p{N}_-]+)\s*\}\}/u.exec(text) ?? [];
  if (written === undefined || name === undefined) return undefined;
  return { mark: { kind: 'field', name }, length: written.length };
}

/** @param text from the opening braces on */
function readMark(text: string): FoundMark {
  const braces = text.startsWith('{{{') ? 3 : 2;
  const end = text.indexOf('}'.repeat(braces));
  if (end < 0 || text.slice(0, end).includes('\n\n')) {
    const hint = 'close it, {{to.office}}, or write \\{{ for the braces themselves';
    return { mark: { kind: 'fault', problem: 'is opened and not closed', hint }, length: 2 };
  }
  const inner = text.slice(braces, end).trim();
  return { mark: braces === 3 ? tripleFault(inner) : markOf(inner), length: end + braces };
}

function markOf(inner: string): MergeMark {
  if (inner === 'else') return { kind: 'else' };
  if (/^\/\s*if$/.test(inner)) return { kind: 'end' };
  const condition = /^#\s*if\s+(\S.*)$/.exec(inner)?.[1];
  if (condition !== undefined)
    return NAME.test(condition)
      ? { kind: 'if', name: condition }
      : { kind: 'fault', problem: 'asks for more than whether one field is filled in', hint: CONDITION };
  if (/^[#/^>!&]/.test(inner))
    return { kind: 'fault', problem: 'is nothing a letter knows', hint: CONDITION };
  if (NAME.test(inner)) return { kind: 'field', name: inner };
  const bare = inner !== 'to' && /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u.test(inner);
  const hint = bare ? `write {{to.${inner}}}` : 'a field is {{to.office}}: “to.” and the name of a column';
  return { kind: 'fault', problem: 'is no field', hint };
}

function tripleFault(inner: string): MergeMark {
  const hint = NAME.test(inner) ? `write {{${inner}}}` : 'a field has two braces: {{to.office}}';
  return { kind: 'fault', problem: 'has three braces', hint };
}
