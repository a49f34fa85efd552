/** The declarations of styles, as attributes and style sheets write them. */

export interface Declaration {
  readonly name: string;
  readonly value: string;
  readonly important: boolean;
  /** Offset in the file. */
  readonly at: number;
}

/** Where a block ends that opens at `open`: blocks may be in it, and braces in strings do not count. */
export function blockEnd(text: string, open: number): number {
  let depth = 0;
  const marks = /["'{}]/g;
  marks.lastIndex = open;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}') {
      if (--depth === 0) return match.index;
    } else {
      const end = text.indexOf(match[0], match.index + 1);
      if (end < 0) break;
      marks.lastIndex = end + 1;
    }
  }
  return text.length;
}

/** `name: value; …`, as in a `style` attribute. Semicolons in strings and brackets do not end a value. */
export function readDeclarations(text: string, start: number): Declaration[] {
  const declarations: Declaration[] = [];
  const part = /((?:[^;"'(]+|"[^"]*("|$)|'[^']*('|$)|\([^)]*(\)|$))*)(;|$)/y;
  while (part.lastIndex < text.length) {
    const at = part.lastIndex;
    const [whole = '', declaration = ''] = part.exec(text) ?? [];
    if (whole === '') break;
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon);
    const value = declaration.slice(colon + 1).trim();
    declarations.push({
      name: name.trim().toLowerCase(),
      value: value.replace(/\s*!\s*important$/i, ''),
      important: /!\s*important$/i.test(value),
      at: start + at + (name.length - name.trimStart().length),
    });
  }
  return declarations;
}
