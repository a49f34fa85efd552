/**
 * Checks the headings of a composed document, where the template's and the text's meet: the first is of level 1 and no
 * level is skipped on the way down (ISO 14289-1 7.4.2).
 */
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { StructureElement } from '../document/tags.ts';

/** Reports `heading-skip` at each heading that is more than one level below the one before it. */
export function checkHeadings(root: StructureElement, report: Report): void {
  let last = 0;
  for (const { level, source } of headings(root)) {
    if (level > last + 1)
      report.error(
        'heading-skip',
        source,
        last === 0
          ? `the first heading of the document is of level ${level}`
          : `a heading of level ${level} follows one of level ${last}`,
        {
          hint:
            last === 0
              ? 'a template gives the document its heading of level 1 with <title>'
              : `make it level ${last + 1}, or give the part above it a heading of its own`,
        },
      );
    last = level;
  }
}

function* headings(element: StructureElement): Generator<{ level: number; source: SourceSpan | undefined }> {
  const level = /^H([1-6])$/.exec(element.role)?.[1];
  if (level) yield { level: Number(level), source: element.source };
  for (const child of element.children) yield* headings(child);
}
