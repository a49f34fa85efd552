/**
 * Rendered layout markup → tokens. The language is a strict part of XML: elements, quoted attributes, text,
 * comments and a handful of entities; no doctype, no processing instruction, no CDATA.
 */
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import { MARK_START, type Mark, type MarkupReader } from '../handlebars/output-positions.ts';

export interface AttributeToken {
  readonly name: string;
  readonly value: string;
  readonly span: SourceSpan;
}

export interface TextToken {
  readonly type: 'text';
  readonly text: string;
  readonly span: SourceSpan;
  /** Where the first text stands that was printed from the content file. */
  readonly written?: SourceSpan;
}

export type Token =
  | TextToken
  | { readonly type: 'nodes'; readonly index: number; readonly span: SourceSpan }
  | {
      readonly type: 'open';
      readonly name: string;
      readonly attributes: readonly AttributeToken[];
      readonly empty: boolean;
      readonly span: SourceSpan;
    }
  | { readonly type: 'close'; readonly name: string; readonly span: SourceSpan };

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
/** Runs of characters, none of which crosses a mark. */
const SPACES = /[ \t\r\n\f]+/y;
// Letters beyond ASCII stand in no known name; they are read for the message. (`\p{L}` takes 10 ms to compile.)
const NAME = /[A-Za-z0-9_:.\-\u0080-\uFFFF]+/y;
const TEXT = /[^<&\u0001]+/y;
const VALUE = { '"': /[^"<&\u0001]+/y, "'": /[^'<&\u0001]+/y } as const;

/** Reads all tokens; what is not well formed is reported as `layout-syntax` and passed over. */
export function readTokens(reader: MarkupReader, report: Report): Token[] {
  const tokens: Token[] = [];
  for (;;) {
    const next = reader.peek();
    if (next === '') return tokens;
    const span = reader.span();
    if (next === MARK_START) tokens.push(markToken(reader.takeMark(), span));
    else if (next === '<') {
      const token = readTag(reader, report);
      // Of what an attribute prints nothing is read on the page.
      reader.takeWritten();
      if (token) tokens.push(token);
    } else tokens.push(readText(reader, report));
  }
}

/** A phrase in another language is a span that a helper wrote. */
function markToken(mark: Mark, span: SourceSpan): Token {
  if (mark.type === 'nodes') return { ...mark, span };
  if (mark.type === 'phrase-end') return { type: 'close', name: 'span', span };
  const lang = { name: 'lang', value: mark.lang, span };
  return { type: 'open', name: 'span', attributes: [lang], empty: false, span };
}

function readText(reader: MarkupReader, report: Report): Token {
  let text = reader.takeRun(SPACES);
  const span = reader.span();
  for (let next = reader.peek(); next !== '' && next !== '<' && next !== MARK_START; next = reader.peek()) {
    text += next === '&' ? readEntity(reader, report) : reader.takeRun(TEXT);
  }
  const written = reader.takeWritten();
  return { type: 'text', text, span, ...(written && { written }) };
}

function readTag(reader: MarkupReader, report: Report): Token | undefined {
  const start = reader.span();
  if (reader.skip('<!--')) return readComment(reader, report, start);
  reader.take();
  const closing = reader.skip('/');
  const name = reader.takeRun(NAME);
  if (name === '') {
    const next = reader.peek();
    if (!closing && next !== '!' && next !== '?') {
      report.error('layout-syntax', start, 'a "<" that opens no element', {
        hint: 'write &lt; for the sign itself',
      });
      return undefined;
    }
    report.error(
      'layout-syntax',
      start,
      `"<${closing ? '/' : next}" is not followed by the name of an element`,
    );
    skipTag(reader);
    return undefined;
  }
  const span = { ...start, length: name.length + (closing ? 2 : 1) };
  const attributes: AttributeToken[] = [];
  for (;;) {
    reader.takeRun(SPACES);
    const next = reader.peek();
    if (reader.skip('>')) break;
    if (!closing && reader.skip('/>')) return { type: 'open', name, attributes, empty: true, span };
    if (next === '' || next === '<') {
      report.error('layout-syntax', span, `the tag <${closing ? '/' : ''}${name} has no ">" at its end`);
      break;
    }
    const attribute = closing ? undefined : readAttribute(reader, report, name);
    if (attribute === undefined) {
      if (closing) report.error('layout-syntax', span, `</${name}> has more than a name in it`);
      skipTag(reader);
      break;
    }
    if (attributes.some((other) => other.name === attribute.name)) {
      report.error('layout-syntax', attribute.span, `<${name}> has the attribute "${attribute.name}" twice`);
    } else attributes.push(attribute);
  }
  return closing ? { type: 'close', name, span } : { type: 'open', name, attributes, empty: false, span };
}

