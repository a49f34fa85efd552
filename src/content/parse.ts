/** The content stage: one content file in, one edition out, and a report of all that is wrong with it. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceReader } from '../files/project-files.ts';
import { checkText, readText } from '../files/text-file.ts';
import type { Edition, Inline } from './edition.ts';
import { type FrontMatterResult, parseFrontMatter, splitFrontMatter } from './front-matter.ts';
import { parseMarkdown } from './markdown.ts';
import { Anchors, type NamedImage, type TreeContext } from './tree/context.ts';
import { findImage } from './tree/images.ts';
import { parseInline } from './tree/inlines.ts';

export interface EditionInput {
  /** The door to the project; needed to read the file and to look for pictures. */
  readonly files?: SourceReader;
  /** Path of the content file, from the project folder. */
  readonly file: string;
  readonly slug: string;
  /** Canonical BCP 47 tag. */
  readonly lang: string;
  /** Its text, when that is not on disk. */
  readonly source?: string;
}

/**
 * Parses one content file. As many faults as possible are reported in one go; the edition is undefined when
 * one of them is an error, since a statement is either right or not printed.
 */
export function parseEdition(input: EditionInput, report: Report): Edition | undefined {
  const { file, slug, lang, files } = input;
  const own = report.child();
  const edition = parse();
  return own.hasErrors ? undefined : edition;

  function parse(): Edition | undefined {
    const source = readSource(input, own);
    if (source === undefined) return undefined;
    const lines = source.split('\n');
    const split = splitFrontMatter(lines, file, own);
    if (!split) return undefined;
    const front = parseFrontMatter(file, split.yaml, split.yamlLine, own);
    const anchors = new Anchors();
    const images = new Map<string, NamedImage>();
    const context: TreeContext = { file, ...(files && { files }), report: own, images, anchors };
    const inline = front ? parseFields(front, context) : new Map<string, readonly Inline[]>();
    if (front) nameImages(front, inline, images, context);
    // The text is parsed even when the front matter is wrong, to report what is wrong with both.
    const text = lines.slice(split.bodyLine).join('\n');
    const { body, footnotes } = parseMarkdown({ lines, bodyLine: split.bodyLine, text }, context);
    anchors.check(own);
    if (!front) return undefined;
    const { frontMatter } = front;
    if (body.length === 0 && frontMatter.demands.length === 0 && frontMatter.summary === undefined) {
      own.error(
        'content-empty',
        { file, line: split.bodyLine, column: 1 },
        'there is no text after the front matter',
        {
          hint: 'write it below the second “---”',
        },
      );
    }
    return { slug, lang, file, frontMatter, inline, body, footnotes, source };
  }
}

function readSource({ files, file, source }: EditionInput, report: Report): string | undefined {
  if (source !== undefined) {
    const text = source.replace(/\r\n?/g, '\n');
    return checkText(text, file, report) ? text : undefined;
  }
  if (files) return readText(files, file, report);
  report.error('file-missing', { file }, `"${file}" is not given, nor where to read it from`);
  return undefined;
}

/** Parses the Markdown fields of the front matter, keyed by path. `headline` is the title when absent. */
function parseFields(
  { frontMatter, yaml }: FrontMatterResult,
  context: TreeContext,
): Map<string, readonly Inline[]> {
  const inline = new Map<string, readonly Inline[]>();
  const add = (path: readonly (string | number)[], text: string | undefined, at = path): void => {
    if (text !== undefined) inline.set(path.join('.'), parseInline(text, yaml.map(at), context));
  };
  const { title, subtitle, headline, summary, demands, action, references, images } = frontMatter;
  add(['title'], title);
  add(['subtitle'], subtitle);
  add(['headline'], headline);
  add(['summary'], summary);
  for (const [index, demand] of demands.entries()) add(['demands', index], demand);
  add(['action', 'label'], action?.label);
  for (const [index, { text }] of references.entries()) {
    const path = ['references', index, 'text'];
    // A reference may be written as text alone.
    add(path, text, yaml.has(path) ? path : path.slice(0, -1));
  }
  for (const [name, { caption }] of Object.entries(images)) add(['images', name, 'caption'], caption);
  if (headline === undefined) inline.set('headline', inline.get('title') ?? []);
  return inline;
}

function nameImages(
  { frontMatter, yaml }: FrontMatterResult,
  inline: ReadonlyMap<string, readonly Inline[]>,
  images: Map<string, NamedImage>,
  context: TreeContext,
): void {
  for (const [name, { src, alt, decorative }] of Object.entries(frontMatter.images)) {
    findImage(src, yaml.span(['images', name, 'src']), context);
    images.set(name, {
      src,
      alt: alt ?? '',
      decorative,
      caption: inline.get(`images.${name}.caption`) ?? [],
    });
  }
}
