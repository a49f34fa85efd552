/**
 * PDF objects as bytes (ISO 32000-1 7.3), from the values that pdfkit's references hold: a string is a name, a `String`
 * object is text, a Buffer is a hexadecimal string, and what knows its own notation says it.
 */

/** Widths that references and numbers are aligned to. */
const REFERENCE = 9;
const NUMBER = 4;

/**
 * The object's notation, one character for each byte. Names are expected with their escapes. Aligned, objects that differ in
 * their numbers alone are equally long.
 */
export function serialize(value: unknown, spacing: 'tight' | 'aligned' = 'tight'): string {
  const isAligned = spacing === 'aligned';
  if (typeof value === 'string') return `/${value}`;
  if (typeof value === 'number') return decimal(value).padStart(isAligned ? NUMBER : 0);
  if (value instanceof String) return literal(textBytes(value.valueOf()));
  if (Buffer.isBuffer(value)) return `<${value.toString('hex')}>`;
  if (value instanceof Date) return literal(pdfDate(value));
  if (Array.isArray(value)) return `[${join(value.map((item) => serialize(item, spacing)))}]`;
  if (Object.prototype.toString.call(value) !== '[object Object]' || hasNotation(value as object))
    return String(value).padStart(isAligned ? REFERENCE : 0);
  const entries = Object.entries(value as object).filter(([, entry]) => entry !== undefined);
  return `<<${entries.map(([key, entry]) => `/${key}${spaced(serialize(entry, spacing))}`).join('')}>>`;
}

/** A text string (7.9.2.2) as bytes: ASCII where it is, else UTF-16 with a byte order mark. */
export function textBytes(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  let bytes = '\xfe\xff';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return bytes;
}

/** A date (7.9.4) in UTC. */
function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r' };

function literal(bytes: string): string {
  return `(${bytes.replace(/[\n\r()\\]/g, (char) => ESCAPES[char] ?? `\\${char}`)})`;
}

function decimal(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/\.?0+$/, '');
}

/** References and name trees of pdfkit's print themselves. */
function hasNotation(value: object): boolean {
  return value.toString !== Object.prototype.toString;
}

function join(parts: readonly string[]): string {
  return parts.map((part, i) => (i === 0 ? part : spaced(part, parts[i - 1]))).join('');
}

/** Delimiters need no space around them. */
function spaced(part: string, before = ''): string {
  return '/<(['.includes(part[0] ?? ' ') || '>)]'.includes(before.at(-1) ?? ' ') ? part : ` ${part}`;
}
