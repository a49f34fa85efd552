/**
 * The logical structure of a document (ISO 32000-1 14.7): what a screen reader walks. It is built by composition from
 * the document itself, so its order is the reading order whatever the order of painting.
 */
import type { Language } from '../language/language.ts';

/** Standard structure types (ISO 32000-1 14.8.4) that Bayan writes. */
export type Role =
  | 'Document'
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
  | 'Div';

export interface StructureElement {
  readonly role: Role;
  readonly children: StructureElement[];
  /** Language where it differs from the parent's. */
  lang?: string;
  alt?: string;
  /** For TH (ISO 14289-1 7.5). */
  scope?: 'Row' | 'Column';
  colSpan?: number;
  /** For lists (ISO 32000-1 table 347). */
  listNumbering?: 'Decimal' | 'Disc' | 'None';
  /** Required of Note (ISO 14289-1 7.9). */
  id?: string;
  /** Where a Link goes, for the annotation painted over it. */
  link?: { readonly href: string; readonly contents: string };
}

/** Makes an element and puts it last in its parent. */
export function structureElement(
  role: Role,
  parent?: StructureElement,
  properties: Omit<Partial<StructureElement>, 'role' | 'children'> = {},
): StructureElement {
  const element: StructureElement = { role, children: [], ...properties };
  parent?.children.push(element);
  return element;
}

/** Marks words of another language, so that a screen reader changes its voice. */
export function languageOf(own: Language, around: Language): { lang?: string } {
  return own.tag === around.tag ? {} : { lang: own.tag };
}
