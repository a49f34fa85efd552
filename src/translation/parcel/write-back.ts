/** Puts translated texts into a Markdown file, each where its block stands; all else stays as it is, byte for byte. */
import type { Inline } from '../../content/edition.ts';
import { splitFrontMatter } from '../../content/fences.ts';
import { Report } from '../../diagnostics/diagnostic.ts';
import type { Direction } from '../../language/language.ts';
import type { TextBlock } from '../blocks.ts';
import { writeFields } from './write-fields.ts';

export interface NewText {
  readonly block: TextBlock;
  /** One line of Markdown; a line break in it is one of the text. */
  readonly markdown: string;
}

/** Columns at which new text is wrapped. */
const WIDTH = 95;

export interface Draft {
  /** Language of the original: blocks that are still in it are marked so, and their marks go when they are written over. */
  readonly lang: string;
  /** Direction of the translation: what is written over in part already runs in it. */
  readonly dir: Direction;
  /** All blocks of the file. */
  readonly blocks: readonly TextBlock[];
}

/** The file with these texts in place of those of its blocks. */
export function writeTexts(source: string, texts: readonly NewText[], draft: Draft): string {
  const lines = source.split('\n');
  const front = splitFrontMatter(lines, '', new Report());
  const fields = texts.filter(({ block }) => block.kind === 'field');
  const yaml = front && fields.length > 0 ? writeFields(front.yaml, fields) : undefined;
  const body = texts.filter(({ block }) => block.kind !== 'field' && block.span.line !== undefined);
  const edits = [
    ...body.map((text) => ({
      line: text.block.span.line! - 1,
      column: text.block.span.column ?? 1,
      apply: () => replaceText(lines, text, draft.lang),
    })),
    ...tableMarks(lines, draft, new Set(body.map(({ block }) => block.at))).map(({ line, isDone }) => ({
      line,
      column: 1,
      apply: isDone ? () => takeMark(lines, line) : () => turnMark(lines, line, draft.dir),
    })),
  ];
  // From the last to the first, so that places stay where they are.
  for (const { apply } of edits.sort((one, other) => other.line - one.line || other.column - one.column))
    apply();
  // Texts below change none of the lines around the front matter.
  if (front && yaml !== undefined) lines.splice(1, front.bodyLine - 2, ...yaml.trimEnd().split('\n'));
  return lines.join('\n');
}

interface TableMark {
  readonly line: number;
  /** All cells are written over; else some. */
  readonly isDone: boolean;
}

/** Lines that mark a table as being in the original's language, of tables in which cells are written over. */
function tableMarks(
  lines: readonly string[],
  { lang, blocks }: Draft,
  done: ReadonlySet<string>,
): readonly TableMark[] {
  const cells = new Map<number, boolean[]>();
  for (const block of blocks) {
    if (block.kind !== 'cell' || block.span.line === undefined) continue;
    let below = block.span.line;
    while (lines[below]?.includes('|')) below++;
    if (lines[below] === '') below++;
    if (!new RegExp(`^[\\s>]*\\{lang=${lang}(?: dir=(?:ltr|rtl))?\\}$`).test(lines[below] ?? '')) continue;
    const known = cells.get(below);
    if (known) known.push(done.has(block.at));
    else cells.set(below, [done.has(block.at)]);
  }
  return [...cells].flatMap(([line, written]) =>
    written.includes(true) ? [{ line, isDone: !written.includes(false) }] : [],
  );
}

/** Takes a mark out, with the empty line before it. */
function takeMark(lines: string[], line: number): void {
  const isApart = lines[line - 1] === '';
  lines.splice(isApart ? line - 1 : line, isApart ? 2 : 1);
}

/** Columns of a table run as its readers read, also while cells of it wait for their translation. */
function turnMark(lines: string[], line: number, dir: Direction): void {
  lines[line] = lines[line]!.replace(/(?: dir=(?:ltr|rtl))?\}$/, ` dir=${dir}}`);
}

