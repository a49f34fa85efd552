/** What stands in a paragraph besides plain text, and what surrounds a piece of it. */
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { TextSpan } from '../../document/style.ts';
import type { Direction } from '../../language/language.ts';
import type { Scope } from '../scope.ts';

/** A link, group or isolate that a run of text is in. */
export type Around = Omit<TextSpan, 'text' | 'style' | 'source'>;

/** Where inline content stands: how it looks, and what it is part of. */
export interface InlinePlace {
  readonly scope: Scope;
  readonly around: Around;
}

/** A phrase in another style, language or direction. */
export interface Phrase {
  /** Its name, for links. */
  readonly id?: string;
  readonly styles?: string | readonly string[];
  readonly lang?: string;
  readonly dir?: Direction;
  /** Isolated by itself, in the direction of its first letter where none is said. */
  readonly isolated?: boolean;
  readonly span: SourceSpan;
}

/** A picture in a paragraph. */
export interface InlinePicture {
  readonly path: string;
  /** What it says; empty when it only decorates. */
  readonly alt: string;
  /** pt, or a percentage of the column. Without one it is as high as the words around it, or as large as it is. */
  readonly width?: number | string;
  readonly amongWords: boolean;
  /** Its name, for links. */
  readonly id?: string;
  readonly span: SourceSpan;
}
