/** Pictures in the text: their file is looked for, and what they show must be said. */
import { posix } from 'node:path';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import { nearPath } from '../../files/near-path.ts';
import { reportFault } from '../../files/source-file.ts';
import type { Attributes, ContentImage, Inline } from '../edition.ts';
import type { TreeContext } from './context.ts';

export interface WrittenImage {
  /** A file beside the content file, a file from the project folder, or a name of the front matter's `images`. */
  readonly src: string;
  readonly alt: string;
  /** What stands in quotation marks after the address, as text and as what is printed below the picture. */
  readonly title?: string;
  readonly caption?: readonly Inline[];
  readonly width?: number | string;
  readonly decorative: boolean;
  readonly attributes: Attributes;
  readonly span: SourceSpan;
}

/** Checks a picture; what is wrong is reported (`image-alt`, and see `findImage`), and it is kept all the same. */
export function checkImage(written: WrittenImage, context: TreeContext): ContentImage {
  const named = context.images.get(written.src);
  const decorative = written.decorative || (named?.decorative === true && written.alt === '');
  const alt = written.alt || named?.alt || '';
  if (alt === '' && !decorative) {
    context.report.error('image-alt', written.span, 'the image has no alternative text', {
      hint: 'write what it shows between the brackets, ![like this](…), or {.decorative} after it when it says nothing',
    });
  }
  return {
    // A named image was looked for when the front matter was read.
    path: findImage(named?.src ?? written.src, written.span, context) ?? written.src,
    alt: decorative ? '' : alt,
    ...(written.width !== undefined && { width: written.width }),
    ...(written.title && { title: written.title }),
    caption: written.caption ?? named?.caption ?? [],
    ...(decorative && { decorative }),
    attributes: written.attributes,
  };
}

/**
 * Where in the project a picture is: beside the content file, else from the project folder.
 *
 * @returns its path relative to the project folder, or undefined after reporting `image-missing` or
 *   `path-outside-project`
 */
export function findImage(src: string, span: SourceSpan, context: TreeContext): string | undefined {
  const { report, files } = context;
  if (src === '') {
    report.error('image-missing', span, 'the image has no file', {
      hint: 'write ![what it shows](file.png)',
    });
    return undefined;
  }
  if (/^([a-z][a-z0-9+.-]+:|\/\/)/i.test(src)) {
    report.error('path-outside-project', span, `the image “${shorten(src)}” is not a file of the project`, {
      hint: 'nothing is fetched from the network: save the picture beside the text and name the file',
    });
    return undefined;
  }
  const folder = posix.dirname(context.file);
  // `..` may climb from the content file as far as the project folder, not beyond.
  const absolute = /^(?:[\\/]|[a-z]:)/i.test(src);
  const beside = absolute ? undefined : normalized(posix.join(folder, src.replaceAll('\\', '/')));
  if (beside === undefined) return reportOutside(src, span, context);
  const fromRoot = normalized(src.replaceAll('\\', '/'));
  const candidates =
    fromRoot === undefined ? [beside] : fromRoot.startsWith(`${folder}/`) ? [fromRoot] : [beside, fromRoot];
  if (files === undefined) return candidates[0];
  for (const candidate of candidates) {
    const found = files.look(candidate);
    if (found.fault === undefined && found.kind === 'file') return candidate;
    if (found.fault === 'outside') return reportOutside(src, span, context);
    if (found.fault !== undefined && found.fault !== 'absent') return reportFault(found, report, span);
  }
  const there = candidates.map((candidate) => nearPath(files, candidate)).find((near) => near !== undefined);
  const shown = there?.startsWith(`${folder}/`) ? there.slice(folder.length + 1) : there;
  report.error('image-missing', span, `there is no image “${shorten(src)}”`, {
    hint: shown ? `did you mean “${shown}”?` : `put it at ${candidates.join(' or ')}`,
  });
  return undefined;
}

/** Without `.` and `..`; undefined when it climbs above where it starts. */
function normalized(path: string): string | undefined {
  const normal = posix.normalize(path);
  return normal === '..' || normal.startsWith('../') ? undefined : normal;
}

function reportOutside(src: string, span: SourceSpan, context: TreeContext): undefined {
  context.report.error('path-outside-project', span, `“${shorten(src)}” leads out of the project folder`, {
    hint: 'put the picture beside the text and name the file only',
  });
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
