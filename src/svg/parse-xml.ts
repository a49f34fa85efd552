/** From the text of an SVG file to its elements. Nothing outside the file is ever read for it. */
import { SaxesParser } from 'saxes';
import type { SvgAttribute, SvgElement, SvgText } from './element.ts';
import { StopReading, type SvgReader } from './reader.ts';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const XML = 'http://www.w3.org/XML/1998/namespace';
/** What drawing programs use and people forget to declare when they cut a file down by hand. */
const COMMON_PREFIXES = {
  xlink: XLINK,
  svg: SVG,
  inkscape: 'http://www.inkscape.org/namespaces/inkscape',
  sodipodi: 'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
};
const MOST_ELEMENTS = 100_000;
const DEEPEST = 100;
const MOST_ENTITIES = 100;
const LONGEST_ENTITY = 1000;

interface OpenElement extends SvgElement {
  readonly attributes: Map<string, SvgAttribute>;
  readonly children: (SvgElement | SvgText)[];
}

/**
 * The root element, with elements of other namespaces left out: what Inkscape and Illustrator keep for themselves.
 *
 * @throws StopReading after a report, when the file is no well-formed XML or no SVG
 */
export function parseXml(source: string, reader: SvgReader): SvgElement {
  const parser = new SaxesParser({ xmlns: true, additionalNamespaces: COMMON_PREFIXES });
  const places = new Map<string, number>();
  let root: OpenElement | undefined;
  let current: OpenElement | undefined;
  /** Depth below an element of another namespace. */
  let foreign = 0;
  let depth = 0;
  let count = 0;
  parser.on('error', (error) => {
    const what = error.message.replace(/^(.*?:)?\d+:\d+: /, '');
    reader.error('svg-syntax', Math.max(0, parser.position - 1), 1, `this is no well-formed XML: ${what}`);
    throw new StopReading();
  });
  parser.on('doctype', (doctype) => {
    // Those of XML itself stand behind them.
    Object.assign(parser.ENTITIES, declaredEntities(doctype, source, reader));
  });
  parser.on('opentagstart', () => places.clear());
  parser.on('attribute', ({ name, value }) => {
    // Behind the name stand at least an equals sign, the value and its quotation marks.
    places.set(name, source.lastIndexOf(name, parser.position - value.length - name.length - 2));
  });
  parser.on('opentag', (tag) => {
    const at = source.lastIndexOf(`<${tag.name}`, parser.position);
    if (++count > MOST_ELEMENTS || ++depth > DEEPEST) {
      const problem =
        depth > DEEPEST
          ? `elements are nested more than ${DEEPEST} deep`
          : `it has more than ${MOST_ELEMENTS} elements`;
      reader.stopTooLarge(at, tag.name.length + 1, problem);
    }
    if (foreign > 0 || (tag.uri !== SVG && tag.uri !== '')) {
      foreign++;
      return;
    }
    const element: OpenElement = {
      name: tag.local,
      attributes: new Map(),
      children: [],
      parent: current,
      at,
    };
    for (const { name, local, uri, value } of Object.values(tag.attributes)) {
      const place = { value, at: places.get(name) ?? at };
      if (uri === '' || uri === XLINK) {
        // A plain href counts before one of XLink (SVG 2, 16.1.6).
        if (uri === '' || !element.attributes.has(local)) element.attributes.set(local, place);
      } else if (uri === XML) element.attributes.set(`xml:${local}`, place);
    }
    current?.children.push(element);
    root ??= element;
    current = element;
  });
  parser.on('closetag', () => {
    depth--;
    if (foreign > 0) foreign--;
    else current = current?.parent as OpenElement | undefined;
  });
  const addText = (text: string): void => {
    if (foreign === 0) current?.children.push({ text, at: Math.max(0, parser.position - text.length - 1) });
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(source).close();
  if (root?.name === 'svg') return root;
  reader.error(
    'svg-syntax',
    root?.at ?? 0,
    1,
    root ? `this is <${root.name}> and no SVG drawing` : 'this is no SVG drawing',
  );
  throw new StopReading();
}

/**
 * Entities that the file declares for itself, as Illustrator does for its namespaces: plain text only. Entities made of
 * entities, and those of other files, are how small files grow huge and how files are read that nobody named.
 */
function declaredEntities(doctype: string, source: string, reader: SvgReader): Record<string, string> {
  const entities: Record<string, string> = {};
  const start = Math.max(0, source.indexOf(doctype));
  let count = 0;
  for (const match of doctype.matchAll(/<!ENTITY\s+(%\s+)?([\w:.-]+)\s+(?:"([^"]*)"|'([^']*)'|([^>]*))/g)) {
    const [whole, parameter, name = '', double, single] = match;
    const value = double ?? single;
    if (
      !parameter &&
      value !== undefined &&
      !/[&%<]/.test(value) &&
      value.length <= LONGEST_ENTITY &&
      ++count <= MOST_ENTITIES
    ) {
      entities[name] = value;
      continue;
    }
    const hint = 'write in its place what it stands for';
    reader.error('svg-element', start + match.index, whole.length, `the entity "${name}" is not read`, hint);
    throw new StopReading();
  }
  return entities;
}
