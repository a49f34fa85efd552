/** The structure that HTML of a specification's example stands for, told in tags of PDF. */
import { defaultTreeAdapter, parseFragment } from 'parse5';
import { attribute, type HtmlElement, type HtmlNode, inlines, textOf, withCaption } from './html-inlines.ts';
import { codeLines, inline, type Outline, outline, type Piece } from './outline.ts';

export interface Expected {
  readonly tree: readonly Piece[];
  /** What has no tag, in reading order: rules, and whether lists are tight. */
  readonly untagged: readonly string[];
}

export function expectedOf(html: string): Expected {
  const nodes = parseFragment(html).childNodes;
  return { tree: blocks(nodes), untagged: nodes.flatMap(untaggedIn) };
}

function untaggedIn(node: HtmlNode): string[] {
  if (!defaultTreeAdapter.isElementNode(node)) return [];
  const inner = node.childNodes.flatMap(untaggedIn);
  if (node.tagName === 'hr') return ['rule', ...inner];
  if (node.tagName !== 'ul' && node.tagName !== 'ol') return inner;
  const loose = node.childNodes.some((item) => childElements(item).some(({ tagName }) => tagName === 'p'));
  return [loose ? 'loose list' : 'tight list', ...inner];
}

function childElements(node: HtmlNode): HtmlElement[] {
  return 'childNodes' in node ? node.childNodes.filter(defaultTreeAdapter.isElementNode) : [];
}

const BLOCKS = new Set('p h1 h2 h3 h4 h5 h6 ul ol blockquote pre hr table'.split(' '));

/** Blocks; text that stands among them, as in an item of a tight list, is a paragraph. */
function blocks(nodes: readonly HtmlNode[]): Piece[] {
  const found: Piece[] = [];
  let loose: HtmlNode[] = [];
  const finish = () => {
    found.push(...paragraph(loose));
    loose = [];
  };
  for (const node of nodes) {
    if (!defaultTreeAdapter.isElementNode(node) || !BLOCKS.has(node.tagName)) {
      loose.push(node);
      continue;
    }
    finish();
    found.push(...block(node));
  }
  finish();
  return found;
}

function block(element: HtmlElement): Piece[] {
  const { tagName, childNodes } = element;
  switch (tagName) {
    case 'p':
      return paragraph(childNodes);
    case 'blockquote':
      return [outline('BlockQuote', blocks(childNodes))];
    case 'ul':
    case 'ol':
      return [list(element)];
    case 'pre':
      return [outline('P', [inline('Code', [codeOf(textOf(childNodes))])])];
    case 'table':
      return [outline('Table', childElements(element).map(section))];
    case 'hr':
      return [];
    default:
      return [outline(tagName.toUpperCase(), inlines(childNodes))];
  }
}

/** A paragraph of pictures alone is its figures; white space among blocks is none. */
function paragraph(nodes: readonly HtmlNode[]): Piece[] {
  if (!nodes.some((node) => defaultTreeAdapter.isElementNode(node) || textOf([node]).trim() !== ''))
    return [];
  const children = inlines(nodes);
  const seen = children.filter((piece) => typeof piece !== 'string' || /[^ ↵]/.test(piece));
  const figures = seen.flatMap((piece) => figureOf(piece) ?? []);
  const onlyFigures = figures.length === seen.length && (seen.length > 0 || holdsPicture(nodes));
  return onlyFigures ? figures : [outline('P', children)];
}

function holdsPicture(nodes: readonly HtmlNode[]): boolean {
  return nodes.some((node) => defaultTreeAdapter.isElementNode(node) && node.tagName === 'img');
}

/** A picture that stands for itself; one that is a link is a paragraph of that link. */
function figureOf(piece: Piece): Outline | undefined {
  if (typeof piece === 'string') return undefined;
  if (piece.tag === 'Figure') return withCaption(piece);
  const [only, ...more] = piece.children;
  if (piece.tag !== 'Link' || more.length > 0 || typeof only !== 'object' || only.tag !== 'Figure')
    return undefined;
  return outline('P', [inline('Link', [withCaption(only)], piece.says)]);
}

function list(element: HtmlElement): Outline {
  const ordered = element.tagName === 'ol';
  const start = Number(attribute(element, 'start') ?? 1);
  const items = childElements(element).map((item, index) =>
    outline('LI', [
      outline('Lbl', [ordered ? `${start + index}.` : '•']),
      outline('LBody', blocks(item.childNodes)),
    ]),
  );
  return outline('L', items, ordered ? 'Decimal' : 'Disc');
}

const SECTIONS: Readonly<Record<string, string>> = { thead: 'THead', tbody: 'TBody' };
const ALIGNMENTS: Readonly<Record<string, string>> = { center: 'center', right: 'end' };

function section(element: HtmlElement): Outline {
  const rows = childElements(element).map((row) =>
    outline(
      'TR',
      childElements(row).map((cell) =>
        outline(
          cell.tagName.toUpperCase(),
          inlines(cell.childNodes),
          ALIGNMENTS[attribute(cell, 'align') ?? ''],
        ),
      ),
    ),
  );
  return outline(SECTIONS[element.tagName] ?? element.tagName, rows);
}

/** A block of code; a tab leads to the next of the stops, four columns apart. */
function codeOf(code: string): string {
  const lines = code.replace(/\n$/, '').split('\n');
  return codeLines(
    lines.map((line) => {
      const [first = '', ...parts] = line.split('\t');
      return parts.reduce((wide, part) => wide.padEnd((Math.floor(wide.length / 4) + 1) * 4) + part, first);
    }),
  );
}
