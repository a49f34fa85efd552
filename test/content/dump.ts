/** A readable picture of the content tree for fixtures: a node a line, children indented, line:column last. */
import type {
  Attributes,
  Block,
  Condition,
  ContentImage,
  Footnote,
  Inline,
} from '../../src/content/edition.ts';
import type { Diagnostic, SourceSpan } from '../../src/diagnostics/diagnostic.ts';

const place = ({ line, column }: SourceSpan): string => `@${line}:${column}`;
const quote = (text: string): string => JSON.stringify(text);

function attributes(values: Attributes): string {
  const pairs = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return pairs.length > 0 ? ` {${pairs.join(' ')}}` : '';
}

function image(value: ContentImage): string {
  const title = value.title === undefined ? '' : ` title ${quote(value.title)}`;
  const width = value.width === undefined ? '' : ` width ${value.width}`;
  return `${value.path} alt ${quote(value.alt)}${title}${width}${value.decorative ? ' decorative' : ''}`;
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

export function dumpInlines(nodes: readonly Inline[]): string[] {
  return nodes.flatMap((node) => {
    switch (node.type) {
      case 'text':
      case 'code':
        return [`${node.type} ${quote(node.text)} ${place(node.span)}`];
      case 'link': {
        const title = node.title === undefined ? '' : ` title ${quote(node.title)}`;
        return [`link ${node.url}${title} ${place(node.span)}`, ...indent(dumpInlines(node.children))];
      }
      case 'image':
        return [`image ${image(node.image)}${attributes(node.image.attributes)} ${place(node.span)}`];
      case 'break':
        return [`break ${place(node.span)}`];
      case 'footnote-reference':
        return [`footnote ${node.index + 1} ${place(node.span)}`];
      case 'merge-field':
        return [`field ${node.name} ${place(node.span)}`];
      case 'span':
        return [
          `span${attributes(node.attributes)}${node.isolated ? ' isolated' : ''}${conditions([node.when])} ${place(node.span)}`,
          ...indent(dumpInlines(node.children)),
        ];
      default:
        return [`${node.type} ${place(node.span)}`, ...indent(dumpInlines(node.children))];
    }
  });
}

/** ` if to.name`, ` unless to.name`, one after another. */
function conditions(all: readonly (Condition | undefined)[] = []): string {
  return all.map((one) => (one ? ` ${one.filled ? 'if' : 'unless'} ${one.field}` : '')).join('');
}

export function dumpBlocks(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'rule') return [`rule ${place(block.span)}`];
    const end = `${attributes(block.attributes)}${conditions(block.when)} ${place(block.span)}`;
    switch (block.type) {
      case 'heading':
        return [`heading ${block.level}${end}`, ...indent(dumpInlines(block.children))];
      case 'paragraph':
        return [`paragraph${end}`, ...indent(dumpInlines(block.children))];
      case 'list': {
        const kind = block.ordered ? `numbered list from ${block.start}` : 'list';
        const items = block.items.flatMap((item) => [
          `item ${place(item.span)}`,
          ...indent(dumpBlocks(item.children)),
        ]);
        return [`${kind}${block.tight ? '' : ' loose'}${end}`, ...indent(items)];
      }
      case 'definition-list': {
        const items = block.items.flatMap((item) => [
          `term ${place(item.span)}`,
          ...indent(dumpInlines(item.term)),
          ...item.definitions.flatMap((blocks) => ['definition', ...indent(dumpBlocks(blocks))]),
        ]);
        return [`definition list${end}`, ...indent(items)];
      }
      case 'quote':
        return [`quote${end}`, ...indent(dumpBlocks(block.children))];
      case 'code':
        return [`code ${quote(block.text)}${block.info && ` info ${quote(block.info)}`}${end}`];
      case 'table': {
        const align = block.align.map((value) => value ?? '-').join(' ');
        const rows = [block.header, ...block.rows].flatMap((row, index) => [
          index === 0 ? 'header' : 'row',
          ...indent(
            row.flatMap((cell) => [`cell ${place(cell.span)}`, ...indent(dumpInlines(cell.children))]),
          ),
        ]);
        return [`table ${align}${end}`, ...indent(rows)];
      }
      case 'figure': {
        const pictures = block.rows.flatMap((row, index) =>
          row.map(({ image: value, link, span }, column) => {
            const start = column === 0 && index > 0 ? 'new row ' : '';
            const leads = link ? ` link ${link.url}` : '';
            const head = `${start}${image(value)}${attributes(value.attributes)}${leads} ${place(span)}`;
            return [head, ...indent(dumpInlines(value.caption))];
          }),
        );
        return [`figure${end}`, ...indent(pictures.flat())];
      }
    }
    return [];
  });
}

export function dumpFootnotes(footnotes: readonly Footnote[]): string[] {
  return footnotes.flatMap((note, index) => [
    `note ${index + 1} ${quote(note.label)} ${place(note.span)}`,
    ...indent(dumpBlocks(note.children)),
  ]);
}

export function dumpDiagnostics(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ severity, code, message, span, hint }) => {
    const where = span?.line === undefined ? '' : ` ${place(span)}`;
    return `! ${severity} ${code}${where} ${message}${hint === undefined ? '' : ` (${hint})`}`;
  });
}
