/**
 * A PDF standard as Bayan keeps it: what it adds to the metadata and to the file. One small file each; the clause tables
 * in docs/conformance.md say where each requirement is met.
 */
import type { CatalogWriter } from '../embedded-font.ts';
import type { XmpFacts } from '../xmp.ts';

export interface Standard {
  readonly name: string;
  readonly xmp: Partial<XmpFacts>;
  apply?(target: CatalogWriter): void;
}