function replaceText(lines: string[], { block, markdown }: NewText, draft: string): void {
  const first = block.span.line! - 1;
  const line = lines[first]!;
  if (block.kind === 'picture' || block.kind === 'caption' || block.kind === 'cell') {
    const [start, length] = rangeInLine(line, block);
    lines[first] = line.slice(0, start) + inLine(markdown, block.kind) + line.slice(start + length);
    return;
  }
  const start = startOf(line, block);
  const last = lastLine(block.inlines) - 1;
  const tail = /\s*(\{[^{}]*\})?\s*#*\s*$/.exec(lines[last]!)![0];
  const marks = last === first && tail.length > line.length - start ? '' : withoutDraft(tail, draft);
  const prefix = line.slice(0, start);
  const words = wrap(
    markdown,
    prefix,
    block.kind === 'heading' || block.kind === 'term' ? Number.POSITIVE_INFINITY : WIDTH,
  );
  lines.splice(first, last - first + 1, ...`${words}${marks}`.split('\n'));
}

/** Where the words of a block begin in its first line: after its signs, and with the escape before its first letter. */
function startOf(line: string, { inlines, span }: TextBlock): number {
  const column = (inlines[0]?.span.column ?? span.column ?? 1) - 1;
  return line[column - 1] === '\\' ? column - 1 : column;
}

function lastLine(inlines: readonly Inline[]): number {
  return inlines.reduce(
    (line, inline) =>
      Math.max(line, inline.span.line ?? 0, 'children' in inline ? lastLine(inline.children) : 0),
    0,
  );
}

/** A cell, the alternative text of a picture, its caption: a stretch of one line. */
function rangeInLine(
  line: string,
  { kind, span, inlines }: TextBlock,
): readonly [start: number, length: number] {
  const column = (inlines[0]?.span.column ?? span.column ?? 1) - 1;
  if (kind === 'picture') {
    const start = line.indexOf('![', column) + 2;
    return [start, lengthUntil(line, start, ']')];
  }
  if (kind === 'caption') return [column, lengthUntil(line, column, line[column - 1] === "'" ? "'" : '"')];
  const start = line[column - 1] === '\\' ? column - 1 : column;
  return [start, line.slice(start, start + lengthUntil(line, start, '|')).trimEnd().length];
}

/** Characters up to a sign that is not escaped and not in code; the rest of the line when there is none. */
function lengthUntil(line: string, start: number, sign: string): number {
  let code = false;
  for (let at = start; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '`') code = !code;
    else if (line[at] === sign && !code) return at - start;
  }
  return line.length - start;
}

function inLine(markdown: string, kind: TextBlock['kind']): string {
  const flat = markdown.replace(/\\\n/g, ' ');
  if (kind === 'cell') return flat.replace(/(?<!\\)\|/g, '\\|');
  return kind === 'caption' ? flat.replace(/(?<!\\)"/g, '\\"') : flat;
}

/** Attributes at the end of a text without those that say it is still in the original's language. */
function withoutDraft(tail: string, draft: string): string {
  if (!tail.includes(`lang=${draft}`)) return tail.trimEnd();
  const kept = tail.replace(new RegExp(`\\s*\\blang=${draft}\\b|\\s*\\bdir=(?:ltr|rtl)\\b`, 'g'), '');
  return /\{\s*\}/.test(kept) ? kept.replace(/\s*\{\s*\}/, '').trimEnd() : kept.trimEnd();
}

/** Lines of at most so many characters; those after the first stand below the first word. */
function wrap(markdown: string, prefix: string, width: number): string {
  const next = prefix.replace(/[^>\s]/g, ' ');
  const lines: string[] = [];
  for (const part of markdown.split('\n')) {
    let line = lines.length === 0 ? prefix : next;
    let empty = true;
    for (const word of part.trim().split(' ')) {
      // What begins a list or a heading in Markdown does not begin a line.
      const sign = /^(?:[-+*>#=|:~]|\d+[.)]$)/.test(word);
      if (!empty && line.length + word.length + 1 > width && !sign) {
        lines.push(line);
        line = next;
        empty = true;
      }
      line += empty ? word : ` ${word}`;
      empty = false;
    }
    // A backslash ends a line of verse or of an address right after its last word.
    lines.push(line.replace(/ +\\$/, '\\'));
  }
  return lines.join('\n');
}
