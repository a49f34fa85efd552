/**
 * Paragraphs as lines of `text/plain; format=flowed` (RFC 3676): a line that ends in a space goes on in the next, so that narrow
 * windows wrap it anew and old programs still show lines that fit.
 */

export interface PlainParagraph {
  /** Its lines: those that an author broke, or that are to stay as they are. */
  readonly lines: readonly string[];
  /** How many quotations it is in. */
  readonly quoted: number;
  /** Nothing is wrapped: code. */
  readonly verbatim?: boolean;
  /** It follows the one before it without an empty line. */
  readonly close?: boolean;
}

/** Characters, less the space at the end: RFC 3676 asks for 78 at most. */
const WIDTH = 72;
const LINE_END = '\r\n';

/** Ends with a line end; lines are no longer than 78 characters but where a word is. */
export function flowedText(paragraphs: readonly PlainParagraph[]): string {
  const out: string[] = [];
  let before = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const { quoted, lines, verbatim = false, close = false } = paragraph;
    if (index > 0 && !close) out.push('>'.repeat(Math.min(quoted, before)));
    for (const line of lines) {
      // Space at the end would join it to the next.
      const whole = line.replace(/ +$/, '');
      for (const part of verbatim ? [whole] : wrapped(whole, WIDTH - quoted)) out.push(stuffed(part, quoted));
    }
    before = quoted;
  }
  return out.join(LINE_END) + LINE_END;
}

/** Lines no wider than a width where spaces allow it; all but the last end in a space. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const word of text.match(/ *[^ ]+/g) ?? ['']) {
    const size = [...word].length;
    if (line.trim() !== '' && length + size > width) {
      lines.push(`${line} `);
      line = word.trimStart();
      length = [...line].length;
    } else {
      line += word;
      length += size;
    }
  }
  return [...lines, line];
}

/** A line must not be taken for a quotation, for the signature or for the beginning of a message (RFC 3676, 4.3 and 4.4). */
function stuffed(line: string, quoted: number): string {
  if (quoted > 0) return `${'>'.repeat(quoted)} ${line}`;
  return /^(?: |>|From )/.test(line) ? ` ${line}` : line;
}
