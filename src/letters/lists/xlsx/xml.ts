/** Walks through a part of a spreadsheet (ECMA-376): elements by their local names. Nothing outside of it is read for it. */
import { SaxesParser } from 'saxes';
import { ArchiveProblem } from './archive.ts';

export interface XmlVisitor {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** @throws ArchiveProblem where the part is no well-formed XML */
export function walkXml(source: string, part: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', () => {
    throw new ArchiveProblem(
      `is damaged: its part ${part} is no well-formed XML`,
      'open it and save it again',
    );
  });
  parser.on('opentag', ({ name, attributes }) => visitor.open?.(local(name), attributes));
  parser.on('closetag', ({ name }) => visitor.close?.(local(name)));
  parser.on('text', (text) => visitor.text?.(text));
  parser.on('cdata', (text) => visitor.text?.(text));
  parser.write(source).close();
}

/** Some programs write `x:row` for `row`. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Text as it was typed: spreadsheets write control characters as `_x000D_`. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
