/** The content stage: one content file in, one edition out, and a report of all that is wrong with it. */
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { SourceReader } from '../files/project-files.ts';
import { checkText, readText } from '../files/text-file.ts';
import type { Edition, Inline } from './edition.ts';
import { splitFrontMatter } from './fences.ts';
import type { FrontMatter } from './fields/common-fields.ts';
import { fieldName, pathKey } from './fields/field-path.ts';
import type { KindFields } from './fields/kind-fields.ts';
import { isRecord, visitFields } from './fields/visit.ts';
import { type FrontMatterResult, parseFrontMatter } from './front-matter.ts';
import { reportLeftoverMarks } from './leftover-marks.ts';
import { parseMarkdown } from './markdown.ts';
import { Anchors, type NamedImage, type TreeContext } from './tree/context.ts';
import { findImage } from './tree/images.ts';
import { parseInline } from './tree/inlines.ts';

/** The kind of document that is merged to recipients: only its texts have merge fields. */
export const LETTER = 'letter';

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
  /** The kinds of document there are and the fields they have; without them, only the common fields exist. */
  readonly kindFields?: KindFields;
}

/**
 * Parses one content file. As many faults as possible are reported in one go; the edition is undefined when
 * one of them is an error, since a statement is either right or not printed.
 */
export function parseEdition(input: EditionInput, report: Report): Edition | undefined {
  const { file, slug, lang, files, kindFields } = input;
  const own = report.child();
  const edition = parse();
  return own.hasErrors ? undefined : edition;

  function parse(): Edition | undefined {
    const source = readSource(input, own);
    if (source === undefined) return undefined;
    const lines = source.split('\n');
    const split = splitFrontMatter(lines, file, own);
    if (!split) return undefined;
    const front = parseFrontMatter(file, split.yaml, split.yamlLine, own, kindFields);
    const anchors = new Anchors();
    const mergeFields = front?.frontMatter.kinds.includes(LETTER) === true;
    const base = { file, ...(files && { files }), report: own, anchors, mergeFields };
    const read = front && readFields(front, { ...base, images: new Map() });
    const images = front && read ? nameImages(front.frontMatter.images, read.inline) : undefined;
    const context: TreeContext = { ...base, images: images ?? new Map<string, NamedImage>() };
    // The text is parsed even when the front matter is wrong, to report what is wrong with both.
    const text = lines.slice(split.bodyLine).join('\n');
    const { body, footnotes } = parseMarkdown({ lines, bodyLine: split.bodyLine, text }, context);
    anchors.check(own);
    if (!front || !read) return undefined;
    const { frontMatter, declared } = front;
    const notes = footnotes.flatMap(({ children }) => children);
    reportLeftoverMarks([...body, ...notes], read.inline.values(), own);
    const nothing =
      body.length === 0 && frontMatter.demands.length === 0 && frontMatter.summary === undefined;
    // What was written there may be what is wrong.
    if (nothing && (text.trim() === '' || !own.hasErrors)) {
      own.error(
        'content-empty',
        { file, line: split.bodyLine, column: 1 },
        'there is no text after the front matter',
        {
          hint: 'write it below the second “---”',
        },
      );
    }
    return { slug, lang, file, frontMatter, declared, ...read, body, footnotes, source };
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

/** Parses the Markdown of the front matter and looks for its pictures, both kept by path. */
function readFields(
  { frontMatter, declared, fields, yaml }: FrontMatterResult,
  context: TreeContext,
): {
  readonly inline: ReadonlyMap<string, readonly Inline[]>;
  readonly pictures: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, SourceSpan>;
} {
  const inline = new Map<string, readonly Inline[]>();
  const pictures = new Map<string, string>();
  const places = new Map<string, SourceSpan>();
  visitFields(fields, { ...frontMatter, ...declared }, (field, value, path) => {
    if (yaml.has(path)) places.set(pathKey(path), yaml.span(path, 'key'));
    if (field.type === 'markdown' && typeof value === 'string') {
      // A reference may be written as text alone.
      const at = yaml.has(path) ? path : path.slice(0, -1);
      inline.set(pathKey(path), parseInline(value, yaml.map(at), context));
    } else if (context.mergeFields === true && typeof value === 'string' && value.includes('{{')) {
      context.report.error(
        'merge-syntax',
        yaml.span(path),
        `${fieldName(path)} is the same in every letter`,
        {
          hint: 'take the merge field out of it; they stand in the text, and in fields of the type markdown',
        },
      );
    } else if (field.type === 'picture' && isRecord(value)) {
      const src = [...path, 'src'];
      const found = findImage(String(value.src), yaml.span(yaml.has(src) ? src : path), context);
      if (found !== undefined) pictures.set(pathKey(path), found);
    }
  });
  // The headline is the title when absent.
  if (frontMatter.headline === undefined) inline.set('headline', inline.get('title') ?? []);
  return { inline, pictures, places };
}

function nameImages(
  images: FrontMatter['images'],
  inline: ReadonlyMap<string, readonly Inline[]>,
): ReadonlyMap<string, NamedImage> {
  return new Map(
    Object.entries(images).map(([name, { src, alt, decorative }]) => [
      name,
      { src, alt: alt ?? '', decorative, caption: inline.get(`images.${name}.caption`) ?? [] },
    ]),
  );
}