function readAttribute(reader: MarkupReader, report: Report, element: string): AttributeToken | undefined {
  const start = reader.span();
  const name = reader.takeRun(NAME);
  if (name === '') {
    const found = reader.peek() === MARK_START ? 'formatted text' : `"${reader.peek()}"`;
    report.error('layout-syntax', start, `${found} cannot stand inside the tag <${element}>`);
    return undefined;
  }
  const span = { ...start, length: name.length };
  reader.takeRun(SPACES);
  const equals = reader.skip('=');
  reader.takeRun(SPACES);
  const quote = reader.peek();
  if (!equals || (quote !== '"' && quote !== "'")) {
    const message = equals
      ? `the value of "${name}" is not in quotes`
      : `the attribute "${name}" of <${element}> has no value`;
    report.error('layout-syntax', span, message, { hint: `write ${name}="…"` });
    if (!equals) return { name, value: '', span };
    return undefined;
  }
  reader.take();
  let value = '';
  for (;;) {
    const next = reader.peek();
    if (next === quote) break;
    if (next === '' || next === '<') {
      report.error('layout-syntax', span, `the value of "${name}" does not end before the next "<"`, {
        hint: `close it with ${quote}, or write &lt; for the sign itself`,
      });
      return undefined;
    }
    if (next === MARK_START) {
      // An attribute has one language: the words of a phrase stay, its language goes.
      if (reader.takeMark().type !== 'nodes') continue;
      report.error('layout-syntax', reader.span(), `formatted text cannot stand in the attribute "${name}"`, {
        hint: 'print the plain text instead: {{title}}, not {{inline title}}',
      });
    } else value += next === '&' ? readEntity(reader, report) : reader.takeRun(VALUE[quote]);
  }
  reader.take();
  return { name, value, span };
}

/** Reads `&name;`, `&#10;` or `&#x10;`; anything else after `&` is reported and kept as it is. */
function readEntity(reader: MarkupReader, report: Report): string {
  const span = reader.span();
  reader.take();
  let name = '';
  while (name.length < 10 && /[#A-Za-z0-9]/.test(reader.peek())) name += reader.take();
  if (reader.peek() === ';') {
    const number = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(name);
    const code = number ? Number.parseInt(number[1] ?? number[2]!, number[1] ? 16 : 10) : Number.NaN;
    const decoded = number ? characterFor(code) : Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    if (decoded !== undefined) {
      reader.take();
      return decoded;
    }
  }
  report.error('layout-syntax', span, `"&${name}" begins no entity that layout markup knows`, {
    hint: 'write &amp; for the sign itself; besides it there are &lt; &gt; &quot; and numbers such as &#160;',
  });
  return `&${name}`;
}

/** XML 1.0, production 2 (Char), less the control characters. */
function characterFor(code: number): string | undefined {
  const fits =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code < 0xd800) ||
    (code >= 0xe000 && code <= 0x10ffff);
  return fits && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : undefined;
}

function readComment(reader: MarkupReader, report: Report, start: SourceSpan): undefined {
  while (!reader.skip('-->')) {
    if (reader.peek() === '') {
      report.error('layout-syntax', { ...start, length: 4 }, 'a comment is left open', {
        hint: 'close it with -->',
      });
      return undefined;
    }
    if (reader.peek() === MARK_START) reader.takeMark();
    else reader.take();
  }
  return undefined;
}

function skipTag(reader: MarkupReader): void {
  for (let next = reader.peek(); next !== '' && next !== '<'; next = reader.peek()) {
    if (next === MARK_START) reader.takeMark();
    else if (reader.take() === '>') return;
  }
}
