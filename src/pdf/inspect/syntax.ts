/** Reads PDF notation (ISO 32000-1, 7.2 and 7.3) and the operators of content streams between it. */
import { type Dictionary, Name, PdfString, type PdfValue, Reference } from './objects.ts';

/** What is no object: `BDC`, `obj`, the end of an array. */
export class Operator {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

const SPACE = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads objects one after another from text of one character for each byte. */
export class Parser {
  readonly text: string;
  /** Where the next object is looked for. */
  at: number;
  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** The next operator, or object; `'end'` behind the last. */
  next(): PdfValue | Operator | 'end' {
    const { text } = this;
    while (this.at < text.length && SPACE.test(text[this.at]!)) this.at++;
    const char = text[this.at];
    if (char === undefined) return 'end';
    if (char === '/') return this.#name();
    if (char === '(') return this.#literal();
    if (text.startsWith('<<', this.at)) return this.#dictionary();
    if (char === '<') return this.#hexadecimal();
    if (char === '[') return this.#array();
    const word = this.#word();
    const reference = /^\d+$/.test(word) && /^\s+\d+\s+R\b/.exec(text.slice(this.at, this.at + 24));
    if (reference) {
      this.at += reference[0].length;
      return new Reference(Number(word));
    }
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : new Operator(word);
  }

  /** The next object; undefined where there is an operator or nothing. */
  object(): PdfValue {
    const next = this.next();
    return next instanceof Operator || next === 'end' ? undefined : next;
  }

  #word(): string {
    return DELIMITER.test(this.text[this.at]!) ? this.text[this.at++]! : this.#regular();
  }

  /** Characters up to the next delimiter. */
  #regular(): string {
    const start = this.at;
    while (this.at < this.text.length && !DELIMITER.test(this.text[this.at]!)) this.at++;
    return this.text.slice(start, this.at);
  }

  #name(): Name {
    this.at++;
    return new Name(
      this.#regular().replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
    );
  }

  #literal(): PdfString {
    let depth = 0;
    let bytes = '';
    for (;;) {
      const char = this.text[this.at++];
      if (char === undefined) return new PdfString(bytes);
      if (char === '\\') bytes += this.#escaped();
      else if (char === '(') {
        if (depth++ > 0) bytes += char;
      } else if (char === ')') {
        if (--depth === 0) return new PdfString(bytes);
        bytes += char;
      } else bytes += char;
    }
  }

  /** What stands behind a backslash: a letter, three octal digits, the end of a line, or itself. */
  #escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at, this.at + 3))?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    const char = this.text[this.at++] ?? '';
    if (char === '\r' && this.text[this.at] === '\n') this.at++;
    return char === '\r' || char === '\n' ? '' : (ESCAPES[char] ?? char);
  }

  #hexadecimal(): PdfString {
    const end = this.text.indexOf('>', this.at);
    const digits = this.text.slice(this.at + 1, end).replace(/\s/g, '');
    this.at = end + 1;
    return new PdfString(Buffer.from(digits, 'hex').toString('latin1'));
  }

  #array(): PdfValue[] {
    this.at++;
    const items: PdfValue[] = [];
    for (let item = this.next(); item !== 'end'; item = this.next()) {
      if (!(item instanceof Operator)) items.push(item);
      else if (item.word === ']') break;
    }
    return items;
  }

  #dictionary(): Dictionary {
    this.at += 2;
    const entries: Dictionary = {};
    for (;;) {
      const key = this.next();
      if (!(key instanceof Name)) {
        this.at++; // The second of the two signs that end it.
        return entries;
      }
      entries[key.value] = this.object();
    }
  }
}
