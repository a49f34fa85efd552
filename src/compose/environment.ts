/** What one composition has at hand from beginning to end, for one fit of its pages. */
import type { Block, Edition } from '../content/edition.ts';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { nearestHint } from '../diagnostics/nearest.ts';
import { parseColor } from '../document/color.ts';
import type { Fitting } from '../document/nodes.ts';
import type { Language } from '../language/language.ts';
import type { NoteWords } from './note-words.ts';
import type { PictureTable } from './pictures.ts';
import type { Scope } from './scope.ts';
import type { StyleSheet } from './styles.ts';

export interface Environment {
  readonly edition: Edition;
  readonly language: Language;
  readonly styles: StyleSheet;
  readonly colors: Readonly<Record<string, string>>;
  readonly logo?: { readonly src: string; readonly reversed: string; readonly alt: string };
  readonly report: Report;
  readonly fitting: Fitting;
  readonly pictures: PictureTable;
  /** Width between the margins of a page, pt. */
  readonly textWidth: number;
  /** pt. */
  readonly paperWidth: number;
  /** Headings of the text and where links to them go. */
  readonly headings: ReadonlyMap<Block, string>;
  readonly noteWords: NoteWords;
  /** Names a table among those of the document. */
  readonly nextTable: () => number;
  /** Composes a footnote for the foot of the page, once; absent where the template prints notes itself. */
  readonly callNote?: (index: number, scope: Scope) => void;
}

/** A colour token or `#rrggbb` as `#rrggbb`; black after a report when the brand has no such token. */
export function colorAt(environment: Environment, value: string, span: SourceSpan | undefined): string {
  const { colors, report } = environment;
  const written = value.startsWith('#') ? parseColor(value) : undefined;
  const token = Object.hasOwn(colors, value) ? colors[value] : undefined;
  if (written ?? token) return (written ?? token)!;
  report.error('brand-color', span, `"${value}" is no colour of brand.yaml`, {
    hint: nearestHint(value, Object.keys(colors)),
  });
  return '#000000';
}
