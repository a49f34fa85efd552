/** The YAML parser's complaints in the words of somebody who writes a statement, each with what to type. */
import { FIELD_NAME } from './field-name.ts';

/** By the parser's codes: those that speak of YAML's insides. */
const MESSAGES: Readonly<Partial<Record<string, string>>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a second “: ” in one line',
  MULTILINE_IMPLICIT_KEY: 'the name of a field goes over two lines; or its “:” is missing',
  MISSING_CHAR: 'a bracket or quotation mark is opened and not closed',
};
const QUOTE = 'put text that has “: ” in it between quotation marks, or after “>-” on lines of its own';
const HINTS: Readonly<Partial<Record<string, string>>> = {
  TAB_AS_INDENT: 'indent with spaces',
  MULTILINE_IMPLICIT_KEY: QUOTE,
  BLOCK_AS_IMPLICIT_KEY: QUOTE,
  BAD_INDENT: 'items of one list or map start in the same column',
  BAD_SCALAR_START: 'put the text between quotation marks',
  TAG_RESOLVE_FAILED: 'leave out the “!…”',
};
/** Complaints of text that would be taken between quotation marks. */
const UNQUOTED: ReadonlySet<string> = new Set(['BLOCK_AS_IMPLICIT_KEY', 'BAD_SCALAR_START', 'BAD_ALIAS']);
/** What stands before a value: the name of a field, or the hyphen of an item. */
const FIELD = new RegExp(String.raw`^(\s*(?:- +)?${FIELD_NAME}: +|\s*- +)(\S.*)$`, 'u');
/** Longer lines are not typed again in a hint. */
const LONGEST = 100;

export interface Complaint {
  readonly message: string;
  readonly hint?: string;
}

/**
 * @param code the parser's
 * @param said what the parser says
 * @param line the line of the file that it says it of
 */
export function explainYaml(code: string, said: string, line: string): Complaint {
  const [, head = '', value = ''] = FIELD.exec(line.trimEnd()) ?? [];
  const quoted = value !== '' && line.length <= LONGEST ? `write ${head.trim()} ${quote(value)}` : undefined;
  if (/^Unexpected scalar at node end$/.test(said) && /^["'*&!]/.test(value)) {
    const message = /^["']/.test(value)
      ? 'text stands behind the closing quotation mark'
      : `a value cannot begin with “${value.charAt(0)}”`;
    return { message, ...(quoted && { hint: quoted }) };
  }
  if (/need to be followed by map values/.test(said)) return { message: 'a field has no “:”' };
  const sign = /^Plain value cannot start with .* character (.)/.exec(said)?.[1];
  const message = sign === undefined ? undefined : `a value cannot begin with “${sign}”`;
  const hint = (UNQUOTED.has(code) ? quoted : undefined) ?? HINTS[code];
  return { message: message ?? MESSAGES[code] ?? lowerFirst(said), ...(hint !== undefined && { hint }) };
}

/** What to do about a value that begins with two braces, a merge field of a letter, which YAML takes for a map in a map. */
export function explainBraces(line: string): string | undefined {
  const [, head = '', value = ''] = FIELD.exec(line.trimEnd()) ?? [];
  return value.startsWith('{{') ? `write ${head.trim()} ${quote(value)}` : undefined;
}

/** A text between the quotation marks that it does not have in it; those around all of it are taken for YAML's own. */
export function quote(value: string): string {
  const inner = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
  if (!inner.includes('"') && !inner.includes('\\')) return `"${inner}"`;
  return inner.includes("'") ? `"${inner.replace(/["\\]/g, '\\$&')}"` : `'${inner}'`;
}

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);
