/** Slips at the start of lines: items, headings and tables that are none. */
import type { LiteralText } from './literal-text.ts';
import { type Slip, shorten } from './slip.ts';

/**
 * Bullets that come along with text pasted from a word processor. The last two of the signs are Word's own; its three levels
 * come as `·`, `o` and `§` too, with a tab or many spaces behind them.
 */
const BULLET = /^(?:[•◦▪▫‣●○■□∙⁃➢➤►\uF0B7\uF0A7]|·(?=\s)|[o§](?=\t|[ \u00a0]{2}))\s*(?=\S)/u;
const HEADING = /^(#{1,6})(?=[^\s#\0])/;
const ROW = /^\|.*\|$/;

/** What a slip may begin with. Most lines begin otherwise, and classes of Unicode take milliseconds to compile. */
const SUSPECT = /^[-*–—:#|0-9٠-٩۰-۹०-९০-৯·•◦▪▫‣●○■□∙⁃➢➤►\uF0B7\uF0A7]|^[o§][\t \u00a0]|\S\t+\S/u;

type Said = Pick<Slip, 'message' | 'hint'>;
type Rule = (line: string, first: boolean) => Said | undefined;

const RULES: readonly Rule[] = [
  (line) => {
    const bullet = BULLET.exec(line)?.[0];
    return bullet === undefined
      ? undefined
      : {
          message: `the bullet “${bullet.trim()}” is printed as it stands, and makes no list`,
          hint: `write “- ${shorten(line.slice(bullet.length))}”`,
        };
  },
  (line) =>
    /^-(?=\p{L})/u.test(line)
      ? {
          message: 'a hyphen without a space behind it makes no item of a list',
          hint: `write “- ${shorten(line.slice(1))}”; for a dash, “– ”`,
        }
      : undefined,
  (line) => {
    const number = /^[0-9٠-٩۰-۹०-९০-৯]{1,3}[.)](?=\p{L}[\p{L}\p{M}])/u.exec(line)?.[0];
    return number === undefined
      ? undefined
      : {
          message: `“${number}” without a space behind it makes no item of a list`,
          hint: `write “${number} ${shorten(line.slice(number.length))}”`,
        };
  },
  (line) =>
    // A star that closes emphasis later in the line is none of a list.
    /^\*(?=\p{L})[^*]*$/u.test(line)
      ? {
          message: 'a star without a space behind it makes no item of a list',
          hint: `write “- ${shorten(line.slice(1))}”`,
        }
      : undefined,
  (line, first) =>
    // Not `:smile:`.
    !first && /^:(?=\p{L})(?![a-z_]+:)/u.test(line)
      ? {
          message: 'a colon without a space behind it explains no term',
          hint: `write “: ${shorten(line.slice(1))}”`,
        }
      : undefined,
  (line, first) => {
    const [, signs = ''] = HEADING.exec(line) ?? [];
    if (signs === '' || (signs === '#' && (!first || isHashtag(line)))) return undefined;
    return {
      message: `“${signs}” without a space behind it makes no heading`,
      hint: `write “${signs === '#' ? '##' : signs} ${shorten(line.slice(signs.length))}”${signs === '#' ? `; for a hashtag, \\${shorten(line)}` : ''}`,
    };
  },
];

/** What is wrong with a paragraph, at most one slip of each kind. */
export function lineSlips({ content, literal }: LiteralText): readonly Slip[] {
  const lines = literal.split('\n');
  if (!lines.some((line) => SUSPECT.test(line.trimStart()))) return [];
  const slips: Slip[] = [];
  const say = (found: Said, line: string, start = 0) => {
    const indent = line.length - line.trimStart().length;
    slips.push({ ...found, start: start + indent, end: start + line.trimEnd().length });
  };
  for (const rule of RULES) {
    let start = 0;
    for (const [index, line] of lines.entries()) {
      const found = rule(line.trim(), index === 0);
      if (found) {
        say(found, line, start);
        break;
      }
      start += line.length + 1;
    }
  }
  if (lines.length > 1)
    for (const rule of [dashSlip, tabSlip]) {
      const found = rule(lines);
      if (found) say(found, lines[0]!);
    }
  return [...slips, ...tableSlip(content)];
}

/** Lines of a paragraph that all begin with a dash: a list, as word processors make of hyphens. One is an aside, or speech. */
function dashSlip(lines: readonly string[]): Said | undefined {
  if (!lines.every((line) => /^\s*[–—]\s+\S/u.test(line))) return undefined;
  const first = lines[0]!.trim();
  return {
    message: `the dash “${first.charAt(0)}” is printed as it stands, and makes no list`,
    hint: `write “- ${shorten(first.slice(1).trim())}”`,
  };
}

/** Rows pasted from a spreadsheet, whose columns are held apart by tabs. */
function tabSlip(lines: readonly string[]): Said | undefined {
  if (!lines.every((line) => /\S\t+\S/.test(line))) return undefined;
  const cells = lines[0]!.trim().split(/\t+/);
  return {
    message: 'columns held apart by tabs make no table: they are printed as spaces',
    hint: `write | ${shorten(cells.join(' | '))} |, and ${tableRule(cells.length)} below the first line`,
  };
}

/** `#WithRefugees`, or a sentence that begins with a hashtag, or several in a row. */
function isHashtag(line: string): boolean {
  const [word = ''] = /^[\p{L}\p{M}\p{N}_]+/u.exec(line.slice(1)) ?? [];
  const coined = word === '' || /\p{Ll}\p{Lu}|[\p{Nd}_]/u.test(word) || /^\P{L}/u.test(word);
  return coined || line.includes('#', 1) || /[.!?؟۔।…:;,]$/.test(line);
}

const tableRule = (columns: number): string => `|${' --- |'.repeat(Math.min(columns, 12))}`;

/** Rows of a table without the line of hyphens that makes them one. */
function tableSlip(content: string): readonly Slip[] {
  const rows = content.split('\n').map((line) => line.trim());
  if (!rows.every((row) => ROW.test(row)) || !rows[0]!.slice(1, -1).includes('|')) return [];
  const columns = rows[0]!.slice(1, -1).replaceAll('\\|', '').split('|').length;
  const ruled = rows.some((row) => /^[|\s:-]+$/.test(row));
  return [
    {
      start: 0,
      end: rows[0]!.length,
      message: ruled
        ? 'this is no table: its second line must have as many columns as its first'
        : 'this is no table: the line below its first is missing',
      hint: `write ${tableRule(columns)} below the first line`,
    },
  ];
}
