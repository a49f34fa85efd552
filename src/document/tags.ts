/**
 * The logical structure of a document (ISO 32000-1 14.7): what a screen reader walks. It is built by composition from
 * the document itself, so its order is the reading order whatever the order of painting.
 */
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Direction, Language } from '../language/language.ts';

/** Structure types that Bayan writes: standard ones (ISO 32000-1 14.8.4), and those of ROLE_MAP. */
export type Role =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'BlockQuote'
  | 'Figure'
  | 'Caption'
  | 'Link'
  | 'Note'
  | 'Reference'
  | 'TOC'
  | 'TOCI'
  | 'Code'
  | 'Span'
  | 'Strong'
  | 'Em'
  | 'Div';

/** Types of PDF 2.0 (ISO 32000-2 14.8.4.7.2), and the standard type that each is in PDF 1.7 (ISO 32000-1 14.7.3). */
export const ROLE_MAP: Readonly<Partial<Record<Role, Role>>> = { Strong: 'Span', Em: 'Span' };

export interface StructureElement {
  readonly role: Role;
  readonly children: readonly StructureElement[];
  /** The element around; undefined for the root. */
  readonly parent?: StructureElement;
  /** Language of the content; written into the file where it differs from what is around. */
  readonly lang?: string;
  /** Direction of the content; written, as a writing mode, where it differs from what is around. */
  readonly dir?: Direction;
  readonly alt?: string;
  /** For TH (ISO 14289-1 7.5). */
  readonly scope?: 'Row' | 'Column';
  readonly colSpan?: number;
  /** Ids of the TH that say what a cell is, where their scope does not (ISO 14289-1 7.5). */
  readonly headers?: readonly string[];
  /** For lists (ISO 32000-1 table 347). */
  readonly listNumbering?: 'Decimal' | 'Disc' | 'None';
  /** Required of Note (ISO 14289-1 7.9) and of a TH that `headers` name. */
  readonly id?: string;
  /** Where a Link goes, for the annotation painted over it. */
  readonly link?: { readonly href: string; readonly contents: string };
  /** Where the content came from, for what is checked on the finished tree. */
  readonly source?: SourceSpan;
}

export type StructureProperties = Omit<Partial<StructureElement>, 'role' | 'children' | 'parent'>;

/** Makes an element and puts it last in its parent: the one way in which a tree grows. */
export function structureElement(
  role: Role,
  parent?: StructureElement,
  properties: StructureProperties = {},
): StructureElement {
  const element: StructureElement = { role, children: [], ...(parent && { parent }), ...properties };
  (parent?.children as StructureElement[] | undefined)?.push(element);
  return element;
}

/** What of a scope the tag tree takes: the place, the language and the direction of what is composed in it. */
export interface StructureScope {
  readonly parent?: StructureElement;
  readonly language: Language;
  readonly dir: Direction;
}

/** An element of a block in the language and direction of its scope; undefined inside artifacts. */
export function elementIn(
  scope: StructureScope,
  role: Role,
  properties: StructureProperties = {},
): StructureElement | undefined {
  return (
    scope.parent &&
    structureElement(role, scope.parent, { lang: scope.language.tag, dir: scope.dir, ...properties })
  );
}
