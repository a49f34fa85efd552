/** What the attributes that most elements have say: style, language, direction and alignment, margins and width. */
import type { Margin, Node } from '../../document/nodes.ts';
import type { Sides } from '../../template/markup/element-definition.ts';
import type { MarkupElement, MarkupNode } from '../../template/markup/markup-tree.ts';
import type { Scope } from '../scope.ts';
import { type Look, type Own, type Styled, styled } from '../styled.ts';

/** What draws the content of an element: handed down to lists and tables, which hold whatever a page holds. */
export type Flow = (children: readonly MarkupNode[], scope: Scope) => Node[];

/** Elements whose style has another name than they have, or none of its own. */
const KINDS: Partial<Record<MarkupElement['name'], string>> = {
  title: 'title',
  lead: 'lead',
  text: 'body',
  ul: 'list',
  ol: 'list',
  table: 'table',
  columns: 'columns',
  panel: 'panel',
  toc: 'toc',
};

/** Attributes that most elements have. */
interface Common {
  readonly style?: string | readonly string[];
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly align?: Look['align'];
  readonly margin?: Sides;
  readonly width?: number | string;
  readonly unbreakable?: boolean;
  readonly [other: string]: unknown;
}

/** Goes into an element. */
export function styledElement(
  { name, attributes, span }: MarkupElement,
  outer: Scope,
  kind: string | undefined = KINDS[name],
): Styled {
  const { style, lang, dir, align }: Common = attributes;
  return styled(outer, {
    combine: 'replace',
    span,
    ...(kind && { kind }),
    ...(style && { styles: style }),
    ...(lang && { lang }),
    ...(dir && { dir }),
    ...(align && { align }),
  });
}

/** What the attributes of an element say of it as a whole. */
export function ownOf({ attributes }: MarkupElement, { environment }: Scope): Own {
  const { margin, width, unbreakable }: Common = attributes;
  return {
    ...(margin && { margin: logical(margin, environment.fitting.scale) }),
    ...(width !== undefined && { width }),
    ...(unbreakable && { unbreakable }),
  };
}

/** [top, end, bottom, start] as markup has it, to pdfmake's [start, top, end, bottom]. */
export function logical([top, end, bottom, start]: Sides, scale: number): Margin {
  return [start * scale, top * scale, end * scale, bottom * scale];
}
